import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type nb from '@/messages/nb.json'
import { municipalityOf } from './actor'
import { actor } from './auth/session'
import { isLocale, type Locale, localeFor } from './locale'
import { catalogues, translatorFor } from './translator'

export type { Translator } from './translator'

/** The language of the screen: what the reader chose, else what their municipality writes. Asks who is there only when it must. */
export const getLocale = cache(async (): Promise<Locale> => {
  const chosen = (await cookies()).get('locale')?.value
  if (isLocale(chosen)) return chosen
  const who = await actor()
  return localeFor(chosen, municipalityOf(who)?.writtenNorm)
})

/** The texts of the screen in the reader's language. Keys are paths in `messages/nb.json`, checked by the compiler. */
export async function getTranslator() {
  return translatorFor(await getLocale())
}

type Section = keyof typeof nb

/** The named sections of the catalogue, for client components below a `ClientTexts`. Where there are errors to tell, there are forms. */
export function clientMessages(locale: Locale, sections: Section[]): Partial<typeof nb> {
  const all: Section[] = sections.includes('errors') ? [...sections, 'form'] : sections
  return Object.fromEntries(all.map((section) => [section, catalogues[locale][section]]))
}
