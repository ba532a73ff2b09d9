'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { TextArea, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  /** The report to feature, or the featured case to change. */
  hidden: Record<string, string>
  version?: number
  values: { reason: string; startsOn: string; endsOn: string }
  submitText: string
}

/** Why a case is shown on the front page, and for how long. */
export function FeatureForm({ action, hidden, version, values, submitText }: Props) {
  const t = useTranslations()
  const labels = { reason: t('curation.reasonLabel'), startsOn: t('curation.startsOn'), endsOn: t('curation.endsOn') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {version !== undefined && <VersionField name="version" version={version} />}
      <TextArea name="reason" label={labels.reason} hint={t('curation.reasonHint')} initial={values.reason} isRequired rows={3} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="startsOn" type="date" label={labels.startsOn} initial={values.startsOn} isRequired />
        <TextField name="endsOn" type="date" label={labels.endsOn} initial={values.endsOn} isRequired />
      </div>
      <div>
        <button type="submit" className="ds-button">
          {submitText}
        </button>
      </div>
    </ActionForm>
  )
}
