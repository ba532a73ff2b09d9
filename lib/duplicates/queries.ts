import 'server-only'
import { mayCurate } from '@/lib/curation/policy'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayReadInside } from '@/lib/projects/policy'

const pageSize = 20
/** So many of the newest reports are held against all others of their theme. */
const newest = 300
const mostPairs = 10

/** Of a suggested pair: what the two have in common. */
export interface Likeness {
  /** How alike the titles are, from 0 to 1. */
  title: number
  technologies: string[]
  suppliers: string[]
  sameCollaboration: boolean
}

interface SuggestedReport {
  slug: string
  title: string
  summary: string
  municipality: string
  publishedOn: string
  /** Municipalities that have confirmed that they use it. */
  reuseCount: number
}

export interface SuggestedPair {
  one: SuggestedReport
  other: SuggestedReport
  likeness: Likeness
}

/**
 * What may be told twice, the likeliest first, and what has been merged, the newest first; null for others than advisors. Among the newest reports, pairs
 * of the same theme with titles alike, or the same supplier or technologies in the same collaboration. A report that builds on the other is no double of it.
 */
export function duplicatesDesk(actor: Actor, { side }: { side: number }) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const pairs = await tx.$queryRaw<SuggestedPair[]>`
      WITH known AS (
        SELECT r.*, m.display_name AS municipality, row_number() OVER (ORDER BY r.published_at DESC, r.id) AS place,
          (SELECT count(*)::int FROM reuse u WHERE u.report_id = r.id AND reuse_counts(u.state, u.confirmed_on)) AS uses,
          json_build_object('slug', r.slug, 'title', r.title, 'summary', r.summary, 'municipality', m.display_name,
            'publishedOn', (r.published_at AT TIME ZONE 'Europe/Oslo')::date) AS shown
        FROM experience_report r JOIN municipality m ON m.id = r.municipality_id
        WHERE r.status = 'published' AND NOT EXISTS (SELECT 1 FROM report_merge g WHERE g.report_id = r.id)
      ), pair AS (
        SELECT a.shown AS one, b.shown AS other, a.uses AS one_uses, b.uses AS other_uses, similarity(lower(a.title), lower(b.title)) AS title,
          ARRAY(SELECT unnest(a.technologies) INTERSECT SELECT unnest(b.technologies) ORDER BY 1) AS technologies,
          ARRAY(SELECT unnest(a.suppliers) INTERSECT SELECT unnest(b.suppliers) ORDER BY 1) AS suppliers,
          coalesce(a.collaboration_id = b.collaboration_id, false) AS together, a.id, b.id AS other_id, a.project_id, b.project_id AS other_project_id
        FROM known a JOIN known b ON b.theme_code = a.theme_code AND (a.place, a.id) < (b.place, b.id)
        WHERE a.place <= ${newest}
          AND NOT EXISTS (SELECT 1 FROM report_not_duplicate d WHERE d.report_id = least(a.id, b.id) AND d.other_report_id = greatest(a.id, b.id))
      )
      SELECT one::jsonb || jsonb_build_object('reuseCount', one_uses) AS one, other::jsonb || jsonb_build_object('reuseCount', other_uses) AS other,
        json_build_object('title', title, 'technologies', technologies, 'suppliers', suppliers, 'sameCollaboration', together) AS likeness
      FROM pair WHERE (title > 0.5 OR (together AND (cardinality(suppliers) > 0 OR cardinality(technologies) > 0)))
        AND NOT EXISTS (SELECT 1 FROM lineage_links(pair.project_id) l WHERE other_project_id IN (l.project_id, l.source_project_id))
      ORDER BY title + 0.15 * cardinality(technologies) + 0.2 * cardinality(suppliers) + CASE WHEN together THEN 0.3 ELSE 0 END DESC, id, other_id
      LIMIT ${mostPairs}`
    const total = await tx.reportMerge.count()
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(side, pageCount)
    const merges = await tx.reportMerge.findMany({
      orderBy: [{ mergedAt: 'desc' }, { reportId: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        note: true,
        mergedAt: true,
        person: { select: { name: true } },
        report: { select: named },
        into: { select: named },
      },
    })
    return {
      pairs,
      merges: merges.map(({ mergedAt, person, ...merge }) => ({
        ...merge,
        ...{ mergedOn: dateInNorway(mergedAt), mergedBy: person.name },
      })),
      page,
      pageCount,
    }
  })
}

const named = { slug: true, title: true, municipality: { select: { displayName: true } } }

/** The report that another is found by way of, for those who are led on to it; its own municipality and advisors read both. */
export function foundByWayOf(actor: Actor, slug: string): Promise<string | null> {
  return read(actor, async (tx) => {
    if (mayCurate(actor)) return null
    const report = await tx.experienceReport.findUnique({
      where: { slug },
      select: { municipalityId: true, merge: { select: { into: { select: { slug: true } } } } },
    })
    return report && !mayReadInside(actor, report) ? (report.merge?.into.slug ?? null) : null
  })
}

export interface Consequences {
  followers: number
  /** Asked of the report that goes, and not taken back. */
  questions: number
  /** Confirmed by other municipalities. */
  reuses: number
  /** Municipalities that have copied from it. */
  builders: number
  /** Reports that are found by way of it today, and lead on. */
  merged: number
  /** Whether what is said of it stays with it: some who may read it may not read the other. */
  stays: boolean
}

/** What comes along when the one report is merged into the other; for advisors who may read both. */
export async function consequencesOf(tx: Tx, { keep, away }: { keep: string; away: string }): Promise<Consequences | null> {
  const [row] = await tx.$queryRaw<Consequences[]>`SELECT * FROM merge_consequences(${away}::uuid, ${keep}::uuid)`
  return row ?? null
}

/**
 * What follows if two reports are merged, told before it is done: which one is kept in the end, and what comes along. Null for others than advisors, and
 * where either is not there, is merged already, or they are the same.
 */
export function mergePreview(actor: Actor, { keep, away }: { keep: string; away: string }) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor) || keep === away) return null
    const reports = await tx.experienceReport.findMany({
      where: { slug: { in: [keep, away] }, status: 'published' },
      select: { id: true, ...named, merge: { select: { into: { select: { id: true, ...named } } } } },
    })
    const [chosen, goes] = [keep, away].map((slug) => reports.find((report) => report.slug === slug))
    const kept = chosen?.merge?.into ?? chosen
    if (!chosen || !kept || !goes || goes.merge || kept.id === goes.id) return null
    const follows = await consequencesOf(tx, { keep: kept.id, away: goes.id })
    return follows && { kept, goes, isLedOn: kept.id !== chosen.id, follows }
  })
}
