import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** The administrator decides which collaborations the municipality is in. */
export function mayCollaborate(actor: Actor): actor is Staff {
  return may(actor, 'collaboration.choose')
}
