'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { TextArea } from '@/components/forms/field'

type Action = React.ComponentProps<typeof ActionForm>['action']

interface Props {
  hidden: { projectId: string; requestId: string }
  previewPath: string
  actions: { approve: Action; sendBack: Action }
}

/** What somebody does who looks at the report of another: reads it, and publishes it or says what must change. */
export function ApprovalBox({ hidden, previewPath, actions }: Props) {
  const t = useTranslations('approval')
  return (
    <div className="grid gap-5">
      <p>
        {t('decide')}{' '}
        <a href={previewPath} className="underline">
          {t('preview')}
        </a>
      </p>
      <ButtonForm action={actions.approve} hidden={hidden} text={t('approve')} variant="primary" />
      <ActionForm action={actions.sendBack} labels={{ reason: t('reason') }} className="grid max-w-xl gap-3">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea name="reason" label={t('reason')} rows={3} isRequired />
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('return')}
          </button>
        </div>
      </ActionForm>
    </div>
  )
}
