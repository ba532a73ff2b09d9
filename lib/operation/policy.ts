import type { Actor, Operator } from '@/lib/platform/actor'
import { may } from '@/lib/platform/law'

/** Operators run Delt for all: who takes part, reforms, those who come first, letters that did not get there. */
export function mayOperate(actor: Actor): actor is Operator {
  return may(actor, 'nation.operate')
}
