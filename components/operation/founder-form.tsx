'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { Choices, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  /** The municipality's number, or `kommit`. */
  number: string
  /** What they may become; one needs no choice. */
  roles: { value: string; text: string }[]
}

/** Makes a link for somebody who is to come in first. */
export function FounderForm({ action, number, roles }: Props) {
  const t = useTranslations('operation')
  const labels = { name: t('founderName'), email: t('founderEmail'), role: t('founderRole') }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-xl gap-4">
      <input type="hidden" name="number" value={number} />
      <TextField name="name" label={labels.name} isRequired />
      <TextField name="email" type="email" label={labels.email} hint={t('founderEmailHint')} isRequired />
      {roles.length === 1 ? (
        <input type="hidden" name="role" value={roles[0]?.value} />
      ) : (
        <Choices name="role" type="radio" legend={labels.role} choices={roles} initial={[roles[0]?.value ?? '']} isRequired />
      )}
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('makeLink')}
        </button>
      </div>
    </ActionForm>
  )
}
