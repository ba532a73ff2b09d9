import type { BenefitCategory, ReportOutcome } from '@/generated/prisma/enums'
import { type CaseCost, perInhabitants, type Sum } from '@/lib/experiences/cost/rules'
import {
  type Dot,
  fewestMunicipalities,
  municipalitiesIn,
  type Range,
  rangeOf,
  type SizeGroup,
  sizeGroupOf,
  sizeGroups,
} from '../rules'

/** What cases are held against each other by. Hours, and what is gained in a year, are told for a thousand inhabitants: of one they would be fractions. */
export const measures = ['introduction', 'operation', 'hours', 'time_saved', 'avoided_cost'] as const
export type Measure = (typeof measures)[number]

export const inhabitantsOf: Record<Measure, 1 | 1000> = {
  introduction: 1,
  operation: 1,
  hours: 1000,
  time_saved: 1000,
  avoided_cost: 1000,
}
export const unitOf: Record<Measure, 'nok' | 'hours'> = {
  ...{ introduction: 'nok', operation: 'nok', hours: 'hours', time_saved: 'hours', avoided_cost: 'nok' },
}

/** What a case has given, where it can be told by the year or as better or worse. */
export interface CaseEffect {
  category: BenefitCategory
  /** Hours or kroner a year, freed or saved; null where it is not told so that a year can be reckoned. */
  yearly: Sum | null
  result: 'better' | 'unchanged' | 'worse' | null
}

/** A case, or what somebody tells of their use of it, as far as the reader may see it. */
export interface Case extends Omit<Dot, 'value' | 'population' | 'isStopped'> {
  outcome: ReportOutcome | null
  cost: CaseCost
  effects: CaseEffect[]
}

/** A range, or how many municipalities there are so far where they are too few for one. */
export interface Spread {
  range: Range | null
  municipalities: number
}

export interface MeasureView {
  measure: Measure
  measured: Spread
  estimated: Spread
}

/** Every measure that somebody has told of, measured apart from estimated. */
export function measureViews(cases: readonly Case[]): MeasureView[] {
  return measures.flatMap((measure) => {
    const [measured, estimated] = [spreadOf(cases, measure, true), spreadOf(cases, measure, false)]
    return measured.municipalities + estimated.municipalities === 0 ? [] : [{ measure, measured, estimated }]
  })
}

function spreadOf(cases: readonly Case[], measure: Measure, isMeasured: boolean): Spread {
  const dots = dotsOf(cases, measure, isMeasured)
  return { range: rangeOf(dots), municipalities: municipalitiesIn(dots) }
}

function dotsOf(cases: readonly Case[], measure: Measure, isMeasured: boolean): Dot[] {
  return cases.flatMap(({ cost, effects, outcome, ...one }) => {
    const sum = sumOf({ cost, effects }, measure)
    if (!sum || sum.isMeasured !== isMeasured) return []
    const value = perInhabitants(sum.amount, cost.population, inhabitantsOf[measure])
    return [{ ...one, population: cost.population, value, isStopped: outcome === 'stopped' }]
  })
}

function sumOf({ cost, effects }: Pick<Case, 'cost' | 'effects'>, measure: Measure): Sum | null {
  if (measure === 'introduction' || measure === 'operation' || measure === 'hours') return cost[measure]
  const told = effects.flatMap(({ category, yearly }) => (category === measure && yearly ? [yearly] : []))
  if (told.length === 0) return null
  return { amount: told.reduce((sum, { amount }) => sum + amount, 0), isMeasured: told.every((sum) => sum.isMeasured) }
}

/** The groups of size beside each other, on the scale of them all. */
export interface SizeView {
  group: SizeGroup
  spread: Spread
  dots: Dot[]
}

/** A range by size, where there is a range at all. */
export function sizeViews({ dots }: Range): SizeView[] {
  return sizeGroups.map((group) => {
    const own = dots.filter(({ population }) => sizeGroupOf(population) === group)
    return { group, dots: own, spread: { range: rangeOf(own), municipalities: municipalitiesIn(own) } }
  })
}

export interface QualityView {
  better: number
  unchanged: number
  worse: number
  municipalities: number
  cases: Pick<Case, 'id' | 'slug' | 'title' | 'municipality'>[]
}

/** How many benefits of quality are told to have become better; null where fewer than three municipalities have said. */
export function qualityView(cases: readonly Case[]): QualityView | null {
  const told = cases.flatMap((one) => {
    const results = one.effects.flatMap(({ category, result }) => (category === 'quality' && result ? [result] : []))
    return results.length > 0 ? [{ ...one, results }] : []
  })
  const municipalities = municipalitiesIn(told)
  if (municipalities < fewestMunicipalities) return null
  const count = (result: string) => told.flatMap(({ results }) => results).filter((one) => one === result).length
  return {
    ...{ better: count('better'), unchanged: count('unchanged'), worse: count('worse'), municipalities },
    cases: told.map(({ id, slug, title, municipality }) => ({ id, slug, title, municipality })),
  }
}
