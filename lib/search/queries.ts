import 'server-only'
import type { ReportOutcome, SearchKind, Visibility } from '@/generated/prisma/enums'
import { caseCosts } from '@/lib/experiences/cost/queries'
import type { CaseCost } from '@/lib/experiences/cost/rules'
import { evidenceLevels } from '@/lib/experiences/evidence/queries'
import type { EvidenceLevel } from '@/lib/experiences/evidence/rules'
import { likeMunicipalities, standpointOf } from '@/lib/municipalities/likeness/queries'
import { type LikeMunicipality, nowhere, type Reason, type Standpoint } from '@/lib/municipalities/likeness/rules'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { correctedTsqueryOf, someWordsOf, tsqueryOf, typosOf } from './asking'
import { type FacetValue, type Found, find, foundAmong, pageSize, type Row, type Sought } from './hits/queries'
import { type FacetName, type SearchQuery, type StoredQuery, searchQuery } from './input'
import { marker, meantBy, type Segment } from './marking'
import { hrefOf, isNarrowed, loggable } from './rules'
import { type Why, whyHit } from './why'

export type { FacetValue } from './hits/queries'

/** The `tsquery` of signs without words: it matches nothing. */
const nothing = ''

/** How the query was read to find what is shown: as it stands, for most of its words, with slips put right, or by anything spelt alike. */
export type Reading = 'exact' | 'most' | 'corrected' | 'alike'

export interface Hit {
  href: string
  kind: SearchKind
  title: Segment[]
  lead: Segment[]
  municipality: { name: string; number: string; population: number } | null
  theme: string | null
  outcome: ReportOutcome | null
  datedOn: string | null
  technologies: string[]
  visibility: Visibility
  /** How many have confirmed that they use it. */
  reuseCount: number
  isStale: boolean
  /** The kind of a part. */
  part: string | null
  /** What it cost, where that is told and the reader may know. */
  cost: CaseCost | null
  /** How well a report is supported. */
  evidence: EvidenceLevel | null
  /** How alike its municipality is to the reader's, and the strongest reason; null where that is not known or there is none. */
  likeness: { score: number; reason: Reason | null } | null
  /** What made it a hit; null while browsing. */
  why: Why | null
}

export interface SearchResult {
  hits: Hit[]
  total: number
  page: number
  pageCount: number
  facets: Record<FacetName, FacetValue[]>
  reading: Reading
  /** What was meant, where something was found in spite of a slip. */
  meant: string | null
  /** Titles near what was typed; only when nothing was found. */
  suggestions: string[]
  /** The themes most is shared about; only when nothing was found. */
  themes: FacetValue[]
}

/** Where likeness is not asked for, only that of so many of the nearest is worth a line. */
const worthALine = 30

/** Everything shared with the actor that matches, best first, with the facets counted. A handful of queries, whatever the data. */
export function searchAll(actor: Actor, query: SearchQuery, standpoint: Standpoint = nowhere): Promise<SearchResult> {
  return read(actor, async (tx) => {
    const like = await likeMunicipalities(tx, standpoint, 400)
    const { found, reading } = await findAnyhow(
      tx,
      query,
      like.map(({ municipality }) => municipality.id),
    )
    if (query.q && query.side === 1 && !isNarrowed(query)) await log(tx, query.q, reading === 'alike' ? 0 : found.total)
    const pageCount = Math.max(1, Math.ceil(found.total / pageSize))
    const isEmpty = found.total === 0
    return {
      hits: await hitsOf(tx, query, found.rows, like),
      ...{ total: found.total, page: Math.min(query.side, pageCount), pageCount, facets: found.facets, reading },
      meant: reading === 'corrected' || reading === 'alike' ? meantBy(query.q, textsOf(found.rows)) : null,
      suggestions: isEmpty && query.q ? await suggestions(tx, query.q) : [],
      themes: isEmpty ? await popularThemes(tx) : [],
    }
  })
}

/** Fewer hits than this are filled up with what holds most of the words. */
const fewHits = 5

/**
 * The query as it stands; where that gives little, by known words a slip of the finger away, by most of its words, then by anything alike,
 * as far as that finds more.
 */
