import type { IndicatorUnit } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'
import { formatDate, formatNumber } from '@/lib/platform/locale'
import { translatorFor } from '@/lib/platform/translator'
import type nb from '@/messages/nb.json'

export type DraftPhrase = Exclude<keyof (typeof nb)['reportDraft'], 'unit'>

/** The words of a draft, in the language it is written in. */
export interface DraftWords {
  say: (phrase: DraftPhrase, values?: Record<string, string | number>) => string
  day: (on: IsoDate) => string
  figure: (value: number, unit: IndicatorUnit) => string
}

/** A draft is written in the municipality's own written norm, whatever language its writer reads the screen in. */
export function draftWords(language: 'nb' | 'nn'): DraftWords {
  const t = translatorFor(language)
  return {
    say: (phrase, values) => t(`reportDraft.${phrase}`, values as never),
    day: (on) => formatDate(on, language),
    figure: (value, unit) => t(`reportDraft.unit.${unit}`, { value: formatNumber(value, language) }),
  }
}
