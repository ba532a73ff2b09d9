import { type Actor, type Founder, hasRole, type Operator, type Staff } from '@/lib/platform/actor'

/** Whoever sets up doors: those who are somebody, and whoever was sent a link to do it. */
export type Connecting = Actor | Founder

/** Administrators set up the doors of their own municipality, and founders the first. */
export function mayConnect(actor: Connecting): actor is Staff | Founder {
  if (actor.kind === 'founder') return actor.role !== 'advisor'
  return actor.kind === 'staff' && !actor.home && hasRole(actor, 'municipality_admin')
}

/** Operators approve them: whoever controls a door decides who may call themselves what. */
export function mayApprove(actor: Connecting): actor is Operator {
  return actor.kind === 'operator'
}
