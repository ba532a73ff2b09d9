import type { IdeaDecision } from '@/generated/prisma/enums'
import { type Actor, hasRole, isEmployee, isOwn, type Staff } from '@/lib/platform/actor'

/** What the law on ideas needs to know. */
export interface IdeaFacts {
  municipalityId: string
  registeredBy: string
  decision: IdeaDecision
}

/** Everybody who works in a municipality may register an idea there, those who read its portfolio too. */
export const mayRegisterIdea = isEmployee

/** The portfolio manager and the administrator of the municipality score ideas, decide on them and make projects of them. */
export function mayAssessIdea(actor: Actor, idea: Pick<IdeaFacts, 'municipalityId'>): actor is Staff {
  return isOwn(actor, idea) && (hasRole(actor, 'portfolio_manager') || hasRole(actor, 'municipality_admin'))
}

/** The one who registered an idea may change it until it is decided on; those who assess it may always. */
export function mayEditIdea(actor: Actor, idea: IdeaFacts): actor is Staff {
  if (!isOwn(actor, idea) || !mayRegisterIdea(actor)) return false
  const isAuthor = idea.registeredBy === actor.personId
  return (isAuthor && idea.decision === 'considering') || mayAssessIdea(actor, idea)
}
