import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Visibility } from '@/generated/prisma/enums'
import { mayCurate } from '@/lib/curation/policy'
import { mayWriteReport } from '@/lib/experiences/policy'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayReadInside } from '@/lib/projects/policy'
import type { QueueQuery } from './input'
import { parsePoints } from './rules'

const pageSize = 20

/** The number of what was published last, in the words of a query over reports `r`. */
export const latestNumber = Prisma.sql`(SELECT max(rv.number) FROM report_version rv WHERE rv.report_id = r.id)`

/** The number of what was published last of a report. */
export async function latestVersion(tx: Tx, reportId: string): Promise<number> {
  const { _max } = await tx.reportVersion.aggregate({ where: { reportId }, _max: { number: true } })
  return _max.number ?? 1
}

interface QueueRow {
  slug: string
  title: string
  municipality: string
  publishedAt: Date
  version: number
  outcome: 'approved' | 'changes_wanted' | null
  /** The municipality has replied, and no advisor has said what to make of it. */
  hasReply: boolean
  visibility: Visibility
  /** The colleague who has begun to look through it. */
  takenBy: string | null
}

/** Published reports by what an advisor has to do with them: not looked at as they stand now, commented on, or approved. What anybody may read comes first, then the oldest. */
export function reviewQueue(actor: Actor, query: QueueQuery) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const outcome = {
      venter: Prisma.sql`v.id IS NULL`,
      kommentert: Prisma.sql`v.outcome = 'changes_wanted' AND v.verdict IS DISTINCT FROM 'accepted'`,
      godkjent: Prisma.sql`(v.outcome = 'approved' OR v.verdict = 'accepted')`,
    }[query.vis]
    const from = Prisma.sql`
      FROM experience_report r JOIN municipality m ON m.id = r.municipality_id
      LEFT JOIN report_review v ON v.municipality_id = r.municipality_id AND v.report_id = r.id AND v.report_version = ${latestNumber}
      WHERE r.status = 'published' AND NOT EXISTS (SELECT 1 FROM report_merge g WHERE g.report_id = r.id) AND ${outcome}`
    const [counted] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`
    const total = counted?.total ?? 0
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(query.side, pageCount)
    const rows = await tx.$queryRaw<QueueRow[]>`
      SELECT r.slug, r.title, m.display_name AS municipality, coalesce(r.revised_at, r.published_at) AS "publishedAt", ${latestNumber} AS version, v.outcome::text AS outcome,
        coalesce(v.reply <> '' AND v.verdict IS NULL, false) AS "hasReply", r.visibility::text AS visibility, (
          SELECT p.name FROM need_mark k JOIN person p ON p.id = k.marked_by WHERE k.kind = 'review' AND k.subject = r.id::text AND k.state = 'taken') AS "takenBy"
      ${from} ORDER BY r.visibility = 'open' DESC, coalesce(r.revised_at, r.published_at), r.id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`
    return {
      rows: rows.map(({ publishedAt, ...row }) => ({ ...row, publishedOn: dateInNorway(publishedAt) })),
      total,
      page,
      pageCount,
    }
  })
}

const fields = {
  id: true,
  reportVersion: true,
  outcome: true,
  points: true,
  comment: true,
  reviewedAt: true,
  reply: true,
  repliedAt: true,
  reviewer: { select: { name: true } },
  verdict: true,
  verdictNote: true,
  verdictAt: true,
} satisfies Prisma.ReportReviewSelect

export type ReviewView = ReturnType<typeof reviewView>

function reviewView({
  points,
  reviewedAt,
  repliedAt,
  verdictAt,
  reviewer,
  ...row
}: Prisma.ReportReviewGetPayload<{ select: typeof fields }>) {
  return {
    ...row,
    points: parsePoints(points),
    reviewedBy: reviewer.name,
    reviewedOn: dateInNorway(reviewedAt),
    repliedOn: repliedAt && dateInNorway(repliedAt),
    /** Which reply it is: whoever judges it says so. */
    repliedAt: repliedAt?.toISOString() ?? null,
    verdictOn: verdictAt && dateInNorway(verdictAt),
  }
}

/** A published report for the advisor who is to look through it, with what was said before; null for others. */
export function reportToReview(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const report = await tx.experienceReport.findFirst({
      where: { slug, status: 'published' },
      select: {
        slug: true,
        title: true,
        summary: true,
        id: true,
        municipality: { select: { displayName: true } },
        reviews: { orderBy: { reviewedAt: 'desc' }, take: 20, select: fields },
      },
    })
    if (!report) return null
    const { municipality, reviews, id, ...rest } = report
    const version = await latestVersion(tx, id)
    const isReviewed = reviews.some(({ reportVersion }) => reportVersion === version)
    const mark = await tx.needMark.findFirst({
      where: { kind: 'review', subject: id },
      select: { state: true, version: true, markedBy: true, person: { select: { name: true } } },
    })
    return {
      ...{ ...rest, id, version, municipality: municipality.displayName, reviews: reviews.map(reviewView), isReviewed },
      /** The version that an advisor looked through last, before what stands. */
      reviewedVersion: reviews.map(({ reportVersion }) => reportVersion).find((number) => number < version) ?? null,
      /** Who has begun to look through it, and the version of that mark. */
      taken: mark?.state === 'taken' ? { by: mark.person.name, isMine: mark.markedBy === actor.personId } : null,
      markVersion: mark?.version ?? 0,
    }
  })
}

/** What advisors have said of a report, for the municipality it belongs to; null for others. */
export function reviewsOfReport(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({
      where: { slug },
      select: { slug: true, title: true, municipalityId: true, projectId: true },
    })
    if (!report || !mayReadInside(actor, report)) return null
    const members = await tx.projectMember.findMany({ where: { projectId: report.projectId } })
    const reviews = await tx.reportReview.findMany({
      where: { report: { slug } },
      orderBy: { reviewedAt: 'desc' },
      take: 20,
      select: fields,
    })
    return {
      ...report,
      reviews: reviews.map(reviewView),
      may: { reply: mayWriteReport(actor, { municipalityId: report.municipalityId, members }) },
    }
  })
}
