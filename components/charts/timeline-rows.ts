import { formatDate, type Locale } from '@/lib/platform/locale'
import { type Dependency, isPoint, plannedSpan, type Span, type TimelineItem } from '@/lib/timeline/rules'
import { quarterNumber, type Tick, type TickUnit, type TimelineScale, weekNumber } from '@/lib/timeline/scale/rules'
import { fill, type TimelineTexts } from './timeline-texts'

export const headHeight = 60
export const rowHeight = 40
export const barTop = 8
export const barHeight = 16
export const barMiddle = barTop + barHeight / 2
export const actualTop = 29
const tickWidth: Record<TickUnit, number> = { week: 52, month: 46, quarter: 50, year: 56 }

/** One line of the chart: the name of a group or an item, with its distance from the top. */
export type TimelineRow = { top: number } & ({ group: string; item?: undefined } | { item: TimelineItem; group?: undefined })

/** The items by group, in the order the groups first appear; those without a group come first. */
export function timelineGroups(items: readonly TimelineItem[]): { group: string; items: TimelineItem[] }[] {
  const groups = new Set(items.map((item) => item.group ?? ''))
  const inOrder = groups.delete('') ? ['', ...groups] : [...groups]
  return inOrder.map((group) => ({ group, items: items.filter((item) => (item.group ?? '') === group) }))
}

/** The lines of the chart: each group with its items below it. */
export function timelineRows(items: readonly TimelineItem[]): TimelineRow[] {
  return timelineGroups(items)
    .flatMap(({ group, items: members }) => [...(group ? [{ group }] : []), ...members.map((item) => ({ item }))])
    .map((row, index) => ({ ...row, top: headHeight + index * rowHeight }))
}

/** A share of the width, as the chart measures it: it has no width of its own. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}

/** The narrowest the calendar can be with room for the label of every tick. */
export function plotWidth({ ticks, unit }: TimelineScale): number {
  return Math.max(640, ticks.length * tickWidth[unit])
}

export interface Arrow {
  key: string
  fromX: number
  fromY: number
  toX: number
  toY: number
  isBroken: boolean
}

/** A line from the end of each item to the start of the one that waits for it. Those without dates have none. */
export function timelineArrows(
  rows: readonly TimelineRow[],
  dependencies: readonly Dependency[],
  broken: readonly Dependency[],
  scale: TimelineScale,
): Arrow[] {
  const byId = new Map(rows.flatMap((row) => (row.item ? [[row.item.id, row] as const] : [])))
  const arrows = dependencies.flatMap((dependency) => {
    const from = byId.get(dependency.fromId)
    const to = byId.get(dependency.toId)
    const fromPlace = from?.item && scale.place(from.item)
    const toPlace = to?.item && scale.place(to.item)
    if (!from || !to || !fromPlace || !toPlace) return []
    const isDown = to.top > from.top
    return {
      key: `${dependency.fromId} ${dependency.toId}`,
      fromX: fromPlace.x + fromPlace.width,
      fromY: from.top + barMiddle,
      toX: toPlace.x,
      toY: to.top + (isDown ? barTop - 1 : barTop + barHeight + 1),
      isBroken: broken.includes(dependency),
    }
  })
  // Those that do not hold lie on top.
  return arrows.toSorted((one, other) => Number(one.isBroken) - Number(other.isBroken))
}

/** `Planlegge, fase: planlagt 01.02.2027–31.03.2027, faktisk 03.02.2027. Pågår` */
export function describeItem(item: TimelineItem, actual: Span | null, texts: TimelineTexts, locale: Locale): string {
  const planned = plannedSpan(item)
  const dates = planned ? `${texts.planned} ${spanText(planned, locale)}` : texts.noDates
  const really = actual ? `, ${texts.actual} ${actualText(item, actual, locale)}` : ''
  return `${item.title}, ${texts.kinds[item.kind]}: ${dates}${really}. ${texts.states[item.state]}`
}

function spanText({ startOn, endOn }: Span, locale: Locale): string {
  const end = formatDate(endOn, locale, 'short')
  return startOn === endOn ? end : `${formatDate(startOn, locale, 'short')}–${end}`
}

/** What has not ended yet has only its first day. */
function actualText(item: TimelineItem, actual: Span, locale: Locale): string {
  if (item.actualEndOn || isPoint(item)) return spanText(actual, locale)
  return `${formatDate(actual.startOn, locale, 'short')}–`
}

/** The word under a tick. */
export function tickLabel({ on }: Tick, unit: TickUnit, texts: TimelineTexts, locale: Locale): string {
  if (unit === 'week') return fill(texts.week, { number: weekNumber(on) })
  if (unit === 'month') return monthName(on, locale)
  return unit === 'quarter' ? fill(texts.quarter, { number: quarterNumber(on) }) : on.slice(0, 4)
}

/** The larger periods above the ticks: months over weeks, years over months and quarters. */
export function periodLabels(scale: TimelineScale, locale: Locale): { at: number; label: string }[] {
  if (scale.unit === 'year') return []
  const nameOf = ({ on }: Tick) => (scale.unit === 'week' ? `${monthName(on, locale)} ${on.slice(0, 4)}` : on.slice(0, 4))
  return scale.ticks
    .map((tick) => ({ at: tick.at, label: nameOf(tick) }))
    .filter(({ label }, index, all) => label !== all[index - 1]?.label)
}

function monthName(on: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : `${locale}-NO`, { month: 'short', timeZone: 'UTC' })
    .format(new Date(`${on}T12:00:00Z`))
    .replace('.', '')
}
