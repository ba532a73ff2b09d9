import en from '@/messages/en.json'
import nb from '@/messages/nb.json'
import nn from '@/messages/nn.json'
import type { Locale } from './locale'

const catalogues: Record<Locale, typeof nb> = { nb, nn, en }

/** A whole page that needs nothing but itself, for when the database is away. Tries again every five seconds. */
export function unavailablePage(locale: Locale): string {
  const { downTitle, downText, tryAgain } = catalogues[locale].errors
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5"><title>${downTitle} – Delt</title><style>
:root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,sans-serif;margin:14vh auto;max-width:34rem;padding:0 1.25rem}
h1{font-size:1.9rem;line-height:1.2}svg{width:4.5rem}</style></head><body><main>
<svg viewBox="0 0 40 28" aria-hidden="true"><circle cx="14" cy="14" r="13" fill="#0e5a58"/><circle cx="26" cy="14" r="13" fill="#e9ae2f"/>
<path d="M20 2.47a13 13 0 0 1 0 23.06 13 13 0 0 1 0-23.06Z" fill="#b4462b"/></svg>
<h1>${downTitle}</h1><p>${downText}</p><p><a href="">${tryAgain}</a></p></main></body></html>`
}
