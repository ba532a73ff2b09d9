import { type Actor, hasRole, type Staff } from '@/lib/platform/actor'

/** The portfolio manager and the administrator change many projects at once. */
export function mayChangeMany(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin'))
}

/** They also decide how often projects report, and make programmes. */
export const mayManagePortfolio = mayChangeMany
