import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Whoever is from a municipality may be asked to take part in a project of another, and answers. */
export function mayAnswerInvitation(actor: Actor): actor is Staff {
  return may(actor, 'invitation.answer')
}
