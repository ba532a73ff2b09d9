import 'server-only'
import type { PersonStatus } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { mayHandOver } from '../policy'
import { colleagues } from '../queries'

const pageSize = 50

interface ReportRow {
  slug: string
  title: string
  steward: string | null
  standIn: string | null
  /** Nobody who is here still is steward. */
  isMissing: boolean
  standInHasLeft: boolean
  count: number
}

/**
 * The published reports of the municipality with their stewards, those without anybody first, then those whose stand-in has left; and everybody who
 * answers for something. For whoever minds the portfolio, or the people.
 */
export function stewardships(actor: Actor, side: number) {
  return read(actor, async (tx) => {
    if (!mayHandOver(actor)) return null
    const { id } = actor.municipality
    const count = await tx.experienceReport.count({ where: { municipalityId: id, status: 'published' } })
    const pageCount = Math.max(1, Math.ceil(count / pageSize))
    const page = Math.min(side, pageCount)
    const reports = await tx.$queryRaw<ReportRow[]>`
      SELECT r.slug, r.title, p.name AS steward, q.name AS "standIn", p.status IS DISTINCT FROM 'active' AS "isMissing",
        q.id IS NOT NULL AND q.status <> 'active' AS "standInHasLeft"
      FROM experience_report r LEFT JOIN report_steward s ON s.municipality_id = r.municipality_id AND s.report_id = r.id
      LEFT JOIN person p ON p.id = s.person_id LEFT JOIN person q ON q.id = s.stand_in_id
      WHERE r.municipality_id = ${id}::uuid AND r.status = 'published'
      ORDER BY "isMissing" DESC, "standInHasLeft" DESC, r.title COLLATE "nb-NO-x-icu", r.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`
    return { reports, page, pageCount, holders: await holdersIn(tx, actor), people: await colleagues(tx, actor) }
  })
}

interface Holder {
  id: string
  name: string
  status: PersonStatus
  count: number
}

/** Everybody who is steward or stand-in of something, with how much; those who have left first. */
function holdersIn(tx: Tx, actor: Staff): Promise<Holder[]> {
  return tx.$queryRaw<Holder[]>`
    SELECT p.id, p.name, p.status::text AS status, count(*)::int AS count FROM report_steward s JOIN person p ON p.id IN (s.person_id, s.stand_in_id)
    WHERE s.municipality_id = ${actor.municipality.id}::uuid GROUP BY p.id
    ORDER BY p.status = 'active', p.name COLLATE "nb-NO-x-icu", p.id LIMIT 2000`
}

/** How many reports somebody in the actor's municipality answers for, as steward or stand-in. */
export function answersFor(actor: Staff, personId: string): Promise<number> {
  return read(actor, (tx) =>
    tx.reportSteward.count({
      where: { municipalityId: actor.municipality.id, OR: [{ personId }, { standInId: personId }] },
    }),
  )
}
