import { addDays, dateOf, daysBetween, type IsoDate, isoDate } from '@/lib/platform/dates'
import { actualSpan, isPoint, plannedSpan, type Span, type TimelineItem } from '../rules'

export type TickUnit = 'week' | 'month' | 'quarter' | 'year'

export interface Tick {
  on: IsoDate
  /** Share of the width, 0 to 1. */
  at: number
}

export interface Place {
  x: number
  width: number
}

export interface TimelineScale {
  /** The first day shown: the first of a month. */
  from: IsoDate
  /** The first day not shown: the first of the month after the last. */
  to: IsoDate
  days: number
  unit: TickUnit
  ticks: Tick[]
  /** Where today is; null when the plan is too far away for today to be worth its room. */
  todayAt: number | null
  /** The planned days as shares of the width; a point is the middle of its day and has no width. Null without dates. */
  place(item: TimelineItem): Place | null
  /** The same for the days it really took. */
  placeActual(item: TimelineItem): Place | null
}

const monthsPerTick = { month: 1, quarter: 3, year: 12 } as const

/** A calendar for all the items, in whole months, with ticks to suit its length. */
export function timelineScale(items: readonly TimelineItem[], today: IsoDate): TimelineScale {
  const { startOn, endOn } = shownSpan(items, today)
  const from = monthStart(startOn)
  const to = addMonths(monthStart(endOn), 1)
  const days = daysBetween(from, to)
  const share = (on: IsoDate) => daysBetween(from, on) / days
  const placeSpan = (span: Span | null, item: TimelineItem): Place | null => {
    if (!span) return null
    if (isPoint(item)) return { x: share(span.endOn) + 0.5 / days, width: 0 }
    return { x: share(span.startOn), width: (daysBetween(span.startOn, span.endOn) + 1) / days }
  }
  const unit = unitFor(days)
  return {
    from,
    to,
    days,
    unit,
    ticks: tickDays(from, to, unit).map((on) => ({ on, at: share(on) })),
    todayAt: today >= from && today < to ? share(today) + 0.5 / days : null,
    place: (item) => placeSpan(plannedSpan(item), item),
    placeActual: (item) => placeSpan(actualSpan(item, today), item),
  }
}

/** The number of the week, as Norwegians count them: the first has the first Thursday of the year. */
export function weekNumber(on: IsoDate): number {
  const thursday = addDays(on, 3 - daysSinceMonday(on))
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

/** The number of the quarter, 1 to 4. */
export function quarterNumber(on: IsoDate): number {
  return Math.floor(monthOf(on) / 3) + 1
}

/** From the first day to the last, and today where it is no further away than the plan is long. */
function shownSpan(items: readonly TimelineItem[], today: IsoDate): Span {
  const spans = items.flatMap((item) => [plannedSpan(item), actualSpan(item, today)]).filter((span) => span !== null)
  const startOn = spans
    .map((span) => span.startOn)
    .sort()
    .at(0)
  const endOn = spans
    .map((span) => span.endOn)
    .sort()
    .at(-1)
  if (!startOn || !endOn) return { startOn: today, endOn: today }
  const room = Math.max(31, daysBetween(startOn, endOn))
  const isNear = today >= addDays(startOn, -room) && today <= addDays(endOn, room)
  if (!isNear) return { startOn, endOn }
  return { startOn: today < startOn ? today : startOn, endOn: today > endOn ? today : endOn }
}

function unitFor(days: number): TickUnit {
  if (days <= 124) return 'week'
  if (days <= 2.5 * 366) return 'month'
  return days <= 6 * 366 ? 'quarter' : 'year'
}

function tickDays(from: IsoDate, to: IsoDate, unit: TickUnit): IsoDate[] {
  const ticks: IsoDate[] = []
  let on = firstTick(from, unit)
  while (on < to) {
    ticks.push(on)
    on = unit === 'week' ? addDays(on, 7) : addMonths(on, monthsPerTick[unit])
  }
  return ticks
}

function firstTick(from: IsoDate, unit: TickUnit): IsoDate {
  if (unit === 'week') return addDays(from, (7 - daysSinceMonday(from)) % 7)
  const months = monthsPerTick[unit]
  return addMonths(from, (months - (monthOf(from) % months)) % months)
}

function daysSinceMonday(on: IsoDate): number {
  return (dateOf(on).getUTCDay() + 6) % 7
}

function monthOf(on: IsoDate): number {
  return dateOf(on).getUTCMonth()
}

function monthStart(on: IsoDate): IsoDate {
  return `${on.slice(0, 8)}01`
}

function addMonths(first: IsoDate, months: number): IsoDate {
  const date = dateOf(first)
  date.setUTCMonth(date.getUTCMonth() + months)
  return isoDate(date)
}
