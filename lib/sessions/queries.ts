import 'server-only'
import type { Actor, Visitor } from '@/lib/platform/actor'
import { idleSeconds } from '@/lib/platform/auth/rules'
import { read } from '@/lib/platform/db'

export interface OpenSession {
  id: string
  /** Browser and system in general terms; empty where they said nothing. */
  device: string
  door: string
  startedAt: Date
  lastSeenAt: Date
  isThis: boolean
}

/** The sessions of one's own that live, the latest used first. `current` is the one that asks. */
export function openSessions(who: Exclude<Actor, Visitor>, current: string | null): Promise<OpenSession[]> {
  return read(who, async (tx) => {
    const rows = await tx.authSession.findMany({
      where: { personId: who.personId, ...alive() },
      orderBy: { lastSeenAt: 'desc' },
      take: 50,
      select: { id: true, device: true, createdAt: true, lastSeenAt: true, municipality: { select: { displayName: true } } },
    })
    return rows.map(({ id, device, createdAt, lastSeenAt, municipality }) => ({
      ...{ id, lastSeenAt, startedAt: createdAt, device: device ?? '' },
      door: municipality?.displayName ?? 'KommIT',
      isThis: id === current,
    }))
  })
}

/** What a session that still counts looks like in the database. */
export function alive(now = new Date()) {
  return { endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - idleSeconds * 1000) } }
}
