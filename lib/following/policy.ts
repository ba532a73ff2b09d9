import type { Actor, Advisor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Those who are told of things may follow them, keep searches for them, and say how often they want to hear. */
export function mayFollow(actor: Actor): actor is Staff | Advisor {
  return may(actor, 'news.follow')
}
