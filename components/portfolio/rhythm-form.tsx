'use client'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  everyDays: number
  texts: { label: string; hint: string; save: string }
}

/** How often the projects report. */
export function RhythmForm({ action, everyDays, texts }: Props) {
  return (
    <ActionForm action={action} labels={{ everyDays: texts.label }} className="flex max-w-xl flex-wrap items-end gap-4">
      <div className="grow">
        <TextField
          name="everyDays"
          label={texts.label}
          hint={texts.hint}
          initial={String(everyDays)}
          inputMode="numeric"
          isRequired
        />
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {texts.save}
      </button>
    </ActionForm>
  )
}
