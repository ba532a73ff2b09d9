import 'server-only'
import { mayCurate } from '@/lib/curation/policy'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import type { DifferentInput, MergeInput } from './input'
import { consequencesOf } from './queries'

/**
 * Merges a report into another that tells of the same. Nothing is lost: the report keeps its address, which leads to the other, and its versions; what is
 * said of it comes along to the other for as long as they are merged (`settle_merge()`). One that is merged itself stands for the one it leads to, and
 * what was merged into this one leads on. Those who answer for either are told. Refuses, beside the field, a report that is merged already.
 */
export function mergeReports(actor: Actor, input: MergeInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    // Two who merge at once wait for each other, as the trigger that refuses chains does.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('report-merge', 0))`
    const [chosen, away] = [await publishedReport(tx, 'keep', input.keep), await publishedReport(tx, 'away', input.away)]
    const keep = chosen.merge?.into ?? chosen
    refuseUnless(!away.merge, 'conflict', { away: 'errors.mergedAlready' })
    refuseUnless(keep.id !== away.id, 'conflict', { keep: 'errors.mergedIntoThis' })
    const follows = await consequencesOf(tx, { keep: keep.id, away: away.id })
    await tx.reportMerge.createMany({
      data: [{ reportId: away.id, intoReportId: keep.id, note: input.note, mergedBy: actor.personId }],
    })
    for (const { id, municipalityId } of [keep, away])
      await tell(tx, actor, { kind: 'report_merged', reportId: id, recipientMunicipalityId: municipalityId })
    await audit(tx, actor, {
      action: 'report.merge',
      subjectType: 'experience_report',
      subjectId: away.id,
      detail: { slug: input.away, into: keep.slug, ...follows },
    })
  })
}

const named = { id: true, slug: true, municipalityId: true } as const

async function publishedReport(tx: Tx, field: 'keep' | 'away', slug: string) {
  const report = await tx.experienceReport.findFirst({
    where: { slug, status: 'published' },
    select: { ...named, merge: { select: { into: { select: named } } } },
  })
  refuseUnless(report, 'not-found', { [field]: 'errors.noSuchReport' })
  return report
}

/** Takes a merging back: both reports are found again, as before. */
export function unmergeReport(actor: Actor, { slug }: { slug: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const merge = await tx.reportMerge.findFirst({ where: { report: { slug } }, select: { reportId: true } })
    refuseUnless(merge, 'not-found')
    await tx.reportMerge.deleteMany({ where: merge })
    await audit(tx, actor, {
      action: 'report.unmerge',
      subjectType: 'experience_report',
      subjectId: merge.reportId,
      detail: { slug },
    })
  })
}

/** Says that two reports are different, so that they are not suggested again. */
export function tellApart(actor: Actor, { one, other }: DifferentInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const reports = await tx.experienceReport.findMany({ where: { slug: { in: [one, other] } }, select: { id: true } })
    const [reportId, otherReportId] = reports.map(({ id }) => id).sort()
    refuseUnless(reportId && otherReportId, 'not-found')
    const { count } = await tx.reportNotDuplicate.createMany({
      data: [{ reportId, otherReportId, decidedBy: actor.personId }],
      skipDuplicates: true,
    })
    if (count === 0) return
    await audit(tx, actor, {
      action: 'report.tell-apart',
      subjectType: 'experience_report',
      subjectId: reportId,
      detail: { one, other },
    })
  })
}
