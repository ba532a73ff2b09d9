import { type Actor, hasRole, type Staff } from '@/lib/platform/actor'

/** People register their own absence; the portfolio manager and the administrator register anybody's. */
export function mayRegisterAbsence(actor: Actor, personId: string): actor is Staff {
  if (actor.kind !== 'staff') return false
  return actor.personId === personId || hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin')
}
