'use client'
import { useLocale, useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Choices, Select, TextArea, TextField } from '@/components/forms/field'
import { grantRoles } from '@/lib/grants/rules'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  advisors: { id: string; name: string }[]
  /** The latest day a leave may last to. */
  lastDay: string
}

/** Lets an advisor in for a while. */
export function GiveForm({ action, advisors, lastDay }: Props) {
  const t = useTranslations('grants')
  const locale = useLocale() as Locale
  return (
    <ActionForm
      action={action}
      labels={{ advisorId: t('advisor'), role: t('role'), until: t('until'), reason: t('reason') }}
      draft="radgivertilgang"
      className="grid max-w-xl gap-5"
    >
      <Select
        name="advisorId"
        label={t('advisor')}
        choices={advisors.map(({ id, name }) => ({ value: id, text: name }))}
        empty={t('choose')}
        isRequired
      />
      <Choices
        name="role"
        legend={t('role')}
        hint={t('never')}
        type="radio"
        initial={['portfolio_reader']}
        choices={grantRoles.map((role) => ({ value: role, text: t(`roles.${role}`), hint: t(`roleHints.${role}`) }))}
        isRequired
      />
      <TextField
        name="until"
        type="date"
        label={t('until')}
        hint={t('untilHint', { date: formatDate(lastDay, locale) })}
        isRequired
      />
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} isRequired />
      <div>
        <button type="submit" className="ds-button">
          {t('submit')}
        </button>
      </div>
    </ActionForm>
  )
}
