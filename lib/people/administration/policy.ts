import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Administrators look after the people of their own municipality. */
export function mayAdminister(actor: Actor): actor is Staff {
  return may(actor, 'people.administer')
}
