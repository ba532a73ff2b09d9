import { holdsIdentityNumber } from '../numbers-of-people'

/** What an ID token must say beyond what the library checks (signature, issuer, expiry, nonce). Times are seconds since 1970. */
export interface TokenClaims {
  iss: string
  sub?: unknown
  aud: string | string[]
  azp?: unknown
  iat: number
}

/** How far the clock of a provider may be from ours, in seconds. */
export const clockSkew = 60
// Entra ID dates its tokens five minutes back. That a token is of this sign-in, its nonce says.
const oldest = 600

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
  // A provider that names people by their national identity number would have us store it.
  if (holdsIdentityNumber(claims.sub)) return 'subject'
  return null
}

/** Plain http only to the local providers of the demo, which never leave this machine. */
export function mayUsePlainHttp(issuer: string, isDemo: boolean): boolean {
  return isDemo && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)
}

/** Browser and system in general terms, for the list of one's own sessions; never the whole string. */
export function deviceOf(userAgent: string): string {
  const browser = [
    ['Edge', /Edg\//],
    ['Firefox', /Firefox\//],
    ['Chrome', /Chrom(e|ium)\//],
    ['Safari', /Safari\//],
  ] as const
  const system = [
    ['Android', /Android/],
    ['iOS', /iPhone|iPad/],
    ['Windows', /Windows/],
    ['macOS', /Mac OS X/],
    ['Linux', /Linux/],
  ] as const
  const found = [browser, system].flatMap((kinds) => kinds.find(([, sign]) => sign.test(userAgent))?.[0] ?? [])
  return found.join(', ')
}

/** Why a sign-in did not go through, as the reader is told. */
export const failures = [
  'ukjent',
  'venter',
  'deaktivert',
  'feil-kommune',
  'niva',
  'organisasjon',
  'gjest',
  'stengt',
  'ikke-invitert',
  'uten-acct',
  'annen-person',
  'ikke-bekreftet',
  'utilgjengelig',
  'avbrutt',
  'for-mange',
  'hos-oss',
  'annet',
] as const
export type Failure = (typeof failures)[number]

/** Whom the provider knows and we do not let in: signed in there, and with no session here to sign out of. */
const strangers: readonly Failure[] = failures.slice(0, failures.indexOf('annen-person') + 1)
export const isStranger = (failure: Failure) => strangers.includes(failure)

/** The page that says why, with the door to try again and the reference to report. */
export function failurePath(failure: Failure, about: { door?: string; reference?: string } = {}): string {
  const told = Object.entries({ kode: failure, dor: about.door, ref: about.reference }).filter((entry) => entry[1] !== undefined)
  return `/logg-inn/feil?${new URLSearchParams(told as [string, string][])}`
}

/** The page where somebody who is signed in is asked to prove once more who they are, told why they did not. */
export function confirmationPath(failure: Failure, next: string, reference?: string): string {
  return `/bekreft-deg?${new URLSearchParams({ neste: next, feil: failure, ...(reference && { ref: reference }) })}`
}

const idleMs = 30 * 60 * 1000

/** How long a session lives unused, in seconds. */
export const idleSeconds = idleMs / 1000

/** How long a proof of who somebody is counts for what opens the house to others, in seconds. */
export const freshSeconds = 5 * 60

/** Why a session that has not been ended counts no longer: past its limit, or unused for half an hour; null where it does. */
export function whyOver(session: { lastSeenAt: Date; expiresAt: Date }, now: Date): 'absolute' | 'idle' | null {
  if (session.expiresAt <= now) return 'absolute'
  return now.getTime() - session.lastSeenAt.getTime() < idleMs ? null : 'idle'
}

/** Whether the provider vouches that somebody proved who they are since then. Without `auth_time` it vouches for nothing. */
export function isProvenSince({ auth_time: provenAt }: Readonly<Record<string, unknown>>, seconds: number): boolean {
  return typeof provenAt === 'number' && provenAt >= seconds - clockSkew
}

const longestPath = 1000

/**
 * Where to go after sign-in: a path on our own site, else the fallback. Everything a browser, or something on the way, could read as
 * another site falls back: two slashes, backslashes and control characters anywhere, also written with %, and what looks like a login.
 */
export function safePath(wanted: unknown, fallback: string): string {
  if (typeof wanted !== 'string' || wanted.length > longestPath || !/^\/(?![/@])/.test(wanted)) return fallback
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers strip these before they read the address
  if (/[\\\u0000-\u001f\u007f]/.test(wanted)) return fallback
  const base = 'https://delt.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const address = new URL(wanted, base)
  if (address.origin !== base || address.pathname.startsWith('//')) return fallback
  if (/^\/@|%(0[0-9a-f]|1[0-9a-f]|7f|2f|5c)/i.test(address.pathname)) return fallback
  return `${address.pathname}${address.search}${address.hash}`
}

const loopMs = 5000
const mostInLoop = 5

/**
 * Counts sign-ins begun by one browser: what it keeps, and whether one more may begin. More than five in five seconds is a loop.
 * `kept` is what the browser sent back, which may be anything.
 */
export function nextTry(kept: string | undefined, now: number): { written: string; isAllowed: boolean } {
  const [, since, tries] = /^(\d{13})\.(\d{1,3})$/.exec(kept ?? '') ?? []
  const isSameRound = since !== undefined && now - Number(since) < loopMs && Number(since) <= now
  const count = isSameRound ? Number(tries) + 1 : 1
  return { written: `${isSameRound ? since : now}.${Math.min(count, 999)}`, isAllowed: count <= mostInLoop }
}
