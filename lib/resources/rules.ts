import { addDays, type IsoDate } from '@/lib/platform/dates'

/** A share of a person's time in a period. */
export interface Share {
  personId: string
  startOn: IsoDate
  endOn: IsoDate
  percent: number
}

export interface WeekLoad {
  /** The Monday. */
  weekOn: IsoDate
  /** What is assigned, in per cent of a full week. */
  assigned: number
  /** What is left of the week when absence is taken away, in per cent. */
  available: number
  isOver: boolean
}

/** The Monday of the week that a date is in. */
export function mondayOf(on: IsoDate): IsoDate {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return addDays(on, weekday === 0 ? -6 : 1 - weekday)
}

/** How many of the five working days of a week lie in a period. */
function workdaysWithin(weekOn: IsoDate, { startOn, endOn }: Pick<Share, 'startOn' | 'endOn'>): number {
  return [0, 1, 2, 3, 4].map((day) => addDays(weekOn, day)).filter((on) => on >= startOn && on <= endOn).length
}

const weekShare = (weekOn: IsoDate, shares: readonly Share[]) =>
  Math.round(shares.reduce((sum, share) => sum + (share.percent * workdaysWithin(weekOn, share)) / 5, 0))

/** The load of one person week by week, of what is assigned against what is left after absence. */
export function weeklyLoad(weeks: readonly IsoDate[], assigned: readonly Share[], absences: readonly Share[]): WeekLoad[] {
  return weeks.map((weekOn) => {
    const load = weekShare(weekOn, assigned)
    const available = Math.max(0, 100 - weekShare(weekOn, absences))
    return { weekOn, assigned: load, available, isOver: load > available }
  })
}

/** The Mondays from the week of a date on. */
export function weeksFrom(on: IsoDate, count: number): IsoDate[] {
  const first = mondayOf(on)
  return Array.from({ length: count }, (_, index) => addDays(first, index * 7))
}
