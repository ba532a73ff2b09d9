import type { Actor, Advisor } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Advisors choose what is shown nationally. */
export function mayCurate(actor: Actor): actor is Advisor {
  return may(actor, 'nation.curate')
}
