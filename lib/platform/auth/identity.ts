import 'server-only'
import type { Role } from '@/generated/prisma/enums'
import { signin, type Tx, transaction } from '../db'
import { takeSeat } from './founder'
import { acceptInvitation } from './invitation'
import { accountOf, claimedRoles, emailOf, nameless, nameOf, representedOrganisation, type SignInClaims } from './profiles'
import { type Connection, servedByShared } from './providers'
import type { Failure } from './rules'
import { noteOfPerson } from './trail'

/** Somebody who may come in, and the municipality they come in to; none for the people of KommIT. */
export interface Identified {
  personId: string
  municipalityId: string | null
}

/**
 * The person behind a validated token: found by provider and subject, never by e-mail. What becomes of an unknown one, the municipality
 * has decided, unless they come by an invitation of it. A provider opens only for people of its own municipality. Whoever confirms that
 * it is they must be the person who asked.
 */
export function identify(
  connection: Connection,
  claims: SignInClaims,
  { invitation, setup, confirms }: { invitation?: string; setup?: string; confirms?: string } = {},
): Promise<Identified | { rejection: Failure }> {
  return transaction(signin, async (tx) => {
    const municipalityId = await municipalityOf(tx, connection, claims)
    if (municipalityId === undefined) return { rejection: 'organisasjon' }
    if (await isClosed(tx, municipalityId)) return { rejection: 'stengt' }
    const place = { connectionId: connection.id, municipalityId, subject: claims.sub, email: emailOf(claims) }
    if (setup !== undefined && !(await takeSeat(tx, setup, place))) return { rejection: 'ikke-invitert' }
    const known = (await knownAs(tx, connection, claims.sub)) ?? (await knownToDirectory(tx, connection, claims))
    if (confirms !== undefined && known?.id !== confirms) return { rejection: 'annen-person' }
    const invited = invitation === undefined ? null : await acceptInvitation(tx, invitation, place, known)
    if (!known && !invited && connection.provisioning === 'off') return { rejection: 'ukjent' }
    const person = invited ?? known ?? (await createPerson(tx, connection, municipalityId, claims))
    if (person.municipalityId !== municipalityId) return { rejection: 'feil-kommune' }
    if (person.status === 'deactivated') return { rejection: 'deaktivert' }
    if (person.status === 'pending') return { rejection: 'venter' }
    await followRegister(tx, person, claims)
    await noteObject(tx, connection, claims)
    await takeClaimedRoles(tx, municipalityId, person.id, claimedRoles(connection, claims))
    return { personId: person.id, municipalityId }
  })
}

/**
 * Where a door leads: to the municipality it belongs to. One that many share leads to the one whose organisation number is signed; nowhere
 * (undefined) where that is not one of those it is for.
 */
async function municipalityOf(tx: Tx, connection: Connection, claims: SignInClaims): Promise<string | null | undefined> {
  if (!connection.isShared) return connection.municipalityId
  const organisationNumber = representedOrganisation(claims)
  if (organisationNumber === null) return undefined
  const found = await tx.municipality.findFirst({
    where: { organisationNumber, ...servedByShared },
    select: { id: true },
  })
  return found?.id
}

/** Whether the part of a municipality in Delt is over. */
async function isClosed(tx: Tx, municipalityId: string | null): Promise<boolean> {
  return municipalityId !== null && (await tx.municipalityClosure.count({ where: { municipalityId } })) > 0
}

const personFields = { id: true, status: true, municipalityId: true, email: true, name: true } as const

async function knownAs(tx: Tx, connection: Connection, subject: string) {
  const identity = await tx.externalIdentity.findUnique({
    where: { identityProviderId_subject: { identityProviderId: connection.id, subject } },
    select: { person: { select: personFields } },
  })
  return identity?.person ?? null
}

/** What the directory behind a provider calls somebody: Entra ID tells it beside the subject, for others they are the same. */
function directoryIdOf({ kind }: Connection, { oid, sub }: SignInClaims): string | null {
  const id = kind === 'entra' ? oid : sub
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : null
}

/**
 * Somebody the directory of the municipality has given, who comes for the first time: known by the id of the directory and nothing else.
 * Only at a door that the directory gives people to, and only where the person has no sign-in yet.
 */
