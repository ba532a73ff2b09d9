import 'server-only'
import { mayCurate } from '@/lib/curation/policy'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { today } from '@/lib/platform/dates'
import { transaction, worker } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectToRun } from '@/lib/projects/facts/queries'
import type { AdviceInput, AnswerInput, WithdrawInput } from './input'

/** Sends advice to a project that the advisor may read. Refuses with `not-found` what is not shared with them. */
export function sendAdvice(actor: Actor, { projectId, report, ...words }: AdviceInput): Promise<{ adviceId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const project = await tx.project.findUnique({ where: { id: projectId }, select: { municipalityId: true } })
    refuseUnless(project, 'not-found')
    const learnFrom = report
      ? await tx.experienceReport.findFirst({ where: { slug: report, status: 'published' }, select: { id: true } })
      : null
    refuseUnless(learnFrom || !report, 'not-found', { report: 'errors.unknownReport' })
    const id = newId()
    const { municipalityId } = project
    await tx.advice.createMany({
      data: [{ ...words, id, municipalityId, projectId, reportId: learnFrom?.id, sentBy: actor.personId }],
    })
    await tell(tx, actor, { kind: 'advice_sent', projectId, recipientMunicipalityId: municipalityId })
    await audit(tx, actor, { action: 'advice.send', subjectType: 'advice', subjectId: id, detail: { title: words.title } })
    return { adviceId: id }
  })
}

/** Says what the project does with the advice; may be changed later. Refuses with `conflict` where a colleague answered meanwhile, or the advisors took it back. */
export function answerAdvice(actor: Actor, input: AnswerInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const advice = await tx.advice.findFirst({
      where: { id: input.adviceId, projectId: project.id },
      select: { title: true, sentBy: true },
    })
    refuseUnless(advice, 'not-found')
    const { count } = await tx.advice.updateMany({
      where: { id: input.adviceId, version: input.version, withdrawnAt: null },
      data: {
        ...{ answer: input.answer, reason: input.reason },
        ...{ answeredBy: staff.personId, answeredAt: new Date(), version: { increment: 1 } },
      },
    })
    refuseUnless(count === 1, 'conflict')
    await tell(tx, staff, { kind: 'advice_answered', projectId: project.id, recipientId: advice.sentBy })
    await audit(tx, staff, {
      action: 'advice.answer',
      subjectType: 'advice',
      subjectId: input.adviceId,
      projectId: project.id,
      detail: { title: advice.title, answer: input.answer },
    })
  })
}

/** Takes advice back that nobody has answered: the project still sees it, and is asked for nothing. Refuses with `conflict` where it was answered meanwhile. */
export function withdrawAdvice(actor: Actor, { adviceId, version }: WithdrawInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const advice = await tx.advice.findUnique({ where: { id: adviceId }, select: { title: true } })
    refuseUnless(advice, 'not-found')
    const { count } = await tx.advice.updateMany({
      where: { id: adviceId, version, answer: null, withdrawnAt: null },
      data: { withdrawnAt: new Date(), version: { increment: 1 } },
    })
    refuseUnless(count === 1, 'conflict')
    await audit(tx, actor, {
      action: 'advice.withdraw',
      subjectType: 'advice',
      subjectId: adviceId,
      detail: { title: advice.title },
    })
  })
}

/** Reminds those who run projects of advice that waits for their answer. Gives how many projects. For the worker alone. */
export function remindOfAdvice(on = today()): Promise<number> {
  return transaction(worker, async (tx) => {
    const [row] = await tx.$queryRaw<[{ reminded: number }]>`SELECT remind_of_advice(${on}::date) AS reminded`
    return row.reminded
  })
}
