import type { ConnectionKind } from '@/generated/prisma/enums'
import type { registration } from '@/lib/connections/rules'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  kind: ConnectionKind
  addresses: ReturnType<typeof registration>
  scope: string
  /** Whether the app proves itself with keys that the provider fetches. */
  usesKeys: boolean
}

/** What to register at the provider, each value alone on its line so that it can be marked and copied whole. */
export function Registration({ t, kind, addresses, scope, usesKeys }: Props) {
  const rows: [string, string][] = [
    [t('connections.redirect'), addresses.redirect],
    [t('connections.signedOut'), addresses.signedOut],
    [t('connections.frontChannel'), addresses.frontChannel],
    ...(kind === 'entra' || kind === 'adfs' ? [] : [[t('connections.backChannel'), addresses.backChannel] as [string, string]]),
    ...(usesKeys ? [[t('connections.keysUrl'), addresses.keys] as [string, string]] : []),
    [t('connections.scopes'), scope],
    [t('connections.flow'), t('connections.flowValue')],
  ]
  return (
    <dl className="grid max-w-3xl gap-3">
      {rows.map(([name, value]) => (
        <div key={name} className="grid gap-1">
          <dt className="text-sm font-semibold">{name}</dt>
          <dd>
            <code className="block select-all break-all rounded border border-neutral-border-subtle bg-neutral-surface-tinted px-3 py-2">
              {value}
            </code>
          </dd>
        </div>
      ))}
    </dl>
  )
}
