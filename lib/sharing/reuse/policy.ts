import { type Actor, hasRole, isOwn, type Staff } from '@/lib/platform/actor'

/** Anybody who works in another municipality may say how theirs uses a report they can read. Never a guest, on behalf of the host. */
export function maySayReuse(actor: Actor, report: { municipalityId: string }): actor is Staff {
  return actor.kind === 'staff' && !actor.home && hasRole(actor, 'member') && !isOwn(actor, report)
}

/** Those at the source may say whom they believe uses it. */
export function mayProposeReuse(actor: Actor, report: { municipalityId: string }): actor is Staff {
  return isOwn(actor, report) && !actor.home && hasRole(actor, 'member')
}
