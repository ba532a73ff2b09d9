import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import nb from '@/messages/nb.json'
import nn from '@/messages/nn.json'
import { actor } from './auth/session'
import { isLocale, type Locale, localeFor } from './locale'

const catalogues: Record<Locale, typeof nb> = { nb, nn, en }

/** The language of the screen: what the reader chose, else what their municipality writes. Asks who is there only when it must. */
export const getLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get('locale')?.value
  if (isLocale(chosen)) return chosen
  const who = await actor()
  return localeFor(chosen, who.kind === 'staff' ? who.municipality.writtenNorm : undefined)
})

export type Translator = Awaited<ReturnType<typeof getTranslator>>

/** The texts of the screen in the reader's language. Keys are paths in `messages/nb.json`, checked by the compiler. */
export async function getTranslator() {
  return translatorFor(await getLocale())
}

/** The texts in a given language, such as that of a report. */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: catalogues[locale], timeZone: 'Europe/Oslo' })
}

type Section = keyof typeof nb

/** The named sections of the catalogue, for client components below a `ClientTexts`. */
export function clientMessages(locale: Locale, sections: Section[]): Partial<typeof nb> {
  return Object.fromEntries(sections.map((section) => [section, catalogues[locale][section]]))
}
