import type { Actor, Advisor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Administrators let advisors in to their own municipality, and out again. */
export function mayLetIn(actor: Actor): actor is Staff {
  return may(actor, 'advisor.let-in')
}

/** Advisors go in where they were let in. Whether they were, the database says. */
export function mayGoIn(actor: Actor): actor is Advisor {
  return may(actor, 'advisor.go-in')
}
