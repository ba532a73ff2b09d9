import type { Actor, Advisor, Staff, Visitor } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** A reader who is signed in, and takes part in the sharing, says why a report no longer holds. */
export function mayFlag(actor: Actor): actor is Staff | Advisor {
  return may(actor, 'report.flag')
}

/** A visitor says the same by one of our reasons. */
export function mayFlagUnnamed(actor: Actor): actor is Visitor {
  return may(actor, 'report.flag-unnamed')
}
