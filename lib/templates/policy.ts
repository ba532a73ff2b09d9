import { type Actor, hasRole, type Staff } from '@/lib/platform/actor'

/** Everybody who works in a municipality may start a project there and runs it; those who only have insight may not. */
export function mayStartProject(actor: Actor): actor is Staff {
  if (actor.kind !== 'staff') return false
  return hasRole(actor, 'member') || hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin')
}

/** The portfolio manager and the administrator look after the templates of their municipality; all who work there may use them. */
export function mayManageTemplates(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin'))
}
