import en from '@/messages/en.json'
import nb from '@/messages/nb.json'
import nn from '@/messages/nn.json'
import type { Locale } from './locale'

const catalogues: Record<Locale, typeof nb> = { nb, nn, en }

/** For when the database is away: tries again every five seconds. */
export function unavailablePage(locale: Locale, nonce: string): string {
  const { downTitle, downText } = catalogues[locale].errors
  return plainPage(locale, nonce, { title: downTitle, text: downText, refreshSeconds: 5 })
}

/** For somebody who has searched more than there is room for: tries again when there is. */
export function tooManyPage(locale: Locale, nonce: string): string {
  const { tooManyTitle, tooManyText } = catalogues[locale].errors
  return plainPage(locale, nonce, { title: tooManyTitle, text: tooManyText, refreshSeconds: 60 })
}

interface PlainPage {
  title: string
  text: string
  refreshSeconds: number
}

/** A whole page that needs nothing but itself (`nonce`: of its own style). */
function plainPage(locale: Locale, nonce: string, { title, text, refreshSeconds }: PlainPage): string {
  const { tryAgain } = catalogues[locale].errors
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${refreshSeconds}"><title>${title} – Delt</title><style nonce="${nonce}">
:root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,sans-serif;margin:14vh auto;max-width:34rem;padding:0 1.25rem}
h1{font-size:1.9rem;line-height:1.2}svg{width:4.5rem}</style></head><body><main>
<svg viewBox="0 0 40 28" aria-hidden="true"><circle cx="14" cy="14" r="13" fill="#0e5a58"/><circle cx="26" cy="14" r="13" fill="#e9ae2f"/>
<path d="M20 2.47a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z" fill="#b4462b"/></svg>
<h1>${title}</h1><p>${text}</p><p><a href="">${tryAgain}</a></p></main></body></html>`
}
