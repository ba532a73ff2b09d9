import 'server-only'
import { openLink } from '@/lib/letters/token'
import { mayKeepOwn } from '@/lib/people/policy'
import { type Actor, isSelf, municipalityOf } from '@/lib/platform/actor'

import { actorOfPerson } from '@/lib/platform/auth/liveness'
import { dateInNorway, isoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { mayAnswerFor } from '@/lib/stewards/policy'
import { stewardedReport } from '@/lib/stewards/queries'
import { flagsOf } from './flags/queries'
import { dueFollowUps } from './rules'

const reportFields = {
  id: true,
  slug: true,
  title: true,
  status: true,
  municipalityId: true,
  publishedAt: true,
  confirmedOn: true,
  municipality: { select: { displayName: true } },
} as const

/** What readers say of how true a report is: open flags, follow-ups, recommendations counted, evaluations. */
export function truthOf(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: { id: true } })
    if (!report) return null
    const followUps = await tx.effectFollowUp.findMany({ where: { reportId: report.id }, orderBy: { months: 'asc' } })
    const recommendations = await tx.reportRecommendation.groupBy({
      by: ['answer'],
      where: { reportId: report.id, withdrawnAt: null },
      _count: { answer: true },
    })
    const evaluations = await tx.reportEvaluation.findMany({ where: { reportId: report.id }, orderBy: { evaluatedOn: 'desc' } })
    const facts = await stewardedReport(tx, { slug })
    return {
      flags: await flagsOf(tx, actor, report.id),
      followUps: followUps.map(({ months, stillInUse, effectHeld, comment, answeredAt }) => ({
        ...{ months, stillInUse, effectHeld, comment, on: dateInNorway(answeredAt) },
      })),
      recommendations: recommendations.map(({ answer, _count }) => ({ answer, count: _count.answer })),
      evaluations: evaluations.map(({ id, evaluator, url, evaluatedOn }) => ({ id, evaluator, url, on: isoDate(evaluatedOn) })),
      may: { confirm: facts !== null && mayAnswerFor(actor, facts) },
    }
  })
}

/** A report whose effects are followed up, with what is answered and what is due; null for those who do not answer for it. */
export function followUpPage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const facts = await stewardedReport(tx, { slug })
    if (!facts || !mayAnswerFor(actor, facts)) return null
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: reportFields })
    if (!report?.publishedAt) return null
    const answered = await tx.effectFollowUp.findMany({ where: { reportId: report.id }, orderBy: { months: 'asc' } })
    const due = dueFollowUps(
      dateInNorway(report.publishedAt),
      answered.map(({ months }) => months),
      today(),
    )
    return { slug, title: report.title, answered, due }
  })
}

/** What a link in a letter asks of the person it was written to; null where it is not genuine or no longer about anything. */
export async function linkPage(reader: Actor, token: string) {
  const link = openLink(token)
  if (!link || link.does === 'unsubscribe') return null
  const { does } = link
  const actor = await actorOfPerson(link.personId)
  if (!mayKeepOwn(actor)) return null
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { id: link.subject }, select: reportFields })
    if (!report) return null
    const { title, slug, confirmedOn, municipality } = report
    return {
      /** Whether the reader is signed in as the one it was written to: programs that check the links in letters are not. */
      isYours: isSelf(reader, link.personId),
      ...{ does, personId: link.personId, months: link.months ?? 0, title, slug, confirmedOn: isoDateOrNull(confirmedOn) },
      ...{
        municipality: municipality.displayName,
        name: actor.name,
        language: municipalityOf(actor)?.writtenNorm ?? 'bokmal',
      },
    }
  })
}
