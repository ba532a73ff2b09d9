import type { Reason } from '@/lib/municipalities/likeness/rules'
import { mostAdoptersAsked } from '../rules'

/** A municipality that may be asked, and why it is like the one that asks. */
export interface Askable {
  id: string
  number: string
  name: string
  /** From 0 to 1; null where the one who asks is from nowhere. */
  score: number | null
  reasons: Reason[]
}

/** Whom a question about a report may go to. */
export interface WhomToAsk {
  /** Null where the source asks itself. */
  source: Askable | null
  /** Those who have done the same, the most alike first. */
  users: Askable[]
}

export type Audience = 'all' | 'alike'

/** From here on two municipalities are said to be alike: more than half of what counts is near. */
const alikeFrom = 0.6

export const isAlike = ({ score, reasons }: Askable) => score !== null && score >= alikeFrom && reasons.length > 0

/** Those of the users that an audience takes in, however many. */
export function usersIn({ users }: WhomToAsk, audience: Audience): Askable[] {
  return audience === 'alike' ? users.filter(isAlike) : users
}

/** Those who are asked: the source, and as many of the others as may be, the most alike first. */
export function chosenToAsk(whom: WhomToAsk, audience: Audience): Askable[] {
  return [...(whom.source ? [whom.source] : []), ...usersIn(whom, audience).slice(0, mostAdoptersAsked)]
}
