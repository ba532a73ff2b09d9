import 'server-only'
import { mayKeepOwn } from '@/lib/people/policy'
import type { Actor } from '@/lib/platform/actor'
import { endThese } from '@/lib/platform/auth/session-store'
import { transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'

/** Ends one of one's own sessions. Refuses one that is somebody else's, or over, as not there. */
export function endOwnSession(actor: Actor, { sessionId }: { sessionId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayKeepOwn(actor), 'forbidden')
    const ended = await endThese(tx, { id: sessionId, personId: actor.personId }, 'ended_by_self', actor.personId)
    refuseUnless(ended === 1, 'not-found')
  })
}

/** Ends all of one's own sessions but the one that asks; gives how many they were. */
export function endOtherSessions(actor: Actor, current: string): Promise<number> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayKeepOwn(actor), 'forbidden')
    return endThese(tx, { id: { not: current }, personId: actor.personId }, 'ended_by_self', actor.personId)
  })
}