async function findAnyhow(tx: Tx, query: SearchQuery, alike: string[]): Promise<{ found: Found; reading: Reading }> {
  const exact = await find(tx, query, { tsquery: query.q ? (tsqueryOf(query.q) ?? nothing) : null }, alike)
  if (!query.q || exact.total >= fewHits) return { found: exact, reading: 'exact' }
  for (const [reading, sought] of widerReadings(query.q, exact.anyKind === 0)) {
    if (!sought.tsquery && !sought.typos) continue
    const found = await find(tx, query, sought, alike)
    if (found.total > exact.total || (found.anyKind > 0 && exact.anyKind === 0)) return { found, reading }
  }
  return { found: exact, reading: 'exact' }
}

function widerReadings(typed: string, isNothing: boolean): [Reading, Sought][] {
  const some = someWordsOf(typed)
  const most: [Reading, Sought][] = some ? [['most', { tsquery: some.any, words: some.words }]] : []
  if (!isNothing) return most
  return [['corrected', { tsquery: correctedTsqueryOf(typed) }], ...most, ['alike', { typos: typosOf(typed) }]]
}

const textsOf = (rows: Row[]) => rows.flatMap(({ title, lead, names }) => [title, lead, ...names])

async function hitsOf(tx: Tx, query: SearchQuery, rows: Row[], like: LikeMunicipality[]): Promise<Hit[]> {
  const ids = rows.flatMap(({ report_id }) => report_id ?? [])
  const [costs, levels] = [await caseCosts(tx, ids), await evidenceLevels(tx, ids)]
  const mark = marker(query.q)
  const places = new Map(like.map((one, place) => [one.municipality.id, { ...one, place }]))
  const farthest = query.sorter === 'liker' || query.lik ? like.length : worthALine
  return rows.map((row) => {
    const alike = row.kind === 'municipality' ? null : places.get(row.municipality_id ?? '')
    return {
      ...plainHit(row, mark),
      cost: costs.get(row.report_id ?? '') ?? null,
      evidence: row.kind === 'report' ? (levels.get(row.report_id ?? '') ?? null) : null,
      likeness: alike && alike.place < farthest ? { score: alike.score, reason: alike.reasons[0] ?? null } : null,
      why: query.q ? whyHit(query.q, row, mark) : null,
    }
  })
}

function plainHit(row: Row, mark: (text: string) => Segment[]): Omit<Hit, 'cost' | 'evidence' | 'likeness' | 'why'> {
  const { municipality, municipality_number: number, population } = row
  return {
    href: hrefOf(row),
    kind: row.kind,
    title: mark(row.title),
    lead: mark(row.lead),
    municipality: municipality && number && population ? { name: municipality, number, population } : null,
    theme: row.theme,
    outcome: row.outcome,
    datedOn: row.dated_on,
    technologies: row.technologies,
    visibility: row.visibility,
    reuseCount: row.reuse_count,
    isStale: row.is_stale,
    part: row.kind === 'part' ? row.anchor : null,
  }
}

async function suggestions(tx: Tx, typed: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ title: string }[]>`SELECT title FROM search_suggestions(${typed.toLowerCase()}, 4)`
  return rows.map((row) => row.title)
}

function popularThemes(tx: Tx): Promise<FacetValue[]> {
  return tx.$queryRaw<FacetValue[]>`SELECT theme_code AS value, count(*)::int AS count FROM experience_report
    WHERE status = 'published' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 6`
}

/** What was searched for and how much it gave; never by whom, and no number that names somebody. */
async function log(tx: Tx, typed: string, hits: number): Promise<void> {
  const query = loggable(typed)
  if (query) await tx.searchLog.createMany({ data: [{ query, hits }] })
}

/** Which of these documents a stored search finds, exactly as typed. */
export async function matches(tx: Tx, actor: Actor, stored: StoredQuery, documents: string[]): Promise<string[]> {
  const query = searchQuery.parse(stored)
  const like = query.lik ? await likeMunicipalities(tx, await standpointOf(actor, stored.standpunkt), 400) : []
  const tsquery = query.q ? (tsqueryOf(query.q) ?? nothing) : null
  return foundAmong(
    tx,
    query,
    tsquery,
    documents,
    like.map(({ municipality }) => municipality.id),
  )
}
