import { type CaseCost, perInhabitants } from '@/lib/experiences/cost/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'

interface Facts {
  population: number | null
  cost: Pick<CaseCost, 'introduction' | 'population'> | null
}

/** How large the municipality is and what the case cost, as one line: «2 100 innb. · 330 000 kr (157 kr per innb.)». */
export function caseFacts(t: Translator, locale: Locale, { population, cost }: Facts): string {
  const size = population && t('caseFacts.inhabitants', { count: formatNumber(population, locale) })
  return [size, cost && costText(t, locale, cost, population ?? cost.population)].filter(Boolean).join(' · ')
}

type Cost = NonNullable<Facts['cost']>

/** What it cost to introduce, in all and for each inhabitant it is for, and whether that is an estimate; null where it is not told. */
export function costText(t: Translator, locale: Locale, { introduction, population }: Cost, own: number): string | null {
  if (!introduction) return null
  const { amount, isMeasured } = introduction
  const said = { amount: formatNok(amount, locale), each: formatNok(perInhabitants(amount, population), locale) }
  // Of a collaboration, all its members are counted: many more than live in the one municipality.
  if (population > 1.5 * own) return t(isMeasured ? 'caseFacts.shared' : 'caseFacts.sharedEstimated', said)
  return t(isMeasured ? 'caseFacts.cost' : 'caseFacts.estimated', said)
}
