import type { IsoDate } from '@/lib/platform/dates'

export const timelineKinds = ['project', 'phase', 'gate', 'milestone', 'deliverable', 'task'] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const timelineStates = ['upcoming', 'current', 'done', 'late'] as const
export type TimelineState = (typeof timelineStates)[number]

/** What stands on a line of its own in a timeline. Gates and milestones are points and have only `endOn`. */
export interface TimelineItem {
  id: string
  kind: TimelineKind
  title: string
  startOn: IsoDate | null
  endOn: IsoDate | null
  actualStartOn?: IsoDate | null
  actualEndOn?: IsoDate | null
  state: TimelineState
  href?: string
  group?: string
}

/** Finish-to-start: `to` may start `lagDays` after the day `from` ends; 0 is the same day. */
export interface Dependency {
  fromId: string
  toId: string
  lagDays: number
}

export interface Span {
  startOn: IsoDate
  endOn: IsoDate
}

/** Whether the item is a single day to be met rather than work that takes time. */
export function isPoint(item: Pick<TimelineItem, 'kind'>): boolean {
  return item.kind === 'gate' || item.kind === 'milestone'
}

/** The first and last day the item is planned for; one date known stands for both. Null without dates. */
export function plannedSpan(item: Pick<TimelineItem, 'kind' | 'startOn' | 'endOn'>): Span | null {
  const endOn = item.endOn ?? item.startOn
  const startOn = isPoint(item) ? endOn : (item.startOn ?? item.endOn)
  if (!startOn || !endOn) return null
  return startOn <= endOn ? { startOn, endOn } : { startOn: endOn, endOn: startOn }
}

/** The days it really took; what has started and not ended runs until today. Null when nothing has happened. */
export function actualSpan(item: TimelineItem, today: IsoDate): Span | null {
  const { actualStartOn, actualEndOn } = item
  if (actualEndOn) return plannedSpan({ kind: item.kind, startOn: actualStartOn ?? null, endOn: actualEndOn })
  if (!actualStartOn || isPoint(item)) return null
  return { startOn: actualStartOn, endOn: actualStartOn > today ? actualStartOn : today }
}
