import { trendOf } from '@/lib/status/rules'
import { type StatusValues, statusSections } from '../rules'

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
