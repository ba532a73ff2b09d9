'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  hidden: Record<string, string>
  /** What waits, for those who hear the page. */
  of: string
}

/** Puts a need aside until a day, with a word on why. */
export function WaitForm({ action, hidden, of }: Props) {
  const t = useTranslations()
  const labels = { until: t('cockpit.until'), note: t('cockpit.waitNote') }
  const id = (name: string) => `${name}-${hidden.kind}-${hidden.subject}`
  return (
    <ActionForm action={action} labels={labels} className="flex flex-wrap items-end gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField id={id('until')} name="until" type="date" label={labels.until} isRequired />
      <TextField id={id('note')} name="note" label={labels.note} />
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('cockpit.wait')}
        <span className="sr-only">: {of}</span>
      </button>
    </ActionForm>
  )
}
