import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Whoever works in a municipality says how it is there. */
export function mayAnswerFit(actor: Actor): actor is Staff {
  return may(actor, 'fit.answer')
}
