import type { Actor, Advisor } from '@/lib/platform/actor'

/** Advisors choose what is shown nationally. */
export function mayCurate(actor: Actor): actor is Advisor {
  return actor.kind === 'advisor' && actor.roles.includes('advisor')
}
