'use client'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Select } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  programmeId: string
  projects: Choice[]
  texts: { project: string; hint: string; add: string; choose: string }
}

/** Puts a project under the roof of a programme. */
export function AddProjectForm({ action, programmeId, projects, texts }: Props) {
  return (
    <ActionForm action={action} labels={{ projectId: texts.project }} className="flex max-w-3xl flex-wrap items-end gap-4">
      <input type="hidden" name="programmeId" value={programmeId} />
      <div className="min-w-64 grow">
        <Select name="projectId" label={texts.project} hint={texts.hint} choices={projects} empty={texts.choose} isRequired />
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {texts.add}
      </button>
    </ActionForm>
  )
}
