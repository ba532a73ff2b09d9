import 'server-only'
import { standpointOf } from '@/lib/municipalities/likeness/queries'
import type { Standpoint } from '@/lib/municipalities/likeness/rules'
import { tell } from '@/lib/news/commands'
import { mayKeepOwn } from '@/lib/people/policy'
import type { Actor } from '@/lib/platform/actor'
import { municipalityOf } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction, worker } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { vectorOf } from '@/lib/search/rules'
import { whomToAsk } from './asking/queries'
import { chosenToAsk } from './asking/rules'
import type { OpenQuestionInput, QuestionAnswerInput, QuestionInput } from './input'
import { mayAnswer, mayAsk } from './policy'
import { questionsLeft } from './queries'

/**
 * Asks those who have done it; who of them are like the actor is told from where they stand. Refuses with `conflict` somebody who has asked as much as one may in a month, and where there is
 * nobody to ask.
 */
export function askQuestion(
  actor: Actor,
  { slug, text, audience }: QuestionInput,
  standpoint?: Standpoint,
): Promise<{ questionId: string; slug: string }> {
  return transaction(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({
      where: { slug, status: 'published' },
      select: { id: true, municipalityId: true, title: true },
    })
    refuseUnless(report, 'not-found')
    refuseUnless(mayAsk(actor), 'forbidden')
    // One at a time for each person, or two windows would pass the limit.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ask:${actor.personId}`}, 0))::text`
    refuseUnless((await questionsLeft(tx, actor)) > 0, 'conflict', { text: 'errors.questionsUsed' })
    const whom = await whomToAsk(tx, actor, report, standpoint ?? (await standpointOf(actor, '')))
    const asked = chosenToAsk(whom, audience)
    refuseUnless(asked.length > 0, 'conflict', { text: 'errors.nobodyToAsk' })
    const questionId = newId()
    const municipalityId = municipalityOf(actor)?.id ?? null
    await tx.question.createMany({
      data: [
        {
          ...{ id: questionId, municipalityId, reportId: report.id, askedBy: actor.personId },
          ...{ signature: await signatureOf(tx, actor), text, onlyAlike: audience === 'alike' },
        },
      ],
    })
    await tx.questionRecipient.createMany({ data: asked.map(({ id }) => ({ questionId, municipalityId: id })) })
    await tell(tx, actor, { kind: 'question_asked', reportId: report.id, questionId })
    await audit(tx, actor, {
      ...{ action: 'question.ask', subjectType: 'question', subjectId: questionId },
      detail: { title: report.title, asked: asked.length },
    })
    return { questionId, slug }
  })
}

/** Asks all municipalities. Those who follow the theme are told; everybody in a municipality may answer. */
export function askEverybody(actor: Actor, { text, themeCode }: OpenQuestionInput): Promise<{ questionId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayAsk(actor), 'forbidden')
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ask:${actor.personId}`}, 0))::text`
    refuseUnless((await questionsLeft(tx, actor)) > 0, 'conflict', { text: 'errors.questionsUsed' })
    const theme = themeCode ? await tx.theme.findUnique({ where: { code: themeCode } }) : null
    refuseUnless(theme || !themeCode, 'not-found', { themeCode: 'errors.unknown' })
    const questionId = newId()
    const municipalityId = municipalityOf(actor)?.id ?? null
    const signature = await signatureOf(tx, actor)
    await tx.question.createMany({
      data: [{ id: questionId, municipalityId, askedBy: actor.personId, signature, text, themeCode: theme?.code }],
    })
    await tell(tx, actor, { kind: 'question_asked', questionId })
    await audit(tx, actor, { action: 'question.ask', subjectType: 'question', subjectId: questionId })
    return { questionId }
  })
}

/** Answers a question; the first answer makes both a part of the case, read by all who may read the report. */
export function answerQuestion(actor: Actor, { questionId, text }: QuestionAnswerInput): Promise<{ path: string }> {
  return transaction(actor, async (tx) => {
    const question = await tx.question.findFirst({
      where: { id: questionId, withdrawnAt: null },
      select: {
        ...{ municipalityId: true, text: true },
        asked: { select: { municipalityId: true } },
        report: { select: { id: true, slug: true, title: true } },
      },
    })
    refuseUnless(question, 'not-found')
    refuseUnless(mayAnswer(actor, question), 'forbidden')
    const municipalityId = municipalityOf(actor)?.id ?? null
    const signature = await signatureOf(tx, actor)
    const id = newId()
    await tx.answer.createMany({
      data: [{ id, questionId, municipalityId, answeredBy: actor.personId, signature, text }],
    })
    const found = vectorOf({ title: '', names: [], lead: '', body: `${question.text}\n${text}` })
    await tx.$queryRaw`SELECT add_answer_to_search(${id}::uuid, ${found}::tsvector)::text`
    await tell(tx, actor, { kind: 'question_answered', reportId: question.report?.id, questionId })
    await audit(tx, actor, {
      ...{ action: 'question.answer', subjectType: 'question', subjectId: questionId },
      detail: { title: question.report?.title ?? '' },
    })
    return { path: question.report ? `/erfaringer/${question.report.slug}/sporsmal` : '/sporsmal' }
  })
}

/** Passes what nobody has answered in time on to the advisors, once. Gives how many questions. For the worker alone. */
export function passOnQuestions(): Promise<number> {
  return transaction(worker, async (tx) => {
    const [row] = await tx.$queryRaw<[{ passed: number }]>`SELECT pass_on_questions() AS passed`
    return row.passed
  })
}

/** Takes back a question that nobody has answered yet. */
export function withdrawQuestion(actor: Actor, { questionId }: { questionId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayKeepOwn(actor), 'forbidden')
    const { count } = await tx.question.updateMany({
      where: { id: questionId, askedBy: actor.personId, answeredAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, actor, { action: 'question.withdraw', subjectType: 'question', subjectId: questionId })
  })
}

/** Name and title as they are now: how a question or an answer stays signed. */
async function signatureOf(tx: Tx, actor: Exclude<Actor, { kind: 'visitor' }>): Promise<string> {
  const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { jobTitle: true } })
  return [actor.name, person?.jobTitle].filter(Boolean).join(', ').slice(0, 200)
}
