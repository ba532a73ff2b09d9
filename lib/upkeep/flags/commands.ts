import 'server-only'
import { tell, tellEach } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { municipalityOf } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { reportToAnswerFor } from '../facts/queries'
import type { FlagAnswerInput, FlagInput, VisitorFlagInput } from './input'
import { mayFlag, mayFlagUnnamed } from './policy'

/** A reader who is signed in says that a report no longer holds, with why. Said again, it replaces what was said. */
export function flagOutdated(actor: Actor, { slug, reason }: FlagInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayFlag(actor), 'forbidden')
    const report = await publishedReport(tx, slug)
    const municipalityId = municipalityOf(actor)?.id ?? null
    const by = { reportId: report.id, flaggedBy: actor.personId }
    await tx.outdatedFlag.createMany({ data: [{ id: newId(), municipalityId, ...by, reason }], skipDuplicates: true })
    await tx.outdatedFlag.updateMany({ where: by, data: { reason, flaggedAt: new Date(), resolvedAt: null } })
    await tell(tx, actor, { kind: 'report_outdated', reportId: report.id })
    await audit(tx, actor, {
      ...{ action: 'report.flag-outdated', subjectType: 'experience_report', subjectId: report.id },
      detail: { title: report.title },
    })
  })
}

/** A visitor says the same of an open report, by one of our reasons: nothing of who they are, and no words of theirs, is kept. */
export function flagAsVisitor(actor: Actor, { slug, cause }: VisitorFlagInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayFlagUnnamed(actor), 'forbidden')
    const report = await publishedReport(tx, slug)
    const [row] = await tx.$queryRaw<[{ flagged: boolean }]>`
      SELECT flag_as_visitor(${report.id}::uuid, ${cause}::outdated_cause) AS flagged`
    refuseUnless(row.flagged, 'not-found')
  })
}

async function publishedReport(tx: Tx, slug: string) {
  const report = await tx.experienceReport.findUnique({ where: { slug, status: 'published' }, select: { id: true, title: true } })
  refuseUnless(report, 'not-found')
  return report
}

/** The source answers somebody who finds its report outdated, and what it says is read beside what was said. */
export function answerFlag(actor: Actor, { flagId, answer }: FlagAnswerInput): Promise<{ slug: string }> {
  return transaction(actor, async (tx) => {
    const flag = await tx.outdatedFlag.findFirst({ where: { id: flagId }, select: { reportId: true } })
    refuseUnless(flag, 'not-found')
    const { report, staff } = await reportToAnswerFor(tx, actor, { id: flag.reportId })
    const answered = await resolve(tx, staff, report.id, { id: flagId, answer })
    refuseUnless(answered === 1, 'conflict')
    await audit(tx, staff, {
      ...{ action: 'report.answer-flag', subjectType: 'experience_report', subjectId: report.id, projectId: report.projectId },
      detail: { title: report.title },
    })
    return { slug: report.slug }
  })
}

/** Whoever said that a report was outdated is told that they have been answered: it was confirmed or published anew. */
export async function resolveFlags(tx: Tx, actor: Staff, reportId: string): Promise<void> {
  await resolve(tx, actor, reportId, {})
}

async function resolve(
  tx: Tx,
  actor: Staff,
  reportId: string,
  { id, answer }: { id?: string; answer?: string },
): Promise<number> {
  const answered = await tx.outdatedFlag.updateManyAndReturn({
    where: { id, reportId, resolvedAt: null },
    data: { resolvedAt: new Date(), answer: answer ?? '' },
    select: { flaggedBy: true },
  })
  await tellEach(
    tx,
    actor,
    answered.flatMap(({ flaggedBy }) => flaggedBy ?? []),
    { kind: 'outdated_answered', reportId },
  )
  return answered.length
}
