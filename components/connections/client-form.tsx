'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Choices, TextField } from '@/components/forms/field'
import type { ConnectionKind } from '@/generated/prisma/enums'
import { authenticationsOf } from '@/lib/connections/rules'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  connection: {
    id: string
    version: number
    kind: ConnectionKind
    clientId: string
    authentication: string
    minimumAcr: string | null
  }
  /** Since when there is a secret; null where there is none. */
  secretSince: string | null
}

/** Who the app is at the provider, and how it proves it. */
export function ClientForm({ action, connection, secretSince }: Props) {
  const t = useTranslations('connections')
  const labels = {
    clientId: t('clientId'),
    authentication: t('authentication'),
    clientSecret: t('clientSecret'),
    minimumAcr: t('minimumAcr'),
  }
  return (
    <ActionForm action={action} labels={labels} className="grid max-w-2xl gap-5">
      <input type="hidden" name="connectionId" value={connection.id} />
      <VersionField name="version" version={connection.version} />
      <TextField name="clientId" label={labels.clientId} initial={connection.clientId} isRequired />
      <Choices
        name="authentication"
        legend={labels.authentication}
        type="radio"
        initial={[connection.authentication]}
        choices={authenticationsOf(connection.kind).map((value) => ({
          value,
          text: t(`authenticationKind.${value}`),
          hint: t(value === 'client_secret' ? 'secretHint' : 'keyHint'),
        }))}
        isRequired
      />
      <TextField
        name="clientSecret"
        type="password"
        label={labels.clientSecret}
        hint={secretSince ? t('secretKept', { at: secretSince }) : t('secretNew')}
      />
      <TextField name="minimumAcr" label={labels.minimumAcr} hint={t('minimumAcrHint')} initial={connection.minimumAcr ?? ''} />
      <div>
        <button type="submit" className="ds-button">
          {t('saveClient')}
        </button>
      </div>
    </ActionForm>
  )
}
