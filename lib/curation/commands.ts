import 'server-only'
import { moved } from '@/lib/collections/rules'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, today } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import type { FeatureInput, MoveFeatureInput } from './input'
import { mayCurate } from './policy'

/** Features a published report on the front page for a period. Refuses with `not-found` a report the advisor may not read. */
export function featureReport(actor: Actor, input: FeatureInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const report = await tx.experienceReport.findFirst({ where: { slug: input.slug, status: 'published' }, select: { id: true } })
    refuseUnless(report, 'not-found')
    const { id } = await tx.featuredCase.create({
      select: { id: true },
      data: {
        reportId: report.id,
        reason: input.reason,
        startsOn: dateOf(input.startsOn),
        endsOn: dateOf(input.endsOn),
        featuredBy: actor.personId,
      },
    })
    await audit(tx, actor, {
      action: 'report.feature',
      subjectType: 'featured_case',
      subjectId: id,
      detail: { slug: input.slug },
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
export function moveFeature(actor: Actor, input: MoveFeatureInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
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
  })
}
