'use client'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  version: number
  texts: { number: string; confirm: string; cancel: string }
}

/** Asks for the number of the project before it is deleted. */
export function RemovalForm({ action, projectId, version, texts }: Props) {
  return (
    <ActionForm action={action} labels={{ number: texts.number }} className="grid gap-6">
      <input type="hidden" name="projectId" value={projectId} />
      <input type="hidden" name="version" value={version} />
      <TextField name="number" label={texts.number} isRequired />
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="ds-button" data-color="danger">
          {texts.confirm}
        </button>
        <a href={`/prosjekter/${projectId}`} className="ds-button" data-variant="tertiary">
          {texts.cancel}
        </a>
      </div>
    </ActionForm>
  )
}
