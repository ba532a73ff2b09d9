import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { ReportOutcome, SearchKind, Visibility } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/platform/db'
import { type FacetName, facetNames, kindNames, type SearchQuery } from '../input'
import { hrefOf } from '../rules'

/** So many hits a page. */
export const pageSize = 20

export interface Row {
  id: string
  kind: SearchKind
  key: string | null
  /** The lesson, or the kind of the part. */
  anchor: string | null
  report_id: string | null
  title: string
  lead: string
  names: string[]
  /** The beginning of its text; none while browsing. */
  body: string
  municipality_id: string | null
  municipality: string | null
  municipality_number: string | null
  population: number | null
  theme: string | null
  technologies: string[]
  outcome: ReportOutcome | null
  dated_on: string | null
  reuse_count: number
  is_stale: boolean
  visibility: Visibility
}

export interface FacetValue {
  value: string
  /** What it is called, where the value does not say it. */
  text?: string
  count: number
}

export interface Found {
  rows: Row[]
  total: number
  /** Hits before the facets narrowed them. */
  anyKind: number
  facets: Record<FacetName, FacetValue[]>
}

/** What is sought: the words, at least half of several, or anything spelt alike. */
export interface Sought {
  tsquery?: string | null
  words?: string[] | null
  typos?: string[] | null
}

/** The hits counted by a facet: its value, what that is called, and from what it is read. */
const facets: Record<FacetName, { value: Prisma.Sql; text?: Prisma.Sql; from?: Prisma.Sql; by?: Prisma.Sql }> = {
  type: { value: Prisma.sql`kind::text` },
  tema: { value: Prisma.sql`theme` },
  storrelse: { value: Prisma.sql`size` },
  utfall: { value: Prisma.sql`outcome::text` },
  // The same technology, however it is written.
  teknologi: {
    value: Prisma.sql`min(technology)`,
    from: Prisma.sql`CROSS JOIN LATERAL unnest(technologies) AS technology`,
    by: Prisma.sql`lower(technology)`,
  },
  fylke: { value: Prisma.sql`county` },
  kommune: { value: Prisma.sql`municipality_number`, text: Prisma.sql`min(municipality)` },
  samarbeid: {
    value: Prisma.sql`collaboration`,
    from: Prisma.sql`CROSS JOIN LATERAL unnest(collaborations) AS collaboration`,
  },
}

/** No facet shows more values. */
const mostValues = 40

/** Whether the case of a part has a better hit: the report itself, or another part. A case is shown once, unless one asks for parts. */
const caseShown = Prisma.sql`kind = 'part' AND row_number() OVER (PARTITION BY kind IN ('report', 'part'), key ORDER BY kind = 'part', rank DESC, id) > 1`

/** Hits, total and all facets from one reading of `search_hits()`. A facet is counted with the others applied, not itself. */
export async function find(
  tx: Tx,
  query: SearchQuery,
  { tsquery = null, words = null, typos = null }: Sought,
  alike: readonly string[],
): Promise<Found> {
  const conditions = conditionsOf(query)
  const all = Prisma.join(Object.values(conditions), ' AND ')
  const counted = facetNames.map((name) => countedBy(name, conditions))
  const body = query.q ? Prisma.sql`left(body, 6000)` : Prisma.sql`''`
  const [result] = await tx.$queryRaw<{ found: Found }[]>`
    WITH hit AS MATERIALIZED (SELECT *, ${caseShown} AS case_shown FROM search_hits(${tsquery}::tsquery, ${words}::tsquery[], ${typos}::text[])
      WHERE ${from(query, alike)})
    SELECT json_build_object(
      'anyKind', (SELECT count(*) FROM hit),
      'total', (SELECT count(*) FROM hit WHERE ${all}),
      'rows', (SELECT coalesce(json_agg(page), '[]') FROM (
        SELECT id, kind, key, anchor, report_id, title, lead, names, ${body} AS body, municipality_id, municipality, municipality_number, population, theme, technologies,
          outcome, dated_on, visibility, reuse_count, is_stale FROM hit WHERE ${all}
        ORDER BY ${orderOf(query, alike)} kind, dated_on DESC NULLS LAST, title COLLATE "nb-NO-x-icu", id LIMIT ${pageSize}
        -- A page beyond the end is the last page.
        OFFSET (SELECT least(${(query.side - 1) * pageSize}, (greatest(count(*), 1) - 1) / ${pageSize} * ${pageSize}) FROM hit WHERE ${all})) page),
      'facets', json_build_object(${Prisma.join(counted)})) AS found`
  if (!result) throw new Error('The search gave no answer')
  return { ...result.found, facets: withAddressNames(result.found.facets) }
}

