import { type Actor, hasRole, type Staff } from '@/lib/platform/actor'

/** Those who mind the portfolio or administer the municipality look at what others want to publish. */
export function mayApprovePublications(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && !actor.home && (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin'))
}

/** The administrator decides who may publish how widely. */
export function maySetPublishing(actor: Actor): actor is Staff {
  return actor.kind === 'staff' && !actor.home && hasRole(actor, 'municipality_admin')
}
