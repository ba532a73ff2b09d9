import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Role, SessionEnd } from '@/generated/prisma/enums'
import { type Actor, type Staff, visitor } from '../actor'
import { signin, type Tx, transaction } from '../db'
import { freshSeconds, idleSeconds, whyOver } from './rules'
import { endThese, sessionWith } from './session-store'

// Whether somebody who has come in may still be there: asked anew at every request, and answered in one place.

const touchAfterMs = 60 * 1000

const personFields = {
  id: true,
  name: true,
  status: true,
  roles: { select: { role: true } },
  municipality: {
    select: { id: true, number: true, displayName: true, writtenNorm: true, closure: { select: { closedAt: true } } },
  },
  homePersonId: true,
  homeMunicipality: { select: { displayName: true } },
} satisfies Prisma.PersonSelect

const sessionFields = {
  ...{ id: true, municipalityId: true, createdAt: true, lastSeenAt: true, expiresAt: true, endedAt: true, authenticatedAt: true },
  identityProviderId: true,
  identityProvider: { select: { status: true } },
  person: { select: personFields },
  advisorGrant: {
    select: {
      ...{ id: true, personId: true, role: true, validTo: true },
      municipality: { select: { id: true, number: true, displayName: true, writtenNorm: true } },
    },
  },
} satisfies Prisma.AuthSessionSelect

type Person = Prisma.PersonGetPayload<{ select: typeof personFields }>
type Session = Prisma.AuthSessionGetPayload<{ select: typeof sessionFields }>

/** Whether somebody may come in at all: let in, and of a municipality that takes part still. */
const mayBeHere = ({ status, municipality }: Pick<Person, 'status' | 'municipality'>) =>
  status === 'active' && !municipality?.closure

/**
 * The session with this token where it still counts: not ended, not past its limits, of somebody who may come in by a door that is open,
 * and who is still of the municipality they came in to. One that has run out is ended for that, so that the trail tells it.
 */
export async function liveSession(tx: Tx, token: string): Promise<Session | null> {
  const id = await sessionWith(tx, token)
  const session = id && (await tx.authSession.findUnique({ where: { id }, select: sessionFields }))
  if (!session || session.endedAt) return null
  const over: SessionEnd | null = whyOver(session, new Date())
  if (over) await endThese(tx, { id: session.id }, over)
  const { person, identityProvider, municipalityId } = session
  const isSound = mayBeHere(person) && identityProvider.status === 'approved'
  return !over && isSound && (person.municipality?.id ?? null) === municipalityId ? session : null
}

/** Whoever holds this token now: roles, status and door are read afresh, so that a change counts from the next request. */
export function actorOf(token: string): Promise<Actor> {
  return transaction(signin, async (tx) => {
    const session = await liveSession(tx, token)
    if (!session) return visitor
    const now = new Date()
    if (now.getTime() - session.lastSeenAt.getTime() > touchAfterMs)
      await tx.authSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
    return (await actorInside(tx, session)) ?? actorFrom(session.person)
  })
}

/** An advisor as they act where this session has gone in; null where it has not, or where the leave counts no longer: then it is outside from now on. */
async function actorInside(tx: Tx, { id, person, advisorGrant: grant }: Session): Promise<Staff | null> {
  if (!grant) return null
  const [leave] = await tx.$queryRaw<{ counts: boolean }[]>`
    SELECT grant_counts(g) AS counts FROM advisor_grant g WHERE g.id = ${grant.id}::uuid`
  if (!leave?.counts) {
    await tx.authSession.updateMany({ where: { id }, data: { advisorGrantId: null } })
    return null
  }
  const { displayName, ...municipality } = grant.municipality
  return {
    ...{ kind: 'staff', personId: grant.personId, name: person.name, roles: rolesOf(grant.role) },
    municipality: { ...municipality, name: displayName },
    advisor: { personId: person.id, until: grant.validTo },
  }
}

