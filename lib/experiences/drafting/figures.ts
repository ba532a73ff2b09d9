import { resultOf } from '../effect/rules'
import type { CostLine, Effect } from '../rules'
import type { DraftFacts, Measured } from './rules'
import type { DraftWords } from './words'

// What the project knows of money, people and benefits.

/**
 * The years in which something was spent. The budget does not say what on, nor how sure a figure is: it is put down as purchases and as an
 * estimate, for the writer to split and to vouch for.
 */
export function costLines(budget: DraftFacts['budget'], thisYear: number): CostLine[] {
  const known = (figure: number) => (figure > 0 ? figure : null)
  return budget
    .filter(({ year }) => year <= thisYear)
    .flatMap(({ year, budgetNok, costNok, budgetHours, costHours }): CostLine[] => {
      const line = { year, quality: 'estimated' } as const
      return [
        ...(costNok > 0 ? [{ ...line, kind: 'purchase' as const, planned: known(budgetNok), actual: costNok }] : []),
        ...(costHours > 0 ? [{ ...line, kind: 'own_hours' as const, planned: known(budgetHours), actual: costHours }] : []),
      ]
    })
}

/** Who worked on it, as roles. */
export function staffing({ allocations }: DraftFacts, { say, day }: DraftWords): string {
  const list = allocations.map(({ role, percent, startOn, endOn }) =>
    say('allocation', { role, percent, start: day(startOn), end: day(endOn) }),
  )
  return list.length > 0 ? say('staffing', { list: list.join('; ') }) : ''
}

/** The most that the title of an effect holds. */
const longestTitle = 200

/** A line for each indicator. What is not measured yet, or is not counted at all, is there with its gap: a benefit nobody tells of is lost. */
export function effectLines(benefits: DraftFacts['benefits'], words: DraftWords): Effect[] {
  return benefits.flatMap(({ title, category, indicators }): Effect[] => {
    const line = { ...untold, category }
    if (indicators.length === 0) return [{ ...line, title: title.slice(0, longestTitle) }]
    return indicators.map((indicator) => ({
      ...line,
      title: titled(title, indicator.title).slice(0, longestTitle),
      unit: indicator.unit,
      valueBefore: indicator.start,
      ...(indicator.latest && measuredIn(indicator.latest, words)),
      ...(indicator.latest && { result: resultOf(indicator.start, indicator.target, indicator.latest.value) }),
    }))
  })
}

const untold = {
  unit: 'count',
  valueBefore: null,
  valueAfter: null,
  per: 'other',
  quality: 'estimated',
  result: null,
  ...{ wordsBefore: '', wordsAfter: '', period: '', source: '', beneficiary: '' },
} as const

const titled = (benefit: string, indicator: string) =>
  indicator.trim() === '' || indicator.trim() === benefit.trim() ? benefit : `${benefit} (${indicator})`

const measuredIn = ({ on, value }: Measured, { say, day }: DraftWords) => ({
  valueAfter: value,
  quality: 'measured' as const,
  period: say('measuredOn', { date: day(on) }),
  source: say('sourceIndicator'),
})

/** What has moved towards its target. */
export function gainsIn(benefits: DraftFacts['benefits']) {
  return benefits.flatMap(({ title, indicators }) =>
    indicators.flatMap(({ latest, ...indicator }) => {
      const hasMoved = latest && (latest.value - indicator.start) * (indicator.target - indicator.start) > 0
      return hasMoved ? [{ ...indicator, title: indicator.title || title, latest }] : []
    }),
  )
}
