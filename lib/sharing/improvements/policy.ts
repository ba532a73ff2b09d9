import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'
import { inProject, type ProjectFacts } from '@/lib/projects/policy'

/** Those of the municipality see what was offered to and from its project. */
export function maySeeImprovements(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'improvement.see', { municipalityId })
}

/** Those who run the project take and offer. Guests do neither on behalf of their host. */
export function mayExchangeImprovements(actor: Actor, project: ProjectFacts): actor is Staff {
  return may(actor, 'improvement.exchange', inProject(actor, project))
}
