import type { IsoDate } from '@/lib/platform/dates'

/** When effects are asked about, in months after publication. */
export const followUpMonths = [6, 12, 24] as const

/** The follow-ups that are due: asked for in order, and none that has been answered. */
export function dueFollowUps(publishedOn: IsoDate, answered: readonly number[], today: IsoDate): number[] {
  return followUpMonths.filter((months) => !answered.includes(months) && monthsAfter(publishedOn, months) <= today)
}

/** The same day some months later; the last day of a shorter month. */
export function monthsAfter(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))).toISOString().slice(0, 10)
}
