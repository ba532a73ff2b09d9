import type { RangeTexts } from '@/components/charts/range'
import { type Measure, unitOf } from '@/lib/comparison/measures/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'

/** A value of a measure in words: kroner whole, hours to the nearest. */
export function measureWords(t: Translator, locale: Locale, measure: Measure): (value: number) => string {
  if (unitOf[measure] === 'nok') return (value) => formatNok(value, locale)
  return (value) => t('common.hours', { amount: formatNumber(value, locale, Math.abs(value) < 10 ? 1 : 0) })
}

export function rangeTexts(t: Translator): RangeTexts {
  return {
    case: t('comparison.case'),
    inhabitants: t('municipalities.population'),
    value: t('comparison.value'),
    middle: t('comparison.middle'),
    stopped: t('comparison.stopped'),
    reuse: t('comparison.reuse'),
    ours: t('comparison.ours'),
  }
}
