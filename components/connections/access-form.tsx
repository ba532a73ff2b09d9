'use client'
import { useTranslations } from 'use-intl'
import { ActionForm, VersionField } from '@/components/forms/action-form'
import { Checkbox, Choices, Select, TextField } from '@/components/forms/field'

interface Props {
  action: React.ComponentProps<typeof ActionForm>['action']
  connection: { id: string; version: number; kind: string; provisioning: string; admitsGuests: boolean; roleClaim: string | null }
  roleMap: [string, string][]
  roles: { value: string; text: string }[]
}

const fewestRows = 4

/** Who may come in, and what the provider may say of their roles. */
export function AccessForm({ action, connection, roleMap, roles }: Props) {
  const t = useTranslations('connections')
  const rows = Array.from({ length: Math.max(fewestRows, roleMap.length + 1) }, (_, index) => roleMap[index] ?? ['', ''])
  const kinds = connection.kind === 'idporten' ? (['off'] as const) : (['off', 'pending', 'member'] as const)
  return (
    <ActionForm
      action={action}
      labels={{ provisioning: t('provisioning'), roleClaim: t('roleClaim') }}
      className="grid max-w-2xl gap-5"
    >
      <input type="hidden" name="connectionId" value={connection.id} />
      <VersionField name="version" version={connection.version} />
      <Choices
        name="provisioning"
        legend={t('provisioning')}
        hint={connection.kind === 'idporten' ? t('invitedOnly') : undefined}
        type="radio"
        initial={[connection.provisioning]}
        choices={kinds.map((kind) => ({ value: kind, text: t(`provisioningKind.${kind}`) }))}
      />
      {connection.kind === 'entra' && (
        <Checkbox name="admitsGuests" label={t('admitsGuests')} initial={connection.admitsGuests ? 'on' : ''} />
      )}
      <fieldset className="ds-fieldset grid gap-4">
        <legend className="ds-label">{t('rolesTitle')}</legend>
        <p className="text-sm muted">{t('rolesText')}</p>
        <TextField name="roleClaim" label={t('roleClaim')} hint={t('roleClaimHint')} initial={connection.roleClaim ?? ''} />
        {rows.map(([value, role], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <div key={index} className="grid gap-3 sm:grid-cols-2">
            <TextField name={`map.${index}.value`} label={t('value')} initial={value} />
            <Select name={`map.${index}.role`} label={t('role')} initial={role} choices={roles} empty={t('noRole')} />
          </div>
        ))}
      </fieldset>
      <div>
        <button type="submit" className="ds-button">
          {t('saveClient')}
        </button>
      </div>
    </ActionForm>
  )
}
