import type {
  DeliverableStatus,
  IndicatorUnit,
  Lifecycle,
  MilestoneStatus,
  UncertaintyKind,
  UncertaintyStatus,
} from '@/generated/prisma/enums'
import { addDays, daysBetween, type IsoDate } from '@/lib/platform/dates'
import { type Severity, type StatusValues, severityOf, statusSections } from '@/lib/portfolio/rules'

/** The project as it was when a report was published. Older pictures lack what was added to them later. */
export interface Picture {
  phase?: { nb: string; nn: string; en: string }
  uncertainties: {
    title: string
    kind: UncertaintyKind
    status: UncertaintyStatus
    /** When it had come true, if it had. */
    occurredOn?: IsoDate | null
    probability: number
    consequence: number
    probabilityAfter: number
    consequenceAfter: number
  }[]
  deliverables: { title: string; startOn: IsoDate | null; endOn: IsoDate | null; status: DeliverableStatus }[]
  milestones?: { title: string; plannedOn: IsoDate; actualOn: IsoDate | null; status: MilestoneStatus }[]
  benefits: {
    title: string
    indicator?: PicturedIndicator | null
    indicators?: PicturedIndicator[]
  }[]
  budget?: { year: number; budgetNok: number; costNok: number; forecastNok: number }[]
}

export interface PicturedIndicator {
  title: string
  unit: IndicatorUnit
  start: number
  target: number
  value: number | null
}

/** The indicators of a pictured benefit, however old the picture. */
export function indicatorsIn(benefit: Picture['benefits'][number]): PicturedIndicator[] {
  return benefit.indicators ?? (benefit.indicator ? [benefit.indicator] : [])
}

const rank: Record<Severity, number | null> = { good: 0, ok: 1, warning: 2, bad: 3, none: null }

export type Trend = 'better' | 'same' | 'worse'

/** How one section has moved since the report before. Null where either says nothing. */
export function trendOf<Section extends keyof StatusValues>(
  section: Section,
  before: StatusValues[Section] | undefined,
  now: StatusValues[Section],
): Trend | null {
  const [was, is] = [before && rank[severityOf(section, before)], rank[severityOf(section, now)]]
  if (was === undefined || was === null || is === null) return null
  if (was === is) return 'same'
  return is < was ? 'better' : 'worse'
}

/** The trend of every section. */
export function trendsOf(before: StatusValues | undefined, now: StatusValues): Record<keyof StatusValues, Trend | null> {
  const entries = statusSections.map((section) => [section, trendOf(section, before?.[section], now[section])])
  return Object.fromEntries(entries) as Record<keyof StatusValues, Trend | null>
}

/**
 * The day the next report is due, by the rhythm of the municipality in days: counted from the last report, or from the start of the
 * project. Null for a project that does not run.
 */
export function nextReportOn(
  project: { startOn: IsoDate; lifecycle: Lifecycle },
  lastReportedOn: IsoDate | null,
  everyDays: number,
): IsoDate | null {
  return project.lifecycle === 'active' ? addDays(lastReportedOn ?? project.startOn, everyDays) : null
}

/** How many days a report is overdue; none where it is not, or none is expected. */
export function daysOverdue(dueOn: IsoDate | null, today: IsoDate): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today))
}
