import 'server-only'
import { mayCurate } from '@/lib/curation/policy'
import { type LetterLink, linkHash, openLink } from '@/lib/letters/token'
import { mayKeepOwn } from '@/lib/people/policy'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { actorOfPerson } from '@/lib/platform/auth/liveness'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction, worker } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { confirmReuseIn } from '@/lib/sharing/reuse/commands'
import { reportToAnswerFor } from './facts/queries'
import { resolveFlags } from './flags/commands'
import type { EvaluationInput, FollowUpInput, LinkedFollowUpInput } from './input'

/** Asks, once, for all that is due: whether it holds, how it went, and whether it is recommended. Gives how much was asked for. For the worker alone. */
export function askForUpkeep(on = today()): Promise<number> {
  return transaction(worker, async (tx) => {
    const [row] = await tx.$queryRaw<[{ asked: number }]>`
      SELECT ask_for_upkeep(${on}::date) + ask_for_recommendations(${on}::date) AS asked`
    return row.asked
  })
}

/** Says that a report still holds: whoever thought it outdated has their answer. */
export function confirmReport(actor: Actor, { slug }: { slug: string }): Promise<void> {
  return transaction(actor, (tx) => confirmReportIn(tx, actor, { slug }))
}

async function confirmReportIn(tx: Tx, actor: Actor, where: { slug: string } | { id: string }): Promise<void> {
  const { report, staff } = await reportToAnswerFor(tx, actor, where)
  await tx.experienceReport.update({ where: { id: report.id }, data: { confirmedOn: dateOf(today()) }, select: { id: true } })
  await resolveFlags(tx, staff, report.id)
  await audit(tx, staff, {
    ...{ action: 'report.confirm', subjectType: 'experience_report', subjectId: report.id, projectId: report.projectId },
    detail: { title: report.title },
  })
}

/** Says how it went 6, 12 or 24 months after. May be said again. */
export function followUpEffects(actor: Actor, { slug, ...answers }: FollowUpInput): Promise<void> {
  return transaction(actor, (tx) => followUpIn(tx, actor, { slug }, answers))
}

async function followUpIn(
  tx: Tx,
  actor: Actor,
  where: { slug: string } | { id: string },
  answers: Omit<FollowUpInput, 'slug'>,
): Promise<void> {
  const { report, staff } = await reportToAnswerFor(tx, actor, where)
  const { months, ...said } = answers
  const data = { ...said, answeredBy: staff.personId, answeredAt: new Date() }
  const key = { reportId: report.id, months }
  const { count } = await tx.effectFollowUp.updateMany({ where: key, data })
  if (count === 0) await tx.effectFollowUp.createMany({ data: [{ ...key, municipalityId: staff.municipality.id, ...data }] })
  await audit(tx, staff, {
    ...{ action: 'report.follow-up', subjectType: 'experience_report', subjectId: report.id, projectId: report.projectId },
    detail: { title: report.title, months },
  })
}

/**
 * Does what a link in a letter says, once, as the person it was written to, with the rights they have now.
 * Refuses with `not-found` a link that is not genuine or too old, with `conflict` one that has been used.
 */
export async function answerLink({ token }: { token: string }): Promise<LetterLink> {
  return withLink(token, async (tx, actor, link) => {
    refuseUnless(link.does === 'report-holds' || link.does === 'reuse-holds', 'not-found')
    if (link.does === 'report-holds') await confirmReportIn(tx, actor, { id: link.subject })
    else await confirmReuseIn(tx, actor, { reportId: link.subject })
  })
}

/** As `answerLink`, for the two questions on effects. */
export async function answerFollowUpLink({ token, ...answers }: LinkedFollowUpInput): Promise<LetterLink> {
  return withLink(token, async (tx, actor, link) => {
    refuseUnless(link.does === 'effect' && link.months === answers.months, 'not-found')
    await followUpIn(tx, actor, { id: link.subject }, answers)
  })
}

async function withLink(token: string, work: (tx: Tx, actor: Actor, link: LetterLink) => Promise<void>): Promise<LetterLink> {
  const link = openLink(token)
  refuseUnless(link, 'not-found')
  const actor = await actorOfPerson(link.personId)
  refuseUnless(mayKeepOwn(actor), 'not-found')
  return transaction(actor, async (tx) => {
    const { count } = await tx.usedLink.createMany({
      data: [{ tokenHash: linkHash(token), personId: link.personId }],
      skipDuplicates: true,
    })
    refuseUnless(count === 1, 'conflict')
    await work(tx, actor, link)
    return link
  })
}

/** An advisor enters an evaluation that somebody independent has made, which lifts the evidence to level 4. */
export function enterEvaluation(actor: Actor, { slug, evaluatedOn, ...evaluation }: EvaluationInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const report = await tx.experienceReport.findUnique({
      where: { slug, status: 'published' },
      select: { id: true, title: true },
    })
    refuseUnless(report, 'not-found')
    refuseUnless(evaluatedOn <= today(), 'conflict', { evaluatedOn: 'errors.dateInFuture' })
    await tx.reportEvaluation.createMany({
      data: [{ id: newId(), reportId: report.id, ...evaluation, evaluatedOn: dateOf(evaluatedOn), enteredBy: actor.personId }],
    })
    await audit(tx, actor, {
      ...{ action: 'report.evaluation', subjectType: 'experience_report', subjectId: report.id },
      detail: { title: report.title, evaluator: evaluation.evaluator },
    })
  })
}

/** An advisor takes back an evaluation that should not have been entered. */
export function withdrawEvaluation(actor: Actor, { evaluationId }: { evaluationId: string }): Promise<{ slug: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const found = await tx.reportEvaluation.findUnique({
      where: { id: evaluationId },
      select: { evaluator: true, report: { select: { id: true, slug: true, title: true } } },
    })
    refuseUnless(found?.report, 'not-found')
    const { count } = await tx.reportEvaluation.deleteMany({ where: { id: evaluationId } })
    refuseUnless(count === 1, 'conflict')
    await audit(tx, actor, {
      ...{ action: 'report.evaluation-withdraw', subjectType: 'experience_report', subjectId: found.report.id },
      detail: { title: found.report.title, evaluator: found.evaluator },
    })
    return { slug: found.report.slug }
  })
}
