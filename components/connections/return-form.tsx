'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextArea } from '@/components/forms/field'

/** Sends a connection back with what must be mended. */
export function ReturnForm({
  action,
  connectionId,
}: {
  action: React.ComponentProps<typeof ActionForm>['action']
  connectionId: string
}) {
  const t = useTranslations('operation')
  return (
    <ActionForm action={action} labels={{ reason: t('reason') }} className="grid max-w-xl gap-3">
      <input type="hidden" name="connectionId" value={connectionId} />
      <TextArea name="reason" label={t('reason')} isRequired />
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('sendBack')}
        </button>
      </div>
    </ActionForm>
  )
}
