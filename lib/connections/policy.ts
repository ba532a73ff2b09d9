import type { Actor, Founder, Operator, Staff } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Whoever sets up doors: those who are somebody, and whoever was sent a link to do it. */
export type Connecting = Actor | Founder

/** Administrators set up the doors of their own municipality, and founders the first. */
export function mayConnect(actor: Connecting): actor is Staff | Founder {
  return may(actor, 'connection.set-up')
}

/** Operators approve them: whoever controls a door decides who may call themselves what. */
export function mayApprove(actor: Connecting): actor is Operator {
  return may(actor, 'connection.approve')
}
