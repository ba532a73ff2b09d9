import type { Role } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dateInNorway, type IsoDate } from '@/lib/platform/dates'

/** What an advisor can be let in as, the least first. Never administration: who comes in, and what is opened to others, is the municipality's own. */
export const grantRoles = ['portfolio_reader', 'member', 'portfolio_manager'] as const satisfies Role[]
export type GrantRole = (typeof grantRoles)[number]

/** How long a leave lasts at most, in days. Who is needed longer is let in anew, by somebody who has thought of it again. */
export const longestDays = 90

/** The last day a leave that is given today may last to. */
export const lastDayFrom = (today: IsoDate): IsoDate => addDays(today, longestDays)

/** How a leave stands. */
export type GrantState = 'open' | 'ended' | 'expired'

export function grantState({ endedAt, validTo }: { endedAt: Date | null; validTo: Date }, now: Date): GrantState {
  if (endedAt) return 'ended'
  return now < validTo ? 'open' : 'expired'
}

/** The last day of a leave that counts until this moment. */
export const lastDay = (validTo: Date): IsoDate => dateInNorway(new Date(validTo.getTime() - 1))

/** Where an advisor acts by leave, as what and until when; null for everybody else. */
export function insideOf(actor: Actor): { municipality: string; role: GrantRole; until: IsoDate } | null {
  if (actor.kind !== 'staff' || !actor.advisor) return null
  const role = grantRoles.findLast((one) => actor.roles.includes(one)) ?? 'portfolio_reader'
  return { municipality: actor.municipality.name, role, until: lastDay(actor.advisor.until) }
}
