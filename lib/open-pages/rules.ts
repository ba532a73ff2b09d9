import { Feed } from 'feed'

/** An open report as a feed tells of it. */
export interface FeedReport {
  slug: string
  title: string
  summary: string
  themeCode: string
  municipality: string
  publishedAt: Date
  changedAt: Date
}

/** Characters that XML 1.0 cannot hold, written or escaped (https://www.w3.org/TR/xml/#charsets). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones to take out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const writable = (text: string) => text.replace(unwritable, '')

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Plain words where a feed holds HTML: the signs of HTML in them are words, not markup. */
const asHtml = (text: string) => writable(text).replace(/[&<>]/g, (sign) => signs[sign] ?? sign)

interface FeedHead {
  title: string
  /** Scheme and host, without a trailing slash. */
  origin: string
  /** The address of the feed itself, and of the page it tells of. */
  path: string
  pagePath: string
  themeName: (code: string) => string
}

/** Reports as an Atom feed (RFC 4287). A report keeps its id for ever; a new version changes when it was updated. */
export function atomOf(reports: readonly FeedReport[], { title, origin, path, pagePath, themeName }: FeedHead): string {
  const newest = Math.max(0, ...reports.map(({ changedAt }) => changedAt.getTime()))
  const feed = new Feed({
    id: `${origin}${path}`,
    title: writable(title),
    link: `${origin}${pagePath}`,
    feedLinks: { atom: `${origin}${path}` },
    updated: new Date(newest),
    generator: 'Delt',
    language: 'nb',
    author: { name: 'Delt' },
  })
  for (const report of reports) {
    const link = `${origin}/erfaringer/${report.slug}`
    feed.addItem({
      id: link,
      title: asHtml(report.title),
      link,
      date: report.changedAt,
      published: report.publishedAt,
      description: asHtml(report.summary),
      author: [{ name: writable(report.municipality) }],
      category: [{ name: themeName(report.themeCode), term: report.themeCode }],
    })
  }
  return feed.atom1()
}

/** An object as it may stand in a `<script type="application/ld+json">`: no text in it can end the element or begin another. */
export function scriptSafe(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}
