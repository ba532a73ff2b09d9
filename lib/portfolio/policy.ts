import type { Actor, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** The portfolio manager and the administrator change many projects at once, decide how often projects report, and take starter packs. */
export function mayManagePortfolio(actor: Actor): actor is Staff {
  return may(actor, 'portfolio.manage')
}
