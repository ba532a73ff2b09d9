import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'
import { inProject, type ProjectFacts } from '@/lib/projects/policy'

/** Whoever is signed in reads what municipalities plan and let others see. */
export function mayReadPlans(actor: Actor): actor is Exclude<Actor, { kind: 'visitor' }> {
  return may(actor, 'plan.read')
}

/** Whoever works in a municipality holds its projects against what others plan. */
export function mayComparePlans(actor: Actor): actor is Staff {
  return may(actor, 'plan.compare')
}

/** Those who run the project, and work in its municipality, let others see the plan. */
export function maySharePlan(actor: Actor, project: ProjectFacts): actor is Staff {
  return may(actor, 'plan.share', inProject(actor, project))
}

/** Whoever does the work in a municipality says that it is in on what another one plans. */
export function mayJoinPlan(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'plan.join', { municipalityId })
}

/** Whoever works there says that it is in no longer. */
export function mayLeavePlan(actor: Actor): actor is Staff {
  return may(actor, 'plan.leave')
}
