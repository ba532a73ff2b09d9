import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { ReportOutcome, SearchKind, Visibility } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { type FacetName, facetNames, kindNames, type SearchQuery } from './input'
import { correctedTsqueryOf, marker, type Segment, tsqueryOf, typosOf } from './rules'

const pageSize = 20

/** The `tsquery` of signs without words: it matches nothing. */
const nothing = ''

export interface Hit {
  href: string
  kind: SearchKind
  title: Segment[]
  lead: Segment[]
  municipality: { name: string; number: string } | null
  theme: string | null
  outcome: ReportOutcome | null
  datedOn: string | null
  technologies: string[]
  visibility: Visibility
}

export interface FacetValue {
  value: string
  count: number
}

export interface SearchResult {
  hits: Hit[]
  total: number
  page: number
  pageCount: number
  facets: Record<FacetName, FacetValue[]>
  /** Whether the hits were found only by reading the query as misspelt. */
  isGuess: boolean
  /** Titles near what was typed; only when nothing was found. */
  suggestions: string[]
  /** The themes most is shared about; only when nothing was found. */
  themes: FacetValue[]
}

/** Everything shared with the actor that matches, best first, with the facets counted. Two to six queries, whatever the data. */
export function searchAll(actor: Actor, query: SearchQuery): Promise<SearchResult> {
  return read(actor, async (tx) => {
    const exact = await find(tx, query, query.q ? (tsqueryOf(query.q) ?? nothing) : null, null)
    const found = exact.anyKind > 0 ? exact : ((await findMisspelt(tx, query)) ?? exact)
    if (query.q && query.side === 1) await log(tx, query.q, found.total)
    const pageCount = Math.max(1, Math.ceil(found.total / pageSize))
    const mark = marker(query.q)
    return {
      hits: found.rows.map((row) => hitOf(row, mark)),
      total: found.total,
      page: Math.min(query.side, pageCount),
      pageCount,
      facets: found.facets,
      isGuess: found !== exact,
      suggestions: found.total === 0 && query.q ? await suggestions(tx, query.q) : [],
      themes: found.total === 0 ? await popularThemes(tx) : [],
    }
  })
}

interface Row {
  kind: SearchKind
  key: string | null
  title: string
  lead: string
  municipality: string | null
  municipality_number: string | null
  theme: string | null
  technologies: string[]
  outcome: ReportOutcome | null
  dated_on: string | null
  visibility: Visibility
}

interface Found {
  rows: Row[]
  total: number
  /** Hits before the facets narrowed them. */
  anyKind: number
  facets: Record<FacetName, FacetValue[]>
}

const facetColumns: Record<FacetName, Prisma.Sql> = {
  type: Prisma.sql`kind::text`,
  tema: Prisma.sql`theme`,
  teknologi: Prisma.sql`technology`,
  storrelse: Prisma.sql`size`,
  utfall: Prisma.sql`outcome::text`,
}

/** The query read as misspelt: first as known words, then as anything alike. Null when that finds nothing either. */
async function findMisspelt(tx: Tx, query: SearchQuery): Promise<Found | null> {
  const corrected = correctedTsqueryOf(query.q)
  const found = corrected ? await find(tx, query, corrected, null) : null
  if (found && found.anyKind > 0) return found
  const typos = typosOf(query.q)
  const alike = typos ? await find(tx, query, null, typos) : null
  return alike && alike.anyKind > 0 ? alike : null
}

