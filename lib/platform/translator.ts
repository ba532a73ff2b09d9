import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import nb from '@/messages/nb.json'
import nn from '@/messages/nn.json'
import type { Locale } from './locale'

/** All texts of the screen, language by language. */
export const catalogues: Record<Locale, typeof nb> = { nb, nn, en }

export type Translator = ReturnType<typeof translatorFor>

/** The texts in a given language, such as that of a report or a letter. Keys are paths in `messages/nb.json`, checked by the compiler. */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: catalogues[locale], timeZone: 'Europe/Oslo' })
}
