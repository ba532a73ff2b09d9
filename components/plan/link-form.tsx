'use client'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Select, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  projectId: string
  ends: Choice[]
  texts: { from: string; to: string; lag: string; add: string; choose: string }
}

/** One thing must end before another begins. */
export function LinkForm({ action, projectId, ends, texts }: Props) {
  return (
    <ActionForm
      action={action}
      labels={{ from: texts.from, to: texts.to, lagDays: texts.lag }}
      className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_8rem_auto]"
    >
      <input type="hidden" name="projectId" value={projectId} />
      <Select name="from" label={texts.from} choices={ends} empty={texts.choose} isRequired />
      <Select name="to" label={texts.to} choices={ends} empty={texts.choose} isRequired />
      <TextField name="lagDays" label={texts.lag} initial="0" inputMode="numeric" isRequired />
      <button type="submit" className="ds-button" data-variant="secondary">
        {texts.add}
      </button>
    </ActionForm>
  )
}
