'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

/** Takes a municipality of the register in among those that take part. */
export function JoinForm({ action }: { action: React.ComponentProps<typeof ActionForm>['action'] }) {
  const t = useTranslations('operation')
  return (
    <ActionForm action={action} labels={{ number: t('number') }} className="flex max-w-xl flex-wrap items-end gap-3">
      <TextField name="number" label={t('number')} inputMode="numeric" isRequired />
      <button type="submit" className="ds-button">
        {t('join')}
      </button>
    </ActionForm>
  )
}
