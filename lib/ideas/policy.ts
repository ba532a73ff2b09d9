import type { IdeaDecision } from '@/generated/prisma/enums'
import { type Actor, isSelf, type Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** What the law on ideas needs to know. */
export interface IdeaFacts {
  municipalityId: string
  registeredBy: string
  decision: IdeaDecision
}

/** Everybody who works in a municipality may register an idea there, those who read its portfolio too. */
export function mayRegisterIdea(actor: Actor): actor is Staff {
  return may(actor, 'idea.register')
}

/** The portfolio manager and the administrator of the municipality score ideas, decide on them and make projects of them. */
export function mayAssessIdea(actor: Actor, { municipalityId }: Pick<IdeaFacts, 'municipalityId'>): actor is Staff {
  return may(actor, 'idea.assess', { municipalityId })
}

/** The one who registered an idea may change it until it is decided on; those who assess it may always. */
export function mayEditIdea(actor: Actor, { municipalityId, registeredBy, decision }: IdeaFacts): actor is Staff {
  const isAuthor = isSelf(actor, registeredBy)
  return may(actor, 'idea.edit', { municipalityId, as: isAuthor && decision === 'considering' ? ['author'] : [] })
}
