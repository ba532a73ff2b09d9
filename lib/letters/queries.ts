import 'server-only'
import type { Cadence } from '@/generated/prisma/enums'
import { usualCadences } from '@/lib/news/rules'
import { mayKeepOwn } from '@/lib/people/policy'
import type { Actor } from '@/lib/platform/actor'
import { read, worker } from '@/lib/platform/db'

/** Whom there is something to write to at this cadence. For the worker alone. */
export function peopleToWriteTo(cadence: Exclude<Cadence, 'off'>): Promise<string[]> {
  return read(worker, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT people_to_write_to(${cadence}::cadence, ${JSON.stringify(usualCadences)}::jsonb) AS id`
    return rows.map(({ id }) => id)
  })
}

/** The newest letters to the actor, as the demo shows them in the browser. */
export function myLetters(actor: Actor) {
  return read(actor, async (tx) => {
    if (!mayKeepOwn(actor)) return []
    const rows = await tx.letter.findMany({
      where: { personId: actor.personId },
      orderBy: { createdAt: 'desc' },
      take: 50,
      select: { id: true, subject: true, address: true, createdAt: true, sentAt: true, failedAt: true, cadence: true },
    })
    return rows.map(({ createdAt, sentAt, failedAt, ...row }) => ({
      ...{ ...row, at: createdAt.toISOString() },
      standing: sentAt ? ('sent' as const) : failedAt ? ('failed' as const) : ('waiting' as const),
    }))
  })
}

/** Whether the newest letter to somebody was given up: their address may be wrong. */
export function lastLetterFailed(actor: Exclude<Actor, { kind: 'visitor' }>): Promise<boolean> {
  return read(actor, async (tx) => {
    const last = await tx.letter.findFirst({
      where: { personId: actor.personId },
      orderBy: { createdAt: 'desc' },
      select: { failedAt: true },
    })
    return last?.failedAt != null
  })
}

/** One letter to the actor; null where it is somebody else's. */
export function myLetter(actor: Actor, letterId: string) {
  return read(actor, async (tx) => {
    if (!mayKeepOwn(actor)) return null
    return tx.letter.findFirst({
      where: { id: letterId, personId: actor.personId },
      select: { subject: true, address: true, html: true, text: true, language: true, createdAt: true },
    })
  })
}
