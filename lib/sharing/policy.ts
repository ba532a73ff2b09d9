import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Anybody who works in another municipality may copy home what they can read. */
export function mayCopy(actor: Actor, { municipalityId }: { municipalityId: string }): actor is Staff {
  return may(actor, 'sharing.copy', { municipalityId })
}
