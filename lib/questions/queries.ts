import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Standpoint } from '@/lib/municipalities/likeness/rules'
import { mayKeepOwn } from '@/lib/people/policy'
import { type Actor, isOwn, type Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { whomToAsk } from './asking/queries'
import type { QuestionQuery } from './input'
import { mayAnswer, mayAsk } from './policy'
import { mostQuestionsAMonth, type UsualAnswer, usualAnswer } from './rules'

/** How many questions the actor may still ask this month. */
export async function questionsLeft(tx: Tx, actor: Exclude<Actor, { kind: 'visitor' }>): Promise<number> {
  const since = new Date(Date.now() - 30 * 86_400_000)
  const asked = await tx.question.count({ where: { askedBy: actor.personId, askedAt: { gt: since } } })
  return Math.max(0, mostQuestionsAMonth - asked)
}

/** How a source usually answers, over the last questions it was asked: by itself, and what it has not answered counts as well. */
async function usualTime(tx: Tx, municipalityId: string): Promise<UsualAnswer | null> {
  const rows = await tx.$queryRaw<{ days: number | null }[]>`SELECT days FROM answer_times(${municipalityId}::uuid)`
  return usualAnswer(rows.map(({ days }) => days))
}

const questionFields = {
  id: true,
  text: true,
  signature: true,
  askedBy: true,
  municipalityId: true,
  report: { select: { id: true } },
  askedAt: true,
  answeredAt: true,
  withdrawnAt: true,
  municipality: { select: { displayName: true, number: true } },
  asked: { select: { municipalityId: true } },
  answers: {
    orderBy: { answeredAt: 'asc' },
    select: {
      id: true,
      text: true,
      signature: true,
      answeredAt: true,
      municipality: { select: { displayName: true, number: true } },
    },
  },
} satisfies Prisma.QuestionSelect

/** A question as it is shown: names of people only to those who are signed in. */
function questionView(actor: Actor, question: Prisma.QuestionGetPayload<{ select: typeof questionFields }>) {
  const personId = actor.kind === 'visitor' ? null : actor.personId
  const { id, text, signature, askedBy, askedAt, answeredAt, municipality, answers } = question
  return {
    ...{ id, text, municipality, signature: personId ? signature : '', askedAt: askedAt.toISOString() },
    answers: answers.map((answer) => ({
      ...answer,
      signature: personId ? answer.signature : '',
      answeredAt: answer.answeredAt.toISOString(),
    })),
    isAnswered: answeredAt !== null,
    may: { answer: mayAnswer(actor, question), withdraw: askedBy === personId && answeredAt === null },
  }
}

/** The questions of a report and what was answered, as far as the actor may read them; and whom they may ask, from where they stand. */
export function questionPage(actor: Actor, slug: string, side: number, standpoint: Standpoint) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: reportFields })
    if (!report) return null
    const where = { reportId: report.id, OR: [{ withdrawnAt: null }, { answeredAt: { not: null } }] }
    const { rows, ...pages } = await pageOfQuestions(tx, where, side)
    const canAsk = mayAsk(actor) && report.status === 'published'
    return {
      ...{ report, isOwn: isOwn(actor, report), canAsk, ...pages },
      questions: rows.map((row) => questionView(actor, row)),
      whom: canAsk ? await whomToAsk(tx, actor, report, standpoint) : null,
      left: canAsk ? await questionsLeft(tx, actor) : 0,
      usual: await usualTime(tx, report.municipalityId),
    }
  })
}

const reportFields = {
  ...{ id: true, slug: true, title: true, status: true, municipalityId: true },
  municipality: { select: { displayName: true } },
} as const

/** How many answered questions stand on the report itself. */
const mostOnReport = 3

/** What has been asked and answered of a report, the newest first, as a part of the case; null where the actor may not read it. */
export function answeredOnReport(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: reportFields })
    if (!report) return null
    const where = { reportId: report.id, answeredAt: { not: null } }
    const rows = await tx.question.findMany({
      ...{ where, orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }], take: mostOnReport },
      select: questionFields,
    })
    return {
      questions: rows.map((row) => questionView(actor, row)),
      count: await tx.question.count({ where }),
      usual: await usualTime(tx, report.municipalityId),
    }
  })
}

/** What was asked and answered, as text: found with the report, by all who may read it. */
export async function answeredTexts(tx: Tx, reportId: string): Promise<string[]> {
  const rows = await tx.question.findMany({
    where: { reportId, answeredAt: { not: null } },
    orderBy: { answeredAt: 'desc' },
    take: 100,
    select: { text: true, answers: { take: 20, select: { text: true } } },
  })
  return rows.flatMap(({ text, answers }) => [text, ...answers.map((answer) => answer.text)])
}

const pageSize = 20

/** Questions to all municipalities, the newest first. For those who are signed in. */
export function openQuestions(actor: Actor, { side, vis }: QuestionQuery) {
  return read(actor, async (tx) => {
    const where = { reportId: null, withdrawnAt: null, ...(vis && { answeredAt: null }) }
    const { rows, ...pages } = await pageOfQuestions(tx, where, side)
    return { questions: rows.map((row) => questionView(actor, row)), ...pages }
  })
}

async function pageOfQuestions(tx: Tx, where: Prisma.QuestionWhereInput, side: number) {
  const count = await tx.question.count({ where })
  const pageCount = Math.max(1, Math.ceil(count / pageSize))
  const page = Math.min(side, pageCount)
  const rows = await tx.question.findMany({
    where,
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * pageSize,
    take: pageSize,
    select: questionFields,
  })
  return { rows, count, page, pageCount }
}

/** The actor's own question to all with these words, while it waits for an answer; null where they have not asked it. */
export async function askedOf(actor: Actor, text: string): Promise<string | null> {
  if (!mayKeepOwn(actor)) return null
  const where = { askedBy: actor.personId, reportId: null, withdrawnAt: null, answeredAt: null, text }
  return read(actor, async (tx) => (await tx.question.findFirst({ where, select: { id: true } }))?.id ?? null)
}

/** What a new question to all needs to know: the themes, and how many the actor has left. */
export function newQuestionPage(actor: Exclude<Actor, { kind: 'visitor' }>) {
  return read(actor, async (tx) => {
    const themes = await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })
    return { themes: themes.map(({ code }) => code), left: await questionsLeft(tx, actor) }
  })
}

/** Questions that wait for the actor's municipality, the oldest first. */
export function questionsWaiting(actor: Staff) {
  return read(actor, async (tx) => {
    const rows = await tx.question.findMany({
      where: { answeredAt: null, withdrawnAt: null, asked: { some: { municipalityId: actor.municipality.id } } },
      orderBy: { askedAt: 'asc' },
      take: 20,
      select: {
        id: true,
        text: true,
        askedAt: true,
        municipality: { select: { displayName: true } },
        report: { select: { slug: true, title: true } },
      },
    })
    return rows.flatMap(({ report, askedAt, ...row }) => (report ? [{ ...row, report, askedAt: askedAt.toISOString() }] : []))
  })
}
