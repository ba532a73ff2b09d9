'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from './action-form'
import { TextArea, TextField } from './field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  slug: string
  startsOn: string
  endsOn: string
}

/** Why a case is shown on the front page, and for how long. */
export function FeatureForm({ action, slug, startsOn, endsOn }: Props) {
  const t = useTranslations()
  const labels = { reason: t('curation.reasonLabel'), startsOn: t('curation.startsOn'), endsOn: t('curation.endsOn') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-5">
      <input type="hidden" name="slug" value={slug} />
      <TextArea name="reason" label={labels.reason} hint={t('curation.reasonHint')} isRequired rows={3} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="startsOn" type="date" label={labels.startsOn} initial={startsOn} isRequired />
        <TextField name="endsOn" type="date" label={labels.endsOn} initial={endsOn} isRequired />
      </div>
      <div>
        <button type="submit" className="ds-button">
          {t('curation.submit')}
        </button>
      </div>
    </ActionForm>
  )
}
