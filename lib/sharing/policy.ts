import { type Actor, hasRole, isOwn, type Staff } from '@/lib/platform/actor'

/** Anybody who works in another municipality may copy home what they can read. */
export function mayCopy(actor: Actor, source: { municipalityId: string }): actor is Staff {
  return actor.kind === 'staff' && hasRole(actor, 'member') && !isOwn(actor, source)
}
