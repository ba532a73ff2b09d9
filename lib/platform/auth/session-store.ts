import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { ConnectionKind, SessionEnd } from '@/generated/prisma/enums'
import { config } from '../config'
import { signin, type Tx, transaction } from '../db'
import type { Identified } from './identity'
import { sessionLifeOf } from './profiles'

export const hashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

/** The name a provider gives its session, as it is kept here: found again, but not told. */
export function providerSessionHash(connectionId: string, sid: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', config().authSecret).update(`sid:${connectionId}:${sid}`).digest())
}

export interface Beginning {
  /** The session this browser had before, which is ended. */
  earlier: string | null
  device: string
  /** Of the validated ID token. */
  claims: Readonly<Record<string, unknown>>
}

/** Begins a session and gives its token, which only the browser keeps. */
export function startSession(
  { personId, municipalityId }: Identified,
  connection: { id: string; kind: ConnectionKind },
  { earlier, device, claims }: Beginning,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { sid, acr, amr, auth_time: authTime } = claims
  const methods = [amr].flat().filter((method) => typeof method === 'string' && /^[\w:.-]{1,40}$/.test(method)) as string[]
  return transaction(signin, async (tx) => {
    const session = await tx.authSession.create({
      select: { id: true },
      data: {
        tokenHash: hashOf(token),
        personId,
        device,
        municipalityId,
        identityProviderId: connection.id,
        expiresAt: new Date(Date.now() + sessionLifeOf(connection.kind) * 1000),
        providerSessionHash: typeof sid === 'string' ? providerSessionHash(connection.id, sid) : null,
        acr: typeof acr === 'string' ? acr.slice(0, 100) : null,
        authenticatedAt: typeof authTime === 'number' ? new Date(authTime * 1000) : null,
      },
    })
    if (earlier) await end(tx, earlier, 'replaced')
    await tx.auditEvent.createMany({
      data: [
        {
          municipalityId,
          actorId: personId,
          action: 'session.start',
          subjectType: 'auth_session',
          subjectId: session.id,
          detail: {
            connection: connection.id,
            ...(typeof acr === 'string' && { acr: acr.slice(0, 100) }),
            ...(methods.length > 0 && { amr: methods }),
            ...(typeof authTime === 'number' && { authTime }),
          },
        },
      ],
    })
    return token
  })
}

/** Ends the session, if it lives, and gives the door it came through. */
export function endSession(token: string): Promise<{ connectionId: string } | null> {
  return transaction(signin, (tx) => end(tx, token, 'signed_out'))
}

/** Which session a token is of; null where there is none. The hash itself is never read. */
export async function sessionWith(tx: Tx, token: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<[{ id: string | null }]>`SELECT session_with(${hashOf(token)}) AS id`
  return found.id
}

async function end(tx: Tx, token: string, why: SessionEnd): Promise<{ connectionId: string } | null> {
  const id = await sessionWith(tx, token)
  const select = { id: true, endedAt: true, identityProviderId: true } as const
  const session = id && (await tx.authSession.findUnique({ where: { id }, select }))
  if (!session || session.endedAt) return null
  await endThese(tx, { id: session.id }, why)
  return { connectionId: session.identityProviderId }
}

/** Ends the sessions that live among these, each with its own line in the trail, and gives how many they were. */
export async function endThese(tx: Tx, where: Prisma.AuthSessionWhereInput, why: SessionEnd, actorId?: string): Promise<number> {
  const sessions = await tx.authSession.findMany({
    where: { ...where, endedAt: null },
    select: { id: true, municipalityId: true, personId: true },
  })
  await tx.authSession.updateMany({
    where: { id: { in: sessions.map(({ id }) => id) } },
    data: { endedAt: new Date(), endedFor: why },
  })
  await tx.auditEvent.createMany({
    data: sessions.map(({ id, municipalityId, personId }) => ({
      municipalityId,
      actorId: actorId ?? personId,
      action: 'session.end',
      subjectType: 'auth_session',
      subjectId: id,
      detail: { why, ...(actorId && actorId !== personId && { person: personId }) },
    })),
  })
  return sessions.length
}

/** Ends what a provider says is over: its session of this name, or every session of its subject. Gives how many they were. */
export function endAtProvider(
  connectionId: string,
  ended: { sid: string } | { sub: string },
  why: 'front_channel' | 'back_channel',
): Promise<number> {
  return transaction(signin, async (tx) => {
    if ('sid' in ended) {
      const named = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM sessions_of_provider(${connectionId}::uuid, ${providerSessionHash(connectionId, ended.sid)}) AS id`
      return endThese(tx, { id: { in: named.map(({ id }) => id) } }, why)
    }
    const identity = await tx.externalIdentity.findUnique({
      where: { identityProviderId_subject: { identityProviderId: connectionId, subject: ended.sub } },
    })
    return identity ? endThese(tx, { identityProviderId: connectionId, personId: identity.personId }, why) : 0
  })
}

/** Whether a logout token is seen for the first time; it is remembered until it has run out. */
export function isFirstUse(connectionId: string, jti: string, expiresAt: Date): Promise<boolean> {
  return transaction(signin, async (tx) => {
    await tx.logoutToken.deleteMany({ where: { expiresAt: { lt: new Date() } } })
    const { count } = await tx.logoutToken.createMany({
      data: [{ identityProviderId: connectionId, jti, expiresAt }],
      skipDuplicates: true,
    })
    return count === 1
  })
}
