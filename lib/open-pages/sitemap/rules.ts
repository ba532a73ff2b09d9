/** The kinds of open pages, in the order of the index; each has maps of its own. */
export const mapKinds = ['sider', 'rapporter', 'prosjekter', 'samlinger', 'startpakker', 'kommuner'] as const
export type MapKind = (typeof mapKinds)[number]

/** So many addresses one map may hold, with room to spare (https://www.sitemaps.org/protocol.html: 50 000). */
export const mapSize = 40_000

export interface OpenAddress {
  path: string
  changedAt: Date | null
}

/** The map that an address such as `rapporter-2.xml` is of; null for anything else. */
export function mapNamed(file: string): { kind: MapKind; page: number } | null {
  const [, name, number] = /^([a-z]+)-([1-9]\d{0,5})\.xml$/.exec(file) ?? []
  const kind = mapKinds.find((known) => known === name)
  return kind && number ? { kind, page: Number(number) } : null
}

export const mapPath = (kind: MapKind, page: number) => `/kart/${kind}-${page}.xml`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function entries(tag: 'url' | 'sitemap', origin: string, addresses: readonly OpenAddress[]): string {
  return addresses
    .map(({ path, changedAt }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
      return `<${tag}><loc>${escaped(`${origin}${path}`)}</loc>${changed}</${tag}>\n`
    })
    .join('')
}

/** One map of pages. */
export function mapOf(origin: string, addresses: readonly OpenAddress[]): string {
  return `${head}<urlset ${schema}>\n${entries('url', origin, addresses)}</urlset>\n`
}

/** The map of the maps. */
export function mapIndex(origin: string, maps: readonly OpenAddress[]): string {
  return `${head}<sitemapindex ${schema}>\n${entries('sitemap', origin, maps)}</sitemapindex>\n`
}
