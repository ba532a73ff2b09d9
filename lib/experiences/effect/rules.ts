import type { EffectPer, EffectResult } from '@/generated/prisma/enums'
import type { Sum } from '../cost/rules'
import type { Effect } from '../rules'

/** How often it comes around in a year. */
const timesAYear: Record<EffectPer, number | null> = { year: 1, quarter: 4, month: 12, week: 52, other: null }

/**
 * What an effect gives in a year: hours freed, or kroner saved; negative where it took more. Null where the figures are of something else, such as
 * hours a case, and where one of them is not known.
 */
export function yearlyGain({ category, unit, per, quality, valueBefore, valueAfter }: Effect): Sum | null {
  const isTime = category === 'time_saved' && unit === 'hours'
  const isMoney = category === 'avoided_cost' && unit === 'nok'
  const times = timesAYear[per]
  if (!(isTime || isMoney) || times === null || valueBefore === null || valueAfter === null) return null
  return { amount: (valueBefore - valueAfter) * times, isMeasured: quality !== 'estimated' }
}

/** What tells most of an effect: that it is measured, then that it became better or worse, then that it was told before and after. */
const weight = ({ quality, result, valueAfter, wordsAfter }: Effect): number =>
  (quality === 'estimated' ? 0 : 4) + (result && result !== 'unchanged' ? 2 : 0) + (valueAfter !== null || wordsAfter ? 1 : 0)

/** The effects to tell of first, in the order they stand. What became worse is as good an answer as what became better. */
export function foremost(effects: readonly Effect[], most: number): Effect[] {
  const chosen = effects.toSorted((a, b) => weight(b) - weight(a)).slice(0, most)
  return effects.filter((effect) => chosen.includes(effect))
}

/** Whether a figure has moved the way it should: towards its target. */
export function resultOf(start: number, target: number, now: number): EffectResult | null {
  if (start === target) return null
  if (now === start) return 'unchanged'
  return now > start === target > start ? 'better' : 'worse'
}
