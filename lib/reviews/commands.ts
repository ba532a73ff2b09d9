import 'server-only'
import { mayCurate } from '@/lib/curation/policy'
import { mayWriteReport } from '@/lib/experiences/policy'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import type { ReplyInput, ReviewInput, VerdictInput } from './input'
import { latestVersion } from './queries'
import { outcomeOf } from './rules'

/**
 * Stores what an advisor found in a published report. Refuses with `conflict` where the report has been published anew since it was
 * opened, or another advisor was first.
 */
export function reviewReport(actor: Actor, input: ReviewInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const report = await tx.experienceReport.findFirst({
      where: { slug: input.slug, status: 'published' },
      select: { id: true, municipalityId: true, title: true },
    })
    refuseUnless(report, 'not-found')
    refuseUnless((await latestVersion(tx, report.id)) === input.reportVersion, 'conflict')
    const outcome = outcomeOf(input.points)
    const { count } = await tx.reportReview.createMany({
      data: [
        {
          ...{ id: newId(), municipalityId: report.municipalityId, reportId: report.id, reportVersion: input.reportVersion },
          ...{ outcome, points: input.points, comment: input.comment, reviewedBy: actor.personId },
        },
      ],
      skipDuplicates: true,
    })
    refuseUnless(count === 1, 'conflict')
    // Whoever was on it is done.
    await tx.needMark.deleteMany({ where: { kind: 'review', subject: report.id } })
    await tell(tx, actor, { kind: 'review_given', reportId: report.id, recipientMunicipalityId: report.municipalityId })
    await audit(tx, actor, {
      action: 'report.review',
      subjectType: 'experience_report',
      subjectId: report.id,
      detail: { title: report.title, outcome },
    })
  })
}

/** The municipality's words back to the advisors; may be written again. */
export function replyToReview(actor: Actor, input: ReplyInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const review = await tx.reportReview.findFirst({
      where: { id: input.reviewId, report: { slug: input.slug } },
      select: {
        municipalityId: true,
        reviewedBy: true,
        report: { select: { id: true, title: true, projectId: true, project: { select: { members: true } } } },
      },
    })
    refuseUnless(review, 'not-found')
    const { report, municipalityId } = review
    refuseUnless(mayWriteReport(actor, { municipalityId, members: report.project.members }), 'forbidden')
    await tx.reportReview.updateMany({
      where: { id: input.reviewId },
      data: {
        ...{ reply: input.reply, repliedBy: actor.personId, repliedAt: new Date() },
        // A new reply is for the advisors to look at anew.
        ...{ verdict: null, verdictNote: '', verdictBy: null, verdictAt: null },
      },
    })
    await tell(tx, actor, { kind: 'review_replied', reportId: report.id, recipientId: review.reviewedBy })
    await audit(tx, actor, {
      action: 'report.reply-to-review',
      subjectType: 'experience_report',
      subjectId: report.id,
      projectId: report.projectId,
      detail: { title: report.title },
    })
  })
}

/** Accepts the reply of the municipality, or says what more is wanted. Refuses with `conflict` where a colleague was first, or the reply was written anew. */
export function judgeReply(actor: Actor, { slug, reviewId, repliedAt, verdict, note }: VerdictInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const report = await tx.experienceReport.findFirst({
      where: { slug, status: 'published', reviews: { some: { id: reviewId } } },
      select: { id: true, municipalityId: true, title: true },
    })
    refuseUnless(report, 'not-found')
    const { count } = await tx.reportReview.updateMany({
      where: { id: reviewId, repliedAt: new Date(repliedAt), verdict: null },
      data: { verdict, verdictNote: note, verdictBy: actor.personId, verdictAt: new Date() },
    })
    refuseUnless(count === 1, 'conflict')
    await tx.needMark.deleteMany({ where: { kind: 'reply', subject: reviewId } })
    if (verdict === 'more_wanted')
      await tell(tx, actor, { kind: 'review_given', reportId: report.id, recipientMunicipalityId: report.municipalityId })
    await audit(tx, actor, {
      action: 'report.judge-reply',
      subjectType: 'experience_report',
      subjectId: report.id,
      detail: { title: report.title, verdict },
    })
  })
}
