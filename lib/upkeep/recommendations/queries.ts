import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { type Actor, isSelf } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import type { RecommendationQuery } from './input'
import { mayDiscuss, mayRecommend, mayWithdraw } from './policy'

const pageSize = 20
/** How many replies are shown under each of several recommendations: the newest. */
const mostReplies = 3

/**
 * What municipalities that use a report say of it, the newest first, with the last replies under each; or one of them with a page of its whole
 * thread. What was taken back is not there.
 */
export function recommendationPage(actor: Actor, slug: string, query: RecommendationQuery) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: reportFields })
    if (!report) return null
    const standing = { reportId: report.id, withdrawnAt: null }
    const own = mayDiscuss(actor) ? actor.municipality.id : null
    const thread = query.trad ? await tx.reportRecommendation.count({ where: { ...standing, id: query.trad } }) : 0
    const shown = thread > 0 ? await threadPage(tx, actor, query) : await listPage(tx, actor, standing, query.side)
    const ours = own
      ? await tx.reportRecommendation.findFirst({
          where: { ...standing, municipalityId: own },
          select: { id: true, answer: true, comment: true },
        })
      : null
    const uses = own
      ? await tx.reuse.count({ where: { municipalityId: own, reportId: report.id, confirmedOn: { not: null } } })
      : 0
    return {
      report: { slug, title: report.title, municipality: report.municipality.displayName },
      ...{ ...shown, isThread: thread > 0, ours },
      may: { recommend: mayRecommend(actor, uses > 0), reply: own !== null },
      ...{ usesIt: uses > 0, isOwn: own === report.municipalityId },
    }
  })
}

const reportFields = {
  ...{ id: true, title: true, municipalityId: true },
  municipality: { select: { displayName: true } },
} as const

const standingReply = { withdrawnAt: null }
const replyFields = {
  ...{ id: true, text: true, writtenAt: true, writtenBy: true },
  municipality: { select: { displayName: true } },
} satisfies Prisma.RecommendationReplySelect
const fields = {
  ...{ id: true, answer: true, comment: true, givenAt: true, municipalityId: true },
  municipality: { select: { displayName: true, number: true } },
  _count: { select: { replies: { where: standingReply } } },
} satisfies Prisma.ReportRecommendationSelect

async function listPage(tx: Tx, actor: Actor, where: Prisma.ReportRecommendationWhereInput, side: number) {
  const count = await tx.reportRecommendation.count({ where })
  const pageCount = Math.max(1, Math.ceil(count / pageSize))
  const page = Math.min(side, pageCount)
  const newest = {
    ...{ where: standingReply, select: replyFields, take: mostReplies },
    orderBy: [{ writtenAt: 'desc' as const }, { id: 'desc' as const }],
  }
  const rows = await tx.reportRecommendation.findMany({
    where,
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: { ...fields, replies: newest },
  })
  return { recommendations: rows.map((row) => view(actor, row, row.replies.toReversed())), page, pageCount }
}

async function threadPage(tx: Tx, actor: Actor, { trad, side }: RecommendationQuery) {
  const row = await tx.reportRecommendation.findUniqueOrThrow({ where: { id: trad }, select: fields })
  const pageCount = Math.max(1, Math.ceil(row._count.replies / pageSize))
  const page = Math.min(side, pageCount)
  const replies = await tx.recommendationReply.findMany({
    where: { recommendationId: trad, ...standingReply },
    orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: replyFields,
  })
  return { recommendations: [view(actor, row, replies)], page, pageCount }
}

function view(
  actor: Actor,
  row: Prisma.ReportRecommendationGetPayload<{ select: typeof fields }>,
  replies: Prisma.RecommendationReplyGetPayload<{ select: typeof replyFields }>[],
) {
  const { id, answer, comment, givenAt, municipality, municipalityId, _count } = row
  return {
    ...{ id, answer, comment, municipality, on: dateInNorway(givenAt), replyCount: _count.replies },
    replies: replies.map(({ writtenAt, writtenBy, ...reply }) => ({
      ...{ ...reply, on: dateInNorway(writtenAt) },
      isMine: mayDiscuss(actor) && isSelf(actor, writtenBy),
    })),
    may: { withdraw: mayWithdraw(actor, { municipalityId }) },
  }
}
