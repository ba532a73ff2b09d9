'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, useField } from '@/components/forms/action-form'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  connectionId: string
}

/** Makes a key for the directory, and shows it this once. */
export function DirectoryKeyForm({ action, connectionId }: Props) {
  const t = useTranslations('directory')
  return (
    <ActionForm action={action} labels={{ key: t('keys') }} className="grid max-w-3xl gap-4">
      <input type="hidden" name="connectionId" value={connectionId} />
      <MadeKey />
      <div>
        <button type="submit" className="ds-button">
          {t('make')}
        </button>
      </div>
    </ActionForm>
  )
}

function MadeKey() {
  const t = useTranslations('directory')
  const { value } = useField('key')
  if (value === '') return null
  return (
    <div className="ds-alert grid gap-3" data-color="success" role="status">
      <p>{t('made')}</p>
      <code className="block select-all break-all rounded border border-neutral-border-subtle bg-neutral-surface-tinted px-3 py-2">
        {String(value)}
      </code>
    </div>
  )
}
