import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Whoever is from a municipality uses its desk: portfolio, ideas, templates, views of lists. */
export function mayUseDesk(actor: Actor): actor is Staff {
  return may(actor, 'desk.use')
}
