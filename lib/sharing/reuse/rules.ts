import type { ReuseState } from '@/generated/prisma/enums'
import { dateOf, type IsoDate } from '@/lib/platform/dates'

/** The states that are use, or about to be. Who considers it, or has left it, does not build on it. */
export const usedStates: ReuseState[] = ['planned', 'in_progress', 'in_operation', 'stopped']

/** How long the word of an adopter counts. It is asked every twelve months, so it has been asked twice in vain by then. */
const yearsItCounts = 2

/** The last day that is too long ago for a confirmation to count. The database's own answer is `reuse_counts()`. */
export function lapsedOn(today: IsoDate): IsoDate {
  return `${Number(today.slice(0, 4)) - yearsItCounts}${today.slice(4).replace('-02-29', '-02-28')}`
}

/** Reuse that counts, as a filter: use, in the adopter's own word, which is not too old. */
export function countedReuse(today: IsoDate) {
  return { confirmedOn: { gt: dateOf(lapsedOn(today)) }, state: { in: usedStates } }
}

/** So many municipalities may be asked in 30 days whether they use what one has made. */
export const proposalsAMonth = 20

interface Said {
  state: ReuseState
  confirmedOn: IsoDate | null
}

/** Whether what an adopter has said counts as reuse. */
export function isCounted({ state, confirmedOn }: Said, today: IsoDate): boolean {
  return usedStates.includes(state) && isStanding(confirmedOn, today)
}

/** Whether a confirmation still stands, whatever was confirmed. */
export function isStanding(confirmedOn: IsoDate | null, today: IsoDate): boolean {
  return confirmedOn !== null && confirmedOn > lapsedOn(today)
}

/** What an adopter says when it copies: it plans to use this. What it has said of use before stands. */
export function stateByCopying(before: ReuseState | null): ReuseState {
  return before !== null && usedStates.includes(before) ? before : 'planned'
}