/** Hits, total and all facets from one reading of `search_hits()`. A facet is counted with the others applied, not itself. */
async function find(tx: Tx, query: SearchQuery, tsquery: string | null, typos: string[] | null): Promise<Found> {
  const conditions = conditionsOf(query)
  const all = Prisma.join(Object.values(conditions), ' AND ')
  const others = (name: FacetName) =>
    Prisma.join([...facetNames.filter((other) => other !== name).map((other) => conditions[other])], ' AND ')
  const counted = facetNames.map((name) => {
    const source = name === 'teknologi' ? Prisma.sql`hit CROSS JOIN LATERAL unnest(technologies) AS technology` : Prisma.sql`hit`
    return Prisma.sql`${name}::text, (SELECT coalesce(json_agg(json_build_object('value', value, 'count', count) ORDER BY count DESC, value), '[]') FROM (
      SELECT ${facetColumns[name]} AS value, count(*) AS count FROM ${source} WHERE ${others(name)} AND ${facetColumns[name]} IS NOT NULL
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12) counted)`
  })
  const [result] = await tx.$queryRaw<{ found: Found }[]>`
    WITH hit AS MATERIALIZED (SELECT * FROM search_hits(${tsquery}::tsquery, ${typos}::text[]))
    SELECT json_build_object(
      'anyKind', (SELECT count(*) FROM hit),
      'total', (SELECT count(*) FROM hit WHERE ${all}),
      'rows', (SELECT coalesce(json_agg(page), '[]') FROM (
        SELECT kind, key, title, lead, municipality, municipality_number, theme, technologies, outcome, dated_on, visibility FROM hit WHERE ${all}
        ORDER BY rank DESC, kind, dated_on DESC NULLS LAST, title COLLATE "nb-NO-x-icu", id LIMIT ${pageSize}
        -- A page beyond the end is the last page.
        OFFSET (SELECT least(${(query.side - 1) * pageSize}, (greatest(count(*), 1) - 1) / ${pageSize} * ${pageSize}) FROM hit WHERE ${all})) page),
      'facets', json_build_object(${Prisma.join(counted)})) AS found`
  if (!result) throw new Error('The search gave no answer')
  return { ...result.found, facets: withAddressNames(result.found.facets) }
}

function conditionsOf(query: SearchQuery): Record<FacetName, Prisma.Sql> {
  const any = Prisma.sql`true`
  return {
    // Without words one browses what municipalities have done; the register would drown it.
    type: query.type ? Prisma.sql`kind = ${kindNames[query.type]}::search_kind` : query.q ? any : Prisma.sql`kind = 'report'`,
    tema: query.tema ? Prisma.sql`theme = ${query.tema}` : any,
    teknologi: query.teknologi ? Prisma.sql`${query.teknologi} = ANY (technologies)` : any,
    storrelse: query.storrelse ? Prisma.sql`size = ${query.storrelse}` : any,
    utfall: query.utfall ? Prisma.sql`outcome = ${query.utfall}::report_outcome` : any,
  }
}

function withAddressNames(facets: Found['facets']): Found['facets'] {
  const names = new Map<string, string>(Object.entries(kindNames).map(([name, kind]) => [kind, name]))
  return { ...facets, type: facets.type.map(({ value, count }) => ({ value: names.get(value) ?? value, count })) }
}

function hitOf(row: Row, mark: (text: string) => Segment[]): Hit {
  return {
    href: hrefOf(row),
    kind: row.kind,
    title: mark(row.title),
    lead: mark(row.lead),
    municipality:
      row.municipality && row.municipality_number ? { name: row.municipality, number: row.municipality_number } : null,
    theme: row.theme,
    outcome: row.outcome,
    datedOn: row.dated_on,
    technologies: row.technologies,
    visibility: row.visibility,
  }
}

function hrefOf(row: Row): string {
  switch (row.kind) {
    case 'report':
      return `/erfaringer/${row.key}`
    case 'project':
      return `/prosjekter/${row.key}`
    case 'lesson':
      return `/prosjekter/${row.key}#erfaringer`
    case 'municipality':
      return `/kommuner/${row.key}`
    case 'collaboration':
      return `/erfaringer?q=${encodeURIComponent(row.title)}`
  }
}

async function suggestions(tx: Tx, typed: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ title: string }[]>`SELECT title FROM search_suggestions(${typed.toLowerCase()}, 4)`
  return rows.map((row) => row.title)
}

function popularThemes(tx: Tx): Promise<FacetValue[]> {
  return tx.$queryRaw<FacetValue[]>`SELECT theme AS value, count(*)::int AS count FROM search_hits(NULL, NULL)
    WHERE kind = 'report' AND theme IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 6`
}

/** What was searched for and how much it gave; never by whom. */
async function log(tx: Tx, query: string, hits: number): Promise<void> {
  await tx.searchLog.createMany({ data: [{ query, hits }] })
}
