import 'server-only'
import { tellEach } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import type { HandOverInput, StewardInput } from './input'
import { mayAnswerFor, mayHandOver } from './policy'
import { colleagues, stewardedReport } from './queries'

/** Whoever runs the project becomes steward when a report is published, unless somebody is already. */
export async function keepSteward(tx: Tx, writer: Staff, reportId: string, projectId: string): Promise<void> {
  const manager = await tx.projectMember.findFirst({
    where: { projectId, role: 'project_manager', person: { is: { status: 'active', homePersonId: null } } },
    orderBy: { personId: 'asc' },
    select: { personId: true },
  })
  await tx.reportSteward.createMany({
    data: [{ reportId, municipalityId: writer.municipality.id, personId: manager?.personId ?? writer.personId }],
    skipDuplicates: true,
  })
}

/** Says who answers for a report, and who steps in. Refuses with `conflict` where it was changed meanwhile. */
export function setSteward(actor: Actor, { slug, personId, standInId, version }: StewardInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await stewardedReport(tx, { slug })
    refuseUnless(report, 'not-found')
    refuseUnless(mayAnswerFor(actor, report), 'forbidden')
    const known = new Set((await colleagues(tx, actor)).map(({ id }) => id))
    refuseUnless(known.has(personId), 'not-found', { personId: 'errors.unknown' })
    refuseUnless(standInId === '' || known.has(standInId), 'not-found', { standInId: 'errors.unknown' })
    const data = { personId, standInId: standInId || null }
    const own = { reportId: report.id, municipalityId: actor.municipality.id }
    const { count } =
      version === 0
        ? await tx.reportSteward.createMany({ data: [{ ...own, ...data }], skipDuplicates: true })
        : await tx.reportSteward.updateMany({ where: { ...own, version }, data: { ...data, version: { increment: 1 } } })
    refuseUnless(count === 1, 'conflict')
    const before = [report.steward?.personId, report.steward?.standInId]
    const named = [personId, standInId].filter((id) => id !== '' && !before.includes(id))
    await tellEach(tx, actor, named, { kind: 'steward_changed', reportId: report.id })
    await audit(tx, actor, {
      ...{ action: 'report.steward', subjectType: 'experience_report', subjectId: report.id, projectId: report.projectId },
      detail: {
        title: report.title,
        ...{ fromId: report.steward?.personId ?? null, toId: personId },
        ...{ standInFromId: report.steward?.standInId ?? null, standInToId: standInId || null },
      },
    })
  })
}

/** Gives all that one person answers for, as steward or stand-in, to another. Gives how many reports changed hands. */
export function handOver(actor: Actor, { fromId, toId }: HandOverInput): Promise<{ count: number }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayHandOver(actor), 'forbidden')
    const municipalityId = actor.municipality.id
    const people = await colleagues(tx, actor)
    refuseUnless(
      people.some(({ id }) => id === toId),
      'not-found',
      { toId: 'errors.unknown' },
    )
    const bump = { version: { increment: 1 } }
    // Whoever stood in for the one who leaves, and now takes over, needs a new stand-in.
    await tx.reportSteward.updateMany({ where: { municipalityId, personId: fromId, standInId: toId }, data: { standInId: null } })
    const { count } = await tx.reportSteward.updateMany({
      where: { municipalityId, personId: fromId },
      data: { personId: toId, ...bump },
    })
    await tx.reportSteward.updateMany({
      where: { municipalityId, standInId: fromId, personId: toId },
      data: { standInId: null, ...bump },
    })
    const stoodIn = await tx.reportSteward.updateMany({
      where: { municipalityId, standInId: fromId },
      data: { standInId: toId, ...bump },
    })
    if (count + stoodIn.count > 0) await tellEach(tx, actor, [toId], { kind: 'steward_changed' })
    await audit(tx, actor, {
      ...{ action: 'report.hand-over', subjectType: 'person', subjectId: fromId },
      detail: { fromId, toId, count, stoodIn: stoodIn.count },
    })
    return { count: count + stoodIn.count }
  })
}