/** Who minds the portfolio works there as well; who reads does not. */
const rolesOf = (role: Role): Role[] => (role === 'portfolio_manager' ? ['member', role] : [role])

export interface SessionLeft {
  id: string
  /** Seconds until it is over if nothing is done. */
  idle: number
  /** Seconds until it is over whatever is done. */
  life: number
}

/** How long the session with this token has left, without using it; null when it is over. */
export function sessionLeft(token: string): Promise<SessionLeft | null> {
  return transaction(signin, async (tx) => {
    const session = await liveSession(tx, token)
    if (!session) return null
    const secondsTo = (at: number) => Math.max(0, Math.floor((at - Date.now()) / 1000))
    const life = secondsTo(session.expiresAt.getTime())
    return { id: session.id, life, idle: Math.min(life, secondsTo(session.lastSeenAt.getTime() + idleSeconds * 1000)) }
  })
}

/** Uses the session, so that it lives on; nothing happens to one that is over. */
export function extendSession(token: string): Promise<void> {
  return transaction(signin, async (tx) => {
    const session = await liveSession(tx, token)
    if (session) await tx.authSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date() } })
  })
}

/** Whether whoever holds this token has proved who they are in the last minutes, as what opens the house to others demands. */
export function isFresh(token: string): Promise<boolean> {
  return transaction(signin, async (tx) => {
    const provenAt = (await liveSession(tx, token))?.authenticatedAt
    return provenAt instanceof Date && Date.now() - provenAt.getTime() < freshSeconds * 1000
  })
}

/** The door that the session with this token came in by; null when it is over. */
export function connectionOf(token: string): Promise<string | null> {
  return transaction(signin, async (tx) => (await liveSession(tx, token))?.identityProviderId ?? null)
}

/** Somebody from a partner municipality as they stand in a project: its guest where they are one, else themselves. */
export async function guestIn(who: Staff, projectId: string): Promise<Staff> {
  const [guest] = await transaction(
    who,
    (tx) => tx.$queryRaw<{ personId: string }[]>`
      SELECT person_id AS "personId" FROM my_guest_projects() WHERE project_id = ${projectId}::uuid`,
  )
  const found = guest ? await actorOfPerson(guest.personId) : who
  return found.kind === 'staff' ? found : who
}

const ways = { select: { identityProvider: { select: { status: true } } } } as const

/**
 * A person as they may act now without a session, for feeds that carry a sealed address. Nobody where they may no longer sign in, or where
 * every door they are known at is closed. A guest follows who they are at home.
 */
export function actorOfPerson(personId: string): Promise<Actor> {
  return transaction(signin, async (tx) => {
    const select = { ...personFields, identities: ways, home: { select: { identities: ways } } }
    const person = await tx.person.findUnique({ where: { id: personId }, select })
    if (!person || !mayBeHere(person)) return visitor
    const doors = (person.home?.identities ?? person.identities).map(({ identityProvider }) => identityProvider.status)
    return doors.length > 0 && !doors.includes('approved') ? visitor : actorFrom(person)
  })
}

function actorFrom(person: Person): Actor {
  const roles = person.roles.map(({ role }) => role)
  // The seat of an advisor is acted from by a session that has gone in, and by nothing else.
  if (person.homePersonId && !person.homeMunicipality) return visitor
  if (person.municipality) {
    const { id, number, displayName, writtenNorm } = person.municipality
    return {
      kind: 'staff',
      personId: person.id,
      name: person.name,
      roles,
      municipality: { id, number, name: displayName, writtenNorm },
      ...(person.homeMunicipality && { home: { name: person.homeMunicipality.displayName } }),
    }
  }
  // Those who run Delt do not curate as well: the one who approves doors reads no drafts sent for review.
  const kind = roles.includes('operator') ? 'operator' : roles.includes('advisor') ? 'advisor' : null
  return kind ? { kind, personId: person.id, name: person.name, roles } : visitor
}
