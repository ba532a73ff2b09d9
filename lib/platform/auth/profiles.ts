import type { ConnectionKind, Role } from '@/generated/prisma/enums'
import { holdsIdentityNumber } from '../numbers-of-people'

// What each kind of provider is asked for, and what must be true of its answer. Facts of Digdir, Microsoft and the Keycloak project.

/** A connection as these rules need it. */
export interface Requirements {
  kind: ConnectionKind
  /** The organisation number of the municipality; null for KommIT. */
  organisationNumber: string | null
  /** Whether many municipalities share it: then the token says which it is. */
  isShared: boolean
  directoryId: string | null
  minimumAcr: string | null
  admitsGuests: boolean
  roleClaim: string | null
  roleMap: Readonly<Record<string, Role>>
}

type Claims = Readonly<Record<string, unknown>>

/** What a validated token says: at least who it is. */
export type SignInClaims = Claims & { sub: string }

/** A claim as text: shortened, and empty where it is no text. */
export const textOf = (claim: unknown, longest: number) => (typeof claim === 'string' ? claim.trim().slice(0, longest) : '')

/** What somebody is called until a name is told or filled in: never what the provider numbers them by. */
export const nameless = 'Uten navn'

/** The name a token tells, whole or in its parts. */
export function nameOf({ name, given_name: given, family_name: family }: Claims): string | null {
  const parts = [textOf(given, 100), textOf(family, 100)].filter(Boolean)
  const told = textOf(name, 200) || parts.join(' ')
  return told === '' || holdsIdentityNumber(told) ? null : told
}

/** The e-mail address a token tells; empty where there is none, or one that is made of a national identity number. */
export function emailOf({ email }: Claims): string {
  const told = textOf(email, 320)
  return holdsIdentityNumber(told) ? '' : told
}

/** What somebody signs in as, where no name is told: AD FS tells `upn`, others `preferred_username`. */
export function accountOf({ upn, preferred_username: username }: Claims): string | null {
  const account = textOf(upn, 200) || textOf(username, 200)
  return account === '' || holdsIdentityNumber(account) ? null : account
}

const levels = ['substantial', 'high'] as const
type Level = (typeof levels)[number]

const requestedAcr: Partial<Record<ConnectionKind, Record<Level, string>>> = {
  idporten: { substantial: 'idporten-loa-substantial', high: 'idporten-loa-high' },
  ansattporten: { substantial: 'substantial', high: 'high' },
}

/** The level an `acr` stands for; null where it vouches for too little, such as `selfregistered-email`. */
function levelOf(kind: ConnectionKind, acr: unknown, amr: unknown): Level | null {
  if (typeof acr !== 'string') return null
  const level = levels.find((name) => [`idporten-loa-${name}`, `eidas-loa-${name}`, name].includes(acr))
  if (level) return kind === 'idporten' || !acr.startsWith('idporten') ? level : null
  // The work account at Microsoft, through Ansattporten: counts when the account was proved with more than a password.
  const methods = [amr].flat().map((method) => String(method).replaceAll('-', '_'))
  return kind === 'ansattporten' && acr === 'entraid' && methods.includes('entraid_mfa') ? 'substantial' : null
}

/** What vouches for too little wherever it is said. */
const neverEnough = ['idporten-loa-low', 'eidas-loa-low', 'selfregistered-email']

type Demand = Pick<Requirements, 'kind' | 'minimumAcr'>

/** Whether the token vouches for as much as the connection demands. `high` satisfies `substantial`. */
export function isHighEnough({ kind, minimumAcr }: Demand, { acr, amr, acrs }: Claims): boolean {
  if (neverEnough.includes(String(acr))) return false
  // Entra ID tells which of its authentication contexts were satisfied, not a level.
  if (kind === 'entra') return minimumAcr === null || [acrs].flat().includes(minimumAcr)
  if (!requestedAcr[kind]) return minimumAcr === null || acr === minimumAcr
  const level = levelOf(kind, acr, amr)
  return level !== null && levels.indexOf(level) >= levels.indexOf(minimumAcr as Level)
}

