'use client'
import { useTranslations } from 'use-intl'
import { ActionForm } from '@/components/forms/action-form'
import { TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  connectionId: string
  since: string | null
}

/** A new secret in place of the one in use. */
export function SecretForm({ action, connectionId, since }: Props) {
  const t = useTranslations('connections')
  return (
    <ActionForm action={action} labels={{ clientSecret: t('clientSecret') }} className="grid max-w-xl gap-4">
      <input type="hidden" name="connectionId" value={connectionId} />
      <TextField
        name="clientSecret"
        type="password"
        label={t('clientSecret')}
        hint={since ? t('secretKept', { at: since }) : t('secretNew')}
        isRequired
      />
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('replaceSecret')}
        </button>
      </div>
    </ActionForm>
  )
}
