import { type Actor, hasRole, type Staff } from '@/lib/platform/actor'

/** Administrators look after the people of their own municipality. */
export function mayAdminister(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && !actor.home && hasRole(actor, 'municipality_admin')
}
