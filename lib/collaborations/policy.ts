import { type Actor, hasRole, type Staff } from '@/lib/platform/actor'

/** The administrator decides which collaborations the municipality is in. */
export function mayCollaborate(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && !actor.home && hasRole(actor, 'municipality_admin')
}
