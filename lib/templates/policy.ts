import { type Actor, hasRole, isEmployee, type Staff } from '@/lib/platform/actor'

/** Everybody who works in a municipality may start a project there and runs it, those who read its portfolio too. */
export const mayStartProject = isEmployee

/** The portfolio manager and the administrator look after the templates of their municipality; all who work there may use them. */
export function mayManageTemplates(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin'))
}
