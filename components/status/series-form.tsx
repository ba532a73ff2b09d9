'use client'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  texts: { name: string; hint: string; add: string }
}

/** A part project that reports on its own. */
export function SeriesForm({ action, projectId, texts }: Props) {
  return (
    <ActionForm action={action} labels={{ name: texts.name }} className="mt-4 grid max-w-xl gap-4">
      <input type="hidden" name="projectId" value={projectId} />
      <TextField name="name" label={texts.name} hint={texts.hint} isRequired />
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {texts.add}
        </button>
      </div>
    </ActionForm>
  )
}
