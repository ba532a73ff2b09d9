import type { IndicatorUnit } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'

/** A figure with its unit: `15 timer`, `22 prosent`, `31` for what is only counted. */
export function figureText(t: Translator, locale: Locale, unit: IndicatorUnit, value: number): string {
  const figure = formatNumber(value, locale)
  return unit === 'count' ? figure : `${figure} ${t(`choices.indicatorUnit.${unit}`)}`
}