function countedBy(name: FacetName, conditions: Record<FacetName, Prisma.Sql>): Prisma.Sql {
  const { value, text = Prisma.sql`NULL`, from: source = Prisma.empty, by = value } = facets[name]
  const others = Prisma.join([...facetNames.filter((other) => other !== name).map((other) => conditions[other])], ' AND ')
  return Prisma.sql`${name}::text, (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('value', value, 'text', text, 'count', count)) ORDER BY count DESC, value), '[]') FROM (
    SELECT ${value} AS value, ${text} AS text, count(DISTINCT id) AS count FROM hit ${source} WHERE ${others} AND ${by} IS NOT NULL
    GROUP BY ${by} ORDER BY 3 DESC, 1 LIMIT ${mostValues}) counted)`
}

/** What the hits are put in order by, before what decides between equals. */
function orderOf(query: SearchQuery, alike: readonly string[]): Prisma.Sql {
  if (query.sorter === 'nyeste') return Prisma.sql`dated_on DESC NULLS LAST, rank DESC,`
  if (query.sorter === 'gjenbruk') return Prisma.sql`reuse_count DESC, rank DESC,`
  if (query.sorter === 'liker') return Prisma.sql`array_position(${alike}::uuid[], municipality_id) NULLS LAST, rank DESC,`
  return Prisma.sql`rank DESC,`
}

/** So many of those that take part are like one's own when only their hits are shown. */
const nearest = 12

/** From whom hits are wanted; those who have no municipality get all. */
function from(query: SearchQuery, alike: readonly string[]): Prisma.Sql {
  if (query.lik === '' || alike.length === 0) return Prisma.sql`true`
  return Prisma.sql`municipality_id IN (SELECT municipality_id FROM participation WHERE municipality_id = ANY (${alike}::uuid[])
    ORDER BY array_position(${alike}::uuid[], municipality_id) LIMIT ${nearest})`
}

function conditionsOf(query: SearchQuery): Record<FacetName, Prisma.Sql> {
  const among = (column: Prisma.Sql, values: readonly string[]) =>
    values.length > 0 ? Prisma.sql`${column} = ANY (${values}::text[])` : Prisma.sql`true`
  const kinds = query.type.map((name) => kindNames[name])
  const technologies = query.teknologi.map((technology) => technology.toLowerCase())
  return {
    // Without words one browses what municipalities have done; the register would drown it.
    type: kinds.length > 0 ? among(facets.type.value, kinds) : query.q ? Prisma.sql`NOT case_shown` : Prisma.sql`kind = 'report'`,
    tema: among(facets.tema.value, query.tema),
    storrelse: among(facets.storrelse.value, query.storrelse),
    utfall: among(facets.utfall.value, query.utfall),
    teknologi:
      technologies.length > 0
        ? Prisma.sql`EXISTS (SELECT 1 FROM unnest(technologies) AS used WHERE lower(used) = ANY (${technologies}::text[]))`
        : Prisma.sql`true`,
    fylke: among(facets.fylke.value, query.fylke),
    kommune: among(facets.kommune.value, query.kommune),
    samarbeid: query.samarbeid.length > 0 ? Prisma.sql`collaborations && ${query.samarbeid}::text[]` : Prisma.sql`true`,
  }
}

function withAddressNames(counted: Found['facets']): Found['facets'] {
  const names = new Map<string, string>(Object.entries(kindNames).map(([name, kind]) => [kind, name]))
  return { ...counted, type: counted.type.map(({ value, count }) => ({ value: names.get(value) ?? value, count })) }
}

/** What these documents are called and where they lead, as far as the viewer may find them. One query. */
export async function thingsAt(tx: Tx, documents: string[]): Promise<Map<string, { title: string; href: string }>> {
  if (documents.length === 0) return new Map()
  const rows = await tx.$queryRaw<Pick<Row, 'id' | 'kind' | 'key' | 'anchor' | 'title'>[]>`
    SELECT id, kind, key, anchor, title FROM search_hits(NULL, NULL, NULL, ${documents}::uuid[])`
  return new Map(rows.map((row) => [row.id, { title: row.title, href: hrefOf(row) }]))
}

/** Which of these documents a search finds, exactly as typed. One query. */
export async function foundAmong(
  tx: Tx,
  query: SearchQuery,
  tsquery: string | null,
  documents: string[],
  alike: readonly string[],
): Promise<string[]> {
  if (documents.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT *, ${caseShown} AS case_shown FROM search_hits(${tsquery}::tsquery, NULL, NULL, ${documents}::uuid[])) AS hit
    WHERE ${Prisma.join(Object.values(conditionsOf(query)), ' AND ')} AND ${from(query, alike)}`
  return rows.map(({ id }) => id)
}
