/** What an ID token must say beyond what the library checks (signature, issuer, expiry, nonce). Times are seconds since 1970. */
export interface TokenClaims {
  iss: string
  sub?: unknown
  aud: string | string[]
  azp?: unknown
  iat: number
}

const clockSkew = 60
const oldest = 300

/**
 * Why an ID token is refused, or null when it may pass: exactly our audience and no other, no other authorised party, issued
 * just now, and a usable subject (OpenID Connect Core 3.1.3.7; openid-client lets the first three through).
 */
export function tokenFault(claims: TokenClaims, clientId: string, now: number): string | null {
  const audiences = [claims.aud].flat()
  if (audiences.length !== 1 || audiences[0] !== clientId) return 'audience'
  if (claims.azp !== undefined && claims.azp !== clientId) return 'authorised party'
  if (claims.iat > now + clockSkew || claims.iat < now - oldest) return 'issued at'
  if (typeof claims.sub !== 'string' || claims.sub.length === 0 || claims.sub.length > 255) return 'subject'
  return null
}

/** Plain http only to the local providers of the demo, which never leave this machine. */
export function mayUsePlainHttp(issuer: string, isDemo: boolean): boolean {
  return isDemo && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)
}

/** Why a sign-in did not go through, as the reader is told. */
export const failures = ['ukjent', 'deaktivert', 'feil-kommune', 'utilgjengelig', 'avbrutt', 'annet'] as const
export type Failure = (typeof failures)[number]

/** The page that says why, with the door to try again and the reference to report. */
export function failurePath(failure: Failure, about: { door?: string; reference?: string } = {}): string {
  const told = Object.entries({ kode: failure, dor: about.door, ref: about.reference }).filter((entry) => entry[1] !== undefined)
  return `/logg-inn/feil?${new URLSearchParams(told as [string, string][])}`
}

const idleMs = 30 * 60 * 1000

/** The longest a session lives, in seconds, however busy it is: a working day. */
export const sessionLifeSeconds = 8 * 60 * 60

/** Whether a session still counts: not ended, not past its limit, and used within the last half hour. */
export function isLive(session: { lastSeenAt: Date; expiresAt: Date; endedAt: Date | null }, now: Date): boolean {
  return session.endedAt === null && session.expiresAt > now && now.getTime() - session.lastSeenAt.getTime() < idleMs
}

/**
 * Where to go after sign-in: a path on our own site, else the fallback. Everything a browser could read as another site falls back:
 * two slashes, backslashes and control characters anywhere.
 */
export function safePath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.startsWith('//')) return fallback
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers strip these before they read the address
  if (/[\\\u0000-\u001f\u007f]/.test(wanted)) return fallback
  const base = 'https://delt.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const address = new URL(wanted, base)
  if (address.origin !== base || address.pathname.startsWith('//')) return fallback
  return `${address.pathname}${address.search}${address.hash}`
}
