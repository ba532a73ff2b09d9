import { type Actor, hasRole, isEmployee, isOwn, type Staff } from '@/lib/platform/actor'

/** Whoever does the work in a municipality says that it is in on what another one plans. */
export function mayJoinPlan(actor: Actor, plan: { municipalityId: string }): actor is Staff {
  return isEmployee(actor) && hasRole(actor, 'member') && !isOwn(actor, plan)
}