async function knownToDirectory(tx: Tx, connection: Connection, claims: SignInClaims) {
  const [externalId, { municipalityId }] = [directoryIdOf(connection, claims), connection]
  if (externalId === null || municipalityId === null || connection.isShared) return null
  const [door] = await tx.$queryRaw<{ is: boolean }[]>`SELECT is_provisioned(${connection.id}::uuid) AS "is"`
  if (!door?.is) return null
  const person = await tx.person.findFirst({
    where: { municipalityId, externalId, homePersonId: null, identities: { none: {} } },
    select: personFields,
  })
  if (!person || person.status === 'deactivated') return person
  await tx.externalIdentity.createMany({
    data: [{ identityProviderId: connection.id, subject: claims.sub, personId: person.id }],
  })
  await noteOfPerson(tx, municipalityId, person.id, 'person.accept', { from: 'directory' })
  return person
}

/** So that the directory later finds whoever came in before it was connected. */
async function noteObject(tx: Tx, connection: Connection, claims: SignInClaims): Promise<void> {
  const objectId = directoryIdOf(connection, claims)
  if (objectId === null || connection.kind !== 'entra') return
  await tx.externalIdentity.updateMany({
    where: { identityProviderId: connection.id, subject: claims.sub, OR: [{ objectId: null }, { objectId: { not: objectId } }] },
    data: { objectId },
  })
}

/** The e-mail somebody is told of by, unless another in the municipality has it: what is sent to one must not reach two. */
async function freeEmail(tx: Tx, municipalityId: string | null, email: string, personId?: string): Promise<string | null> {
  if (email === '') return null
  const taken = await tx.person.count({
    where: {
      ...{ municipalityId, homePersonId: null, email: { equals: email, mode: 'insensitive' } },
      ...(personId && { id: { not: personId } }),
    },
  })
  return taken > 0 ? null : email
}

/** Invitations are addressed to the e-mail and letters to the name, so both follow the register of the municipality. */
async function followRegister(
  tx: Tx,
  person: { id: string; name: string; email: string | null; municipalityId: string | null },
  claims: SignInClaims,
): Promise<void> {
  const known = person.name === nameless ? (accountOf(claims) ?? nameless) : person.name
  const email = await freeEmail(tx, person.municipalityId, emailOf(claims), person.id)
  const told = { name: nameOf(claims) ?? known, email: email ?? person.email }
  if (told.name !== person.name || told.email !== person.email)
    await tx.person.updateMany({ where: { id: person.id }, data: told })
}

async function createPerson(tx: Tx, { id, provisioning }: Connection, municipalityId: string | null, claims: SignInClaims) {
  const status = provisioning === 'pending' ? ('pending' as const) : ('active' as const)
  const name = nameOf(claims) ?? accountOf(claims) ?? nameless
  const person = await tx.person.create({
    select: personFields,
    data: { municipalityId, status, name, email: await freeEmail(tx, municipalityId, emailOf(claims)) },
  })
  if (status === 'active') await tx.roleAssignment.createMany({ data: [{ personId: person.id, role: 'member' }] })
  await tx.externalIdentity.createMany({ data: [{ identityProviderId: id, subject: claims.sub, personId: person.id }] })
  await noteOfPerson(tx, municipalityId, person.id, 'person.create', { status })
  return person
}

/** What the provider says now takes the place of what it said before; what somebody in the municipality has given stays. */
async function takeClaimedRoles(tx: Tx, municipalityId: string | null, personId: string, claimed: Role[]): Promise<void> {
  const held = await tx.roleAssignment.findMany({ where: { personId } })
  const gone = held.filter(({ role, source }) => source === 'claim' && !claimed.includes(role)).map(({ role }) => role)
  const added = claimed.filter((role) => !held.some((one) => one.role === role))
  if (gone.length === 0 && added.length === 0) return
  await tx.roleAssignment.deleteMany({ where: { personId, source: 'claim', role: { in: gone } } })
  await tx.roleAssignment.createMany({ data: added.map((role) => ({ personId, role, source: 'claim' as const })) })
  await noteOfPerson(tx, municipalityId, personId, 'person.roles', { added, removed: gone, source: 'claim' })
}
