import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Those at home in a municipality talk about what is said of a report. */
export function mayDiscuss(actor: Actor): actor is Staff {
  return may(actor, 'recommendation.discuss')
}

/** A municipality that has confirmed that it uses a report says what it thinks of it. */
export function mayRecommend(actor: Actor, isUser: boolean): actor is Staff {
  return may(actor, 'recommendation.give', { as: isUser ? ['adopter'] : [] })
}

/** It takes it back as well. */
export function mayWithdraw(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'recommendation.withdraw', { municipalityId })
}
