import type { ConnectionKind, ConnectionStatus } from '@/generated/prisma/enums'

export const connectionKinds = [
  'entra',
  'keycloak',
  'adfs',
  'idporten',
  'ansattporten',
  'oidc',
] as const satisfies ConnectionKind[]

const portenIssuers: Partial<Record<ConnectionKind, Record<'production' | 'test', string>>> = {
  idporten: { production: 'https://idporten.no', test: 'https://test.idporten.no' },
  ansattporten: { production: 'https://ansattporten.no', test: 'https://test.ansattporten.no' },
}

/** The issuer of a connection: given as it is, or following from what the kind is known by (Microsoft's and Digdir's documentation). */
export function issuerOf({
  kind,
  issuer,
  directoryId,
  environment,
}: {
  kind: ConnectionKind
  issuer: string
  directoryId: string
  environment: 'production' | 'test'
}): string {
  if (kind === 'entra') return `https://login.microsoftonline.com/${directoryId.toLowerCase()}/v2.0`
  return portenIssuers[kind]?.[environment] ?? issuer.trim()
}

const demanding: [RegExp, ConnectionKind][] = [
  [/(^|\.)idporten\.no$/, 'idporten'],
  [/(^|\.)ansattporten\.no$/, 'ansattporten'],
  [/^(login\.microsoftonline\.com|sts\.windows\.net)$/, 'entra'],
]

/** The kind an issuer must be connected as, where its answers are to be held to more than those of any: else its own demands are not made. */
export function kindOfIssuer(issuer: string): ConnectionKind | null {
  const host = URL.canParse(issuer) ? new URL(issuer).hostname.replace(/\.$/, '') : ''
  return demanding.find(([pattern]) => pattern.test(host))?.[1] ?? null
}

/** How the app may prove itself to a provider of this kind, the best first. Entra ID takes no key without a certificate. */
export function authenticationsOf(kind: ConnectionKind): readonly ['private_key_jwt' | 'client_secret', ...'client_secret'[]] {
  return kind === 'entra' ? ['client_secret'] : ['private_key_jwt', 'client_secret']
}

/** What is left to do before a connection can be sent to the operator, in order. */
export type Step = 'register' | 'client' | 'test' | 'submit'

interface Progress {
  status: ConnectionStatus
  clientId: string
  authentication: 'private_key_jwt' | 'client_secret'
  hasSecret: boolean
  hasKey: boolean
  testedAt: Date | null
}

/** Whether the app can prove itself to the provider. */
export function isClientComplete({ clientId, authentication, hasSecret, hasKey }: Progress): boolean {
  return clientId !== '' && (authentication === 'client_secret' ? hasSecret : hasKey)
}

/** The step an administrator stands at; null where there is nothing more for them to do. */
export function nextStep(connection: Progress): Step | null {
  if (connection.status !== 'draft') return null
  if (!isClientComplete(connection)) return 'client'
  return connection.testedAt === null ? 'test' : 'submit'
}

/** The addresses to register at the provider. */
export function registration(origin: string, id: string) {
  return {
    redirect: `${origin}/api/auth/callback/${id}`,
    signedOut: `${origin}/logget-ut`,
    frontChannel: `${origin}/api/auth/frontchannel/${id}`,
    backChannel: `${origin}/api/auth/backchannel/${id}`,
    keys: `${origin}/.well-known/jwks/${id}`,
  }
}

const yearDays = 365

/** Days until a key should be replaced: Digdir takes keys for at most a year, and a year is long enough for any. */
export function keyDaysLeft(createdAt: Date, now: Date): number {
  return yearDays - Math.floor((now.getTime() - createdAt.getTime()) / 86_400_000)
}
