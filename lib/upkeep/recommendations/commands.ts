import 'server-only'
import { tell, tellEach } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import type { RecommendInput, ReplyInput } from './input'
import { mayDiscuss, mayRecommend } from './policy'

/** What a municipality that uses a report says to others, in one of four words. Said again, it replaces what was said. */
export function recommend(actor: Actor, { slug, answer, comment }: RecommendInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayDiscuss(actor), 'forbidden')
    const report = await tx.experienceReport.findUnique({
      where: { slug, status: 'published' },
      select: { id: true, title: true },
    })
    refuseUnless(report, 'not-found')
    const municipalityId = actor.municipality.id
    const uses = await tx.reuse.count({ where: { municipalityId, reportId: report.id, confirmedOn: { not: null } } })
    refuseUnless(mayRecommend(actor, uses > 0), 'forbidden')
    const said = { answer, comment, givenBy: actor.personId, givenAt: new Date(), withdrawnAt: null }
    const key = { municipalityId, reportId: report.id }
    const { count } = await tx.reportRecommendation.updateMany({ where: key, data: said })
    if (count === 0) await tx.reportRecommendation.createMany({ data: [{ id: newId(), ...key, ...said }] })
    await tell(tx, actor, { kind: 'recommendation_given', reportId: report.id })
    await audit(tx, actor, {
      ...{ action: 'report.recommend', subjectType: 'experience_report', subjectId: report.id },
      detail: { title: report.title, answer },
    })
  })
}

/** Takes back what the actor's municipality has said, and with it the thread. It may be said anew. */
export function withdrawRecommendation(
  actor: Actor,
  { recommendationId }: { recommendationId: string },
): Promise<{ slug: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayDiscuss(actor), 'forbidden')
    const own = { id: recommendationId, municipalityId: actor.municipality.id, withdrawnAt: null }
    const found = await tx.reportRecommendation.findFirst({
      where: own,
      select: { report: { select: { id: true, slug: true } } },
    })
    refuseUnless(found, 'not-found')
    const data = { withdrawnAt: new Date(), givenBy: actor.personId }
    const { count } = await tx.reportRecommendation.updateMany({ where: own, data })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, actor, {
      ...{ action: 'report.withdraw-recommendation', subjectType: 'experience_report', subjectId: found.report.id },
    })
    return { slug: found.report.slug }
  })
}

/** A word in the thread under a recommendation, from anybody in a municipality who may read it. */
export function replyToRecommendation(actor: Actor, { recommendationId, text }: ReplyInput): Promise<{ slug: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayDiscuss(actor), 'forbidden')
    const found = await tx.reportRecommendation.findFirst({
      where: { id: recommendationId, withdrawnAt: null },
      select: {
        givenBy: true,
        replies: { where: { withdrawnAt: null }, distinct: ['writtenBy'], take: 200, select: { writtenBy: true } },
        report: { select: { id: true, slug: true } },
      },
    })
    refuseUnless(found?.report, 'not-found')
    const id = newId()
    await tx.recommendationReply.createMany({
      data: [{ id, municipalityId: actor.municipality.id, recommendationId, text, writtenBy: actor.personId }],
    })
    const thread = [found.givenBy, ...found.replies.map(({ writtenBy }) => writtenBy)]
    await tellEach(tx, actor, thread, { kind: 'recommendation_replied', reportId: found.report.id })
    await audit(tx, actor, { action: 'report.reply', subjectType: 'experience_report', subjectId: found.report.id })
    return { slug: found.report.slug }
  })
}

/** Takes back one's own word in a thread. */
export function withdrawReply(actor: Actor, { replyId }: { replyId: string }): Promise<{ slug: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayDiscuss(actor), 'forbidden')
    const own = { id: replyId, writtenBy: actor.personId, withdrawnAt: null }
    const found = await tx.recommendationReply.findFirst({
      where: own,
      select: { recommendation: { select: { report: { select: { id: true, slug: true } } } } },
    })
    refuseUnless(found, 'not-found')
    const { count } = await tx.recommendationReply.updateMany({ where: own, data: { withdrawnAt: new Date() } })
    refuseUnless(count === 1, 'not-found')
    const { report } = found.recommendation
    await audit(tx, actor, { action: 'report.withdraw-reply', subjectType: 'experience_report', subjectId: report.id })
    return { slug: report.slug }
  })
}
