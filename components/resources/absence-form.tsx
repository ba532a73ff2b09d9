'use client'
import { ActionForm } from '@/components/forms/action-form'
import { type Choice, Select, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  people: Choice[]
  initial: string
  today: string
  texts: { person: string; start: string; end: string; percent: string; add: string }
}

/** When somebody has less time, and how much less. Never why. */
export function AbsenceForm({ action, people, initial, today, texts }: Props) {
  return (
    <ActionForm
      action={action}
      labels={{ personId: texts.person, startOn: texts.start, endOn: texts.end, percent: texts.percent }}
      className="grid max-w-4xl items-end gap-4 sm:grid-cols-[2fr_1fr_1fr_1fr_auto]"
    >
      <Select name="personId" label={texts.person} choices={people} initial={initial} isRequired />
      <TextField name="startOn" type="date" label={texts.start} initial={today} isRequired />
      <TextField name="endOn" type="date" label={texts.end} isRequired />
      <TextField name="percent" label={texts.percent} initial="100" inputMode="numeric" isRequired />
      <button type="submit" className="ds-button" data-variant="secondary">
        {texts.add}
      </button>
    </ActionForm>
  )
}
