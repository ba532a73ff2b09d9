import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Those who mind the portfolio or administer the municipality look at what others want to publish. */
export function mayApprovePublications(actor: Actor): actor is Staff {
  return may(actor, 'publication.approve')
}

/** The administrator decides who may publish how widely. */
export function maySetPublishing(actor: Actor): actor is Staff {
  return may(actor, 'publication.rule')
}
