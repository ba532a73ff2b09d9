import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Anybody who works in another municipality may say how theirs uses a report they can read. Never a guest, on behalf of the host. */
export function maySayReuse(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'reuse.say', { municipalityId })
}

/** Those who use it confirm it, and say where they do not. */
export function mayAnswerReuse(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'reuse.answer', { municipalityId })
}

/** Those at the source may say whom they believe uses it. */
export function mayProposeReuse(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'reuse.propose', { municipalityId })
}
