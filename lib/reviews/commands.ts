import 'server-only'
import { mayCurate } from '@/lib/curation/policy'
import { mayWriteReport } from '@/lib/experiences/policy'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import type { ReplyInput, ReviewInput } from './input'
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
        report: { select: { id: true, title: true, projectId: true, project: { select: { members: true } } } },
      },
    })
    refuseUnless(review, 'not-found')
    const { report, municipalityId } = review
    refuseUnless(mayWriteReport(actor, { municipalityId, members: report.project.members }), 'forbidden')
    await tx.reportReview.updateMany({
      where: { id: input.reviewId },
      data: { reply: input.reply, repliedBy: actor.personId, repliedAt: new Date() },
    })
    await audit(tx, actor, {
      action: 'report.reply-to-review',
      subjectType: 'experience_report',
      subjectId: report.id,
      projectId: report.projectId,
      detail: { title: report.title },
    })
  })
}
