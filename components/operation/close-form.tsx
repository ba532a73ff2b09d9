'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextArea } from '@/components/forms/field'

/** Ends the part of a municipality in Delt, with the reason. Opened by a press: what follows stands before the button. */
export function CloseForm({ action, number }: { action: React.ComponentProps<typeof ActionForm>['action']; number: string }) {
  const t = useTranslations('operation')
  return (
    <details className="ask-first">
      <summary className="ds-button" data-variant="secondary" data-color="danger">
        {t('closeMunicipality')}
      </summary>
      <ActionForm action={action} labels={{ reason: t('closeReason') }} className="panel mt-2 grid max-w-xl gap-3">
        <p>{t('closeMunicipalityAsks')}</p>
        <input type="hidden" name="number" value={number} />
        <TextArea name="reason" label={t('closeReason')} isRequired />
        <div>
          <button type="submit" className="ds-button" data-color="danger">
            {t('closeMunicipalityYes')}
          </button>
        </div>
      </ActionForm>
    </details>
  )
}
