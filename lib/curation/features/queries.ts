import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/platform/actor'
import { dateOf, isoDate, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayCurate } from '../policy'
import { featureState } from './rules'

/** So many are shown at the desk: those that run or come first, then those that ended last. */
const mostFeatures = 100

interface FeatureRow {
  id: string
  version: number
  reason: string
  startsOn: Date
  endsOn: Date
  slug: string
  title: string
  municipality: string
  isOpen: boolean
  isMerged: boolean
  place: number | null
}

export type FeatureView = Awaited<ReturnType<typeof features>>[number]

/** What is featured, in the order of the front page, what is over last; null for others than advisors. */
export function featuresDesk(actor: Actor) {
  return read(actor, async (tx) => (mayCurate(actor) ? features(tx, Prisma.sql`true`) : null))
}

/** A featured case whose words are to be changed; null for others than advisors. */
export function featureToChange(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const [feature] = await features(tx, Prisma.sql`id = ${id}::uuid`)
    return feature ?? null
  })
}

/** Each has a place where the front page could show it today: as `featuredReports` finds them, a report once. */
async function features(tx: Tx, where: Prisma.Sql) {
  const now = dateOf(today())
  const rows = await tx.$queryRaw<FeatureRow[]>`
    WITH feature AS (
      SELECT f.*, r.slug, r.title, m.display_name AS municipality, r.visibility = 'open' AS is_open, g.report_id IS NOT NULL AS is_merged
      FROM featured_case f JOIN experience_report r ON r.id = f.report_id AND r.status = 'published' JOIN municipality m ON m.id = r.municipality_id
        LEFT JOIN report_merge g ON g.report_id = r.id
    ), candidate AS (
      SELECT DISTINCT ON (report_id) id, position, created_at FROM feature
      WHERE starts_on <= ${now} AND ends_on >= ${now} AND is_open AND NOT is_merged ORDER BY report_id, position, created_at DESC
    ), ranked AS (SELECT id, row_number() OVER (ORDER BY position, created_at DESC)::int AS place FROM candidate)
    SELECT id, version, reason, starts_on AS "startsOn", ends_on AS "endsOn", slug, title, municipality, is_open AS "isOpen", is_merged AS "isMerged", place
    FROM feature LEFT JOIN ranked USING (id) WHERE ${where}
    ORDER BY ends_on < ${now}, CASE WHEN ends_on < ${now} THEN ends_on END DESC, position, created_at DESC, id LIMIT ${mostFeatures}`
  return rows.map(({ startsOn, endsOn, isOpen, isMerged, slug, title, municipality, ...row }) => {
    const period = { startsOn: isoDate(startsOn), endsOn: isoDate(endsOn) }
    return {
      ...row,
      ...period,
      report: { slug, title, municipality },
      state: featureState({ ...period, isOpen, isMerged, place: row.place }, today()),
    }
  })
}
