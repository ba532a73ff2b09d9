import { type Actor, hasRole, isOwn, type Staff } from '@/lib/platform/actor'
import { mayManagePortfolio } from '@/lib/portfolio/policy'

/** The portfolio manager and the administrator make programmes. */
export const mayMakeProgramme = mayManagePortfolio

/** They change them too; so does the manager of the programme. */
export function mayChangeProgramme(
  actor: Actor,
  programme: { municipalityId: string; managerId: string | null },
): actor is Staff {
  if (!isOwn(actor, programme)) return false
  return hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin') || programme.managerId === actor.personId
}
