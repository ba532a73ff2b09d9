'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'
import type { FormState } from '@/lib/platform/form'
import { KeepWords } from './keep-words'

interface Props {
  action: (state: FormState, form: FormData) => Promise<FormState>
  projectId: string
  cancelHref: string
}

/** Why the report is taken back, and the button. */
export function WithdrawForm({ action, projectId, cancelHref }: Props) {
  const t = useTranslations()
  return (
    <ActionForm action={action} labels={{ reason: t('withdrawal.reason') }} className="grid max-w-3xl gap-4">
      <input type="hidden" name="projectId" value={projectId} />
      <TextField name="reason" label={t('withdrawal.reason')} hint={t('withdrawal.reasonHint')} isRequired />
      <KeepWords of="reason" name="keepReason" />
      <div className="flex flex-wrap gap-3 pt-2">
        <button type="submit" className="ds-button" data-color="danger">
          {t('withdrawal.do')}
        </button>
        <a href={cancelHref} className="ds-button" data-variant="secondary">
          {t('common.cancel')}
        </a>
      </div>
    </ActionForm>
  )
}
