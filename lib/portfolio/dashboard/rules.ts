import { addDays, type IsoDate } from '@/lib/platform/dates'
import { trendOf } from '@/lib/status/rules'
import { type StatusValues, statusSections } from '../rules'

/** The figures that are counts of rows: the query part of the address of the rows behind each, which is also what counts them. */
export const figureRows = {
  overdueReports: 'f-overtid-fra=1&sorter=-overtid&kol=tittel,leder,fase,rapportert,overtid',
  openConditions: 'f-lukket=tom',
  overdueConditions: (today: IsoDate) => `f-lukket=tom&f-frist-til=${addDays(today, -1)}`,
} as const

export interface WorsenedSection {
  section: keyof StatusValues
  before: string
  now: string
}

export interface Worsened {
  id: string
  title: string
  sections: WorsenedSection[]
}

/** The sections that are worse than they were. */
export function worsenedSections(before: StatusValues, now: StatusValues): WorsenedSection[] {
  return statusSections
    .filter((section) => trendOf(section, before[section], now[section]) === 'worse')
    .map((section) => ({ section, before: before[section], now: now[section] }))
}
