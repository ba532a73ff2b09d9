import type { TimelineKind, TimelineState } from '@/lib/timeline/rules'

/** The words of a timeline and of the table that says the same. `{…}` is filled in. */
export interface TimelineTexts {
  kinds: Record<TimelineKind, string>
  states: Record<TimelineState, string>
  /** Planned days; stands before the dates and in the legend. */
  planned: string
  /** The days it really took. */
  actual: string
  today: string
  noDates: string
  /** `Uke {number}` */
  week: string
  /** `{number}. kv.` */
  quarter: string
  /** A dependency, in the legend. */
  dependency: string
  /** A dependency the plan does not keep: in the legend and in the table. */
  brokenDependency: string
}

export interface TimelineTableTexts extends TimelineTexts {
  what: string
  kind: string
  plannedStart: string
  plannedEnd: string
  actualStart: string
  actualEnd: string
  state: string
  dependsOn: string
  /** `{title}, {days} dager etter`; used when there are days between. */
  lag: string
}

/** A template with its `{names}` filled in; a name without a value is left as it is. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Signs for the states, so that colour is never alone in telling them. */
export const stateSigns: Record<TimelineState, string> = { upcoming: '○', current: '●', done: '✓', late: '!' }
