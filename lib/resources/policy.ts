import { type Actor, isSelf, type Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** People register their own absence; the portfolio manager and the administrator register anybody's. */
export function mayRegisterAbsence(actor: Actor, personId: string): actor is Staff {
  return may(actor, 'absence.register', { as: isSelf(actor, personId) ? ['self'] : [] })
}
