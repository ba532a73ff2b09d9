export const locales = ['nb', 'nn', 'en'] as const
export type Locale = (typeof locales)[number]

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/** The language of the screen: what the reader chose, else the written norm of their municipality, else bokmål. */
export function localeFor(chosen: string | undefined, writtenNorm?: string): Locale {
  if (isLocale(chosen)) return chosen
  return writtenNorm === 'nynorsk' ? 'nn' : 'nb'
}

/** How each language writes numbers and dates. */
const tags: Record<Locale, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** A whole or decimal number: `1 234 567,89`, with a real minus sign. */
export function formatNumber(value: number, locale: Locale, decimals = 2): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: decimals }).format(value).replace('-', '\u2212')
}

/** Kroner without øre: `1 250 000 kr`. */
export function formatNok(value: number, locale: Locale): string {
  const amount = formatNumber(value, locale, 0)
  return locale === 'en' ? `NOK ${amount}` : `${amount}\u00a0kr`
}

/** Kroner for narrow columns, in thousands: `1 250`. */
export function formatThousands(value: number, locale: Locale): string {
  return formatNumber(Math.round(value / 1000), locale, 0)
}

/** `23. november 2026` (long) or `23.11.2026` (short) from `2026-11-23`. */
export function formatDate(iso: string, locale: Locale, style: 'long' | 'short' = 'long'): string {
  const date = new Date(`${iso}T12:00:00Z`)
  if (style === 'short' && locale !== 'en') return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`
  return new Intl.DateTimeFormat(tags[locale], {
    day: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date)
}

/** `23.11.2026 kl. 14.05` as clocks in Norway show it. */
export function formatDateTime(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Oslo' }).format(at)
}

/** A text given in three languages, such as the name of a phase. */
export function inLocale(names: Record<Locale, string>, locale: Locale): string {
  return names[locale]
}
