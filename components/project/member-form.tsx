'use client'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Select } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  people: Choice[]
  roles: Choice[]
  texts: { person: string; role: string; add: string; choose: string }
}

/** Gives a colleague a role in the project. */
export function MemberForm({ action, projectId, people, roles, texts }: Props) {
  return (
    <ActionForm
      action={action}
      labels={{ personId: texts.person, role: texts.role }}
      className="grid max-w-3xl items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
    >
      <input type="hidden" name="projectId" value={projectId} />
      <Select name="personId" label={texts.person} choices={people} empty={texts.choose} isRequired />
      <Select name="role" label={texts.role} choices={roles} empty={texts.choose} isRequired />
      <button type="submit" className="ds-button" data-variant="secondary">
        {texts.add}
      </button>
    </ActionForm>
  )
}
