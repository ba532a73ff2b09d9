import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { type Actor, type Staff, visitor } from '../actor'
import { signin, type Tx, transaction } from '../db'
import { isLive, sessionLifeSeconds } from './rules'

const touchAfterMs = 60 * 1000

const hashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

/** Begins a session and gives its token, which only the browser keeps. One that this browser had before is ended. */
export function startSession(
  personId: string,
  connection: { id: string; municipalityId: string | null },
  earlier: string | null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  return transaction(signin, async (tx) => {
    const session = await tx.authSession.create({
      select: { id: true },
      data: {
        tokenHash: hashOf(token),
        personId,
        municipalityId: connection.municipalityId,
        identityProviderId: connection.id,
        expiresAt: new Date(Date.now() + sessionLifeSeconds * 1000),
      },
    })
    if (earlier) await end(tx, earlier)
    await tx.auditEvent.createMany({
      data: [
        {
          municipalityId: connection.municipalityId,
          actorId: personId,
          action: 'session.start',
          subjectType: 'auth_session',
          subjectId: session.id,
        },
      ],
    })
    return token
  })
}

/** Ends the session, if it lives, and gives the door it came through. */
export function endSession(token: string): Promise<{ connectionId: string } | null> {
  return transaction(signin, (tx) => end(tx, token))
}

async function end(tx: Tx, token: string): Promise<{ connectionId: string } | null> {
  const session = await tx.authSession.findUnique({ where: { tokenHash: hashOf(token) } })
  if (!session || session.endedAt) return null
  const { id, municipalityId, personId } = session
  await tx.authSession.updateMany({ where: { id }, data: { endedAt: new Date() } })
  await tx.auditEvent.createMany({
    data: [{ municipalityId, actorId: personId, action: 'session.end', subjectType: 'auth_session', subjectId: id }],
  })
  return { connectionId: session.identityProviderId }
}

const sessionFields = {
  id: true,
  lastSeenAt: true,
  expiresAt: true,
  endedAt: true,
  identityProvider: { select: { status: true, municipalityId: true } },
  person: {
    select: {
      id: true,
      name: true,
      status: true,
      roles: { select: { role: true } },
      municipality: { select: { id: true, number: true, displayName: true, writtenNorm: true } },
      homeMunicipality: { select: { displayName: true } },
    },
  },
} satisfies Prisma.AuthSessionSelect

/** Whoever holds this token now: roles, status and door are read afresh, so that a change counts from the next request. */
export function actorOf(token: string): Promise<Actor> {
  return transaction(signin, async (tx) => {
    const session = await tx.authSession.findUnique({ where: { tokenHash: hashOf(token) }, select: sessionFields })
    const now = new Date()
    if (!session || !isLive(session, now)) return visitor
    const { person, identityProvider } = session
    if (person.status !== 'active' || identityProvider.status !== 'approved') return visitor
    // Somebody who has moved to another municipality comes in through that one's door.
    if ((person.municipality?.id ?? null) !== identityProvider.municipalityId) return visitor
    if (now.getTime() - session.lastSeenAt.getTime() > touchAfterMs) {
      await tx.authSession.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
    }
    return actorFrom(person)
  })
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

/** A person as they may act now without a session, for feeds that carry a sealed address. Nobody where they may no longer sign in. */
export function actorOfPerson(personId: string): Promise<Actor> {
  return transaction(signin, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId }, select: sessionFields.person.select })
    return person?.status === 'active' ? actorFrom(person) : visitor
  })
}

function actorFrom(person: Prisma.AuthSessionGetPayload<{ select: typeof sessionFields }>['person']): Actor {
  const roles = person.roles.map(({ role }) => role)
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
  return roles.includes('advisor') ? { kind: 'advisor', personId: person.id, name: person.name, roles } : visitor
}