/** The parameters of the request that follow from the connection: never more than who it is, and where to reach them. */
export function requestParameters({ kind, minimumAcr }: Demand): Record<string, string> {
  // `no_pid` keeps the national identity number out of the token: nobody needs it to sign in at work.
  const scope = { idporten: 'openid profile no_pid', ansattporten: 'openid profile', adfs: 'openid' }
  return {
    scope: scope[kind as keyof typeof scope] ?? 'openid profile email',
    ...levelAsked({ kind, minimumAcr }),
    ...(kind === 'ansattporten' && { authorization_details: JSON.stringify([{ type: 'ansattporten:orgno' }]) }),
  }
}

function levelAsked({ kind, minimumAcr }: Demand): Record<string, string> {
  if (minimumAcr === null) return {}
  if (kind === 'entra') return { claims: JSON.stringify({ id_token: { acrs: { essential: true, value: minimumAcr } } }) }
  const level = requestedAcr[kind]?.[minimumAcr as Level] ?? minimumAcr
  // A work account at Microsoft is never more than substantial there: offered only where that is enough.
  return { acr_values: kind === 'ansattporten' && minimumAcr !== 'high' ? `${level} entraid` : level }
}

/** The longest a session lives, in seconds: as at ID-porten where that is the door, else a working day. */
export function sessionLifeOf(kind: ConnectionKind): number {
  return kind === 'idporten' || kind === 'ansattporten' ? 120 * 60 : 8 * 60 * 60
}

/** The organisation that the signed `authorization_details` names, as nine digits; null where none, or several. */
export function representedOrganisation({ authorization_details: details }: Claims): string | null {
  const written = [details].flat().flatMap((detail) => {
    if (typeof detail !== 'object' || detail === null) return []
    const { orgno, 'orgno:': odd, authorized_parties: parties } = detail as Record<string, unknown>
    return [orgno, odd, ...[parties].flat().map((party) => (party as { orgno?: unknown } | undefined)?.orgno)]
  })
  const numbers = written.flatMap((given) => {
    const id = typeof given === 'object' && given !== null ? (given as { ID?: unknown }).ID : given
    const [, number] = /^(?:0192:)?(\d{9})$/.exec(typeof id === 'string' ? id : '') ?? []
    return number ? [number] : []
  })
  const [only, ...others] = new Set(numbers)
  return only && others.length === 0 ? only : null
}

const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Why the people of this token may not come in by this connection, in a word the reader is told; null when they may. */
export function doorFault(connection: Requirements, claims: Claims): 'niva' | 'organisasjon' | 'gjest' | 'uten-acct' | null {
  if (!isHighEnough(connection, claims)) return 'niva'
  if (connection.kind === 'ansattporten') {
    const organisation = representedOrganisation(claims)
    const isRight = connection.isShared || organisation === connection.organisationNumber
    if (organisation === null || !isRight) return 'organisasjon'
  }
  if (connection.kind === 'entra') {
    if (claims.tid !== connection.directoryId || claims.tid === personalAccounts) return 'organisasjon'
    return connection.admitsGuests ? null : guestFault(claims)
  }
  return null
}

/** `acct` says whether somebody is a guest (1) or not (0). It is an optional claim: where it is not sent, nobody can tell. */
function guestFault({ acct, idp, tid }: Claims): 'gjest' | 'uten-acct' | null {
  if (String(acct) === '1' || (typeof idp === 'string' && !idp.includes(String(tid)))) return 'gjest'
  return String(acct) === '0' ? null : 'uten-acct'
}

/** The roles a provider may give: those within a municipality, never those of the nation. */
export const claimableRoles = ['member', 'portfolio_reader', 'portfolio_manager', 'municipality_admin'] as const satisfies Role[]

/**
 * The roles that the token gives by the map of the connection. None where the list of groups was too long to be sent: a list that is
 * not there is no list of rights.
 */
export function claimedRoles({ roleClaim, roleMap }: Pick<Requirements, 'roleClaim' | 'roleMap'>, claims: Claims): Role[] {
  if (!roleClaim || claims.hasgroups !== undefined || isElsewhere(claims, roleClaim)) return []
  const value =
    roleClaim.split('.').reduce<unknown>((within, name) => (within as Claims | undefined)?.[name], claims) ?? claims[roleClaim]
  const held = [value].flat().filter((name): name is string => typeof name === 'string')
  const given = held.flatMap((name) => (Object.hasOwn(roleMap, name) ? [roleMap[name]] : []))
  return claimableRoles.filter((role) => given.includes(role))
}

function isElsewhere(claims: Claims, name: string): boolean {
  const names = claims._claim_names
  return typeof names === 'object' && names !== null && Object.hasOwn(names, name)
}
