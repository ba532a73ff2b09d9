import 'server-only'
import { moved } from '@/lib/collections/rules'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, isoDate, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { mayCurate } from '../policy'
import type { ChangeFeatureInput, FeatureInput, MoveFeatureInput } from './input'

/**
 * Features a published report on the front page for a period, before those that are there. Refuses with `not-found` a report the advisor may
 * not read, and beside the period one that is featured in it already.
 */
export function featureReport(actor: Actor, { slug, reason, ...period }: FeatureInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    await oneAtATime(tx)
    const report = await tx.experienceReport.findFirst({
      where: { slug, status: 'published' },
      select: { id: true, municipalityId: true },
    })
    refuseUnless(report, 'not-found')
    await requireFree(tx, report.id, period)
    const { id } = await tx.featuredCase.create({
      select: { id: true },
      data: { reportId: report.id, reason, ...daysOf(period), featuredBy: actor.personId },
    })
    await tell(tx, actor, { kind: 'report_featured', reportId: report.id, recipientMunicipalityId: report.municipalityId })
    await audit(tx, actor, { action: 'report.feature', subjectType: 'featured_case', subjectId: id, detail: { slug } })
  })
}

/** Changes why a case is featured, and when. Refuses with both versions where another advisor saved in the meantime. */
export function changeFeature(actor: Actor, { featureId, version, reason, ...period }: ChangeFeatureInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    await oneAtATime(tx)
    const before = await tx.featuredCase.findUnique({
      where: { id: featureId },
      select: { reportId: true, reason: true, startsOn: true, endsOn: true, version: true, report: { select: { slug: true } } },
    })
    refuseUnless(before, 'not-found')
    if (before.version !== version) {
      const values = { reason: before.reason, startsOn: isoDate(before.startsOn), endsOn: isoDate(before.endsOn) }
      throw new Superseded({ version: before.version, values, by: null, at: null })
    }
    await requireFree(tx, before.reportId, period, featureId)
    await tx.featuredCase.updateMany({
      where: { id: featureId },
      data: { reason, ...daysOf(period), version: { increment: 1 } },
    })
    await audit(tx, actor, {
      action: 'report.change-feature',
      subjectType: 'featured_case',
      subjectId: featureId,
      detail: { slug: before.report.slug },
    })
  })
}

/** Takes a featured case off the front page. */
export function unfeatureReport(actor: Actor, input: { featureId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const { count } = await tx.featuredCase.deleteMany({ where: { id: input.featureId } })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, actor, { action: 'report.unfeature', subjectType: 'featured_case', subjectId: input.featureId })
  })
}

/** Moves a featured case a step in the order the front page shows them; those whose period is over have no order. */
export function moveFeature(actor: Actor, input: MoveFeatureInput): Promise<{ featureId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    await oneAtATime(tx)
    const shown = await tx.featuredCase.findMany({
      where: { endsOn: { gte: dateOf(today()) } },
      orderBy: [{ position: 'asc' }, { createdAt: 'desc' }],
      select: { id: true },
    })
    const ids = shown.map(({ id }) => id)
    refuseUnless(ids.includes(input.featureId), 'not-found')
    for (const [index, id] of moved(ids, input.featureId, input.direction).entries())
      await tx.featuredCase.updateMany({ where: { id }, data: { position: index + 1 } })
    await audit(tx, actor, { action: 'report.move-feature', subjectType: 'featured_case', subjectId: input.featureId })
    return { featureId: input.featureId }
  })
}

interface Period {
  startsOn: string
  endsOn: string
}

const daysOf = ({ startsOn, endsOn }: Period) => ({ startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) })

/** A report is featured once at a time: twice in the same period, one of them would be said to show and not do so. */
async function requireFree(tx: Tx, reportId: string, period: Period, but?: string): Promise<void> {
  const { startsOn, endsOn } = daysOf(period)
  const taken = await tx.featuredCase.count({
    where: { reportId, id: { not: but }, startsOn: { lte: endsOn }, endsOn: { gte: startsOn } },
  })
  refuseUnless(taken === 0, 'conflict', { startsOn: 'errors.featuredAlready' })
}

/** Two advisors who change the front page at once wait for each other. */
async function oneAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('featured-cases', 0))`
}
