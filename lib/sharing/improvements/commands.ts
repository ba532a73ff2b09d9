import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { PartKind } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { isoDate } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectToRun } from '@/lib/projects/facts/queries'
import { applyEdits, type Edit, type Target } from '../apply/commands'
import { keptContent, type PartItem } from '../parts'
import { type AnswerInput, type OfferAnswerInput, type OfferInput, offeredItems } from './input'
import { heldParts } from './queries'

const json = (item: PartItem | null) =>
  item === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(item)) as Prisma.InputJsonObject)

/**
 * Answers what the source of a copied part has changed: taken into the project, kept as it is here, or later. Refuses with `conflict`
 * when the source has published yet another version meanwhile. What a colleague has answered already stands.
 */
export function answerSuggestions(actor: Actor, input: AnswerInput): Promise<{ taken: number }> {
  return transaction(actor, async (tx) => {
    const { staff, target } = await openProject(tx, actor, input.projectId)
    const part = (await heldParts(tx, input.projectId)).find((one) => one.copiedPartId === input.copiedPartId)
    refuseUnless(part, 'not-found')
    refuseUnless(part.version === input.version, 'conflict')
    const choices = new Map(input.answers.map(({ key, choice }) => [key, choice]))
    const answered = part.suggestions.flatMap((suggestion) => {
      const choice = choices.get(suggestion.key)
      return choice ? [{ ...suggestion, choice }] : []
    })
    const edits = answered.filter(({ choice }) => choice === 'taken').map(({ rowId, theirs }): Edit => ({ rowId, item: theirs }))
    await applyEdits(tx, staff, { ...target, copiedPartId: part.copiedPartId }, part.kind, edits)
    const place = { municipalityId: target.municipalityId, copiedPartId: part.copiedPartId }
    await tx.improvementAnswer.deleteMany({ where: { ...place, itemKey: { in: answered.map(({ key }) => key) } } })
    await tx.improvementAnswer.createMany({
      data: answered.map(({ key, choice, theirs }) => ({
        ...place,
        itemKey: key,
        sourceVersion: part.version,
        choice,
        theirs: json(theirs),
        answeredBy: staff.personId,
      })),
    })
    const count = (choice: string) => answered.filter((one) => one.choice === choice).length
    await audit(tx, staff, {
      action: 'improvement.answer',
      subjectType: 'project',
      subjectId: input.projectId,
      projectId: input.projectId,
      detail: {
        title: part.source.title,
        kind: part.kind,
        version: part.version,
        taken: count('taken'),
        kept: count('kept'),
        later: count('later'),
      },
    })
    return { taken: edits.length }
  })
}

/** Offers what was made better here back to the source of the part. Nothing changes there until the source takes it. */
export function offerImprovement(actor: Actor, input: OfferInput): Promise<{ offerId: string }> {
  return transaction(actor, async (tx) => {
    const { staff, target } = await openProject(tx, actor, input.projectId)
    const part = (await heldParts(tx, input.projectId)).find((one) => one.copiedPartId === input.copiedPartId)
    refuseUnless(part, 'not-found')
    const chosen = part.local.filter(({ key }) => input.items.includes(key))
    refuseUnless(chosen.length > 0, 'conflict', { 'items[]': 'errors.chooseOne' })
    const content = { kind: part.kind, items: chosen.map(({ item, theirs }) => ({ item, theirs })) }
    const [offer] = await tx.improvementOffer.createManyAndReturn({
      select: { id: true },
      data: [
        {
          municipalityId: target.municipalityId,
          toMunicipalityId: part.sourceMunicipalityId,
          partId: part.partId,
          items: JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject,
          comment: input.comment,
          offeredBy: staff.personId,
        },
      ],
    })
    refuseUnless(offer, 'conflict')
    await audit(tx, staff, {
      action: 'improvement.offer',
      subjectType: 'project',
      subjectId: input.projectId,
      projectId: input.projectId,
      detail: { title: part.source.title, kind: part.kind, items: chosen.length },
    })
    return { offerId: offer.id }
  })
}

/**
 * The source answers an offer. What is taken becomes part of its project at once, and of the report when it is published next. Refuses with
 * `conflict` what a colleague has answered meanwhile.
 */
export function answerOffer(actor: Actor, input: OfferAnswerInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { staff, target } = await openProject(tx, actor, input.projectId)
    const offer = await tx.improvementOffer.findFirst({
      where: { id: input.offerId, toMunicipalityId: target.municipalityId, part: { report: { projectId: input.projectId } } },
      select: { id: true, items: true, municipality: { select: { displayName: true } } },
    })
    refuseUnless(offer, 'not-found')
    const state = input.choice === 'take' ? ('taken' as const) : ('declined' as const)
    const { count } = await tx.improvementOffer.updateMany({
      where: { id: offer.id, state: 'sent' },
      data: { state, answer: input.answer, answeredBy: staff.personId, answeredAt: new Date() },
    })
    refuseUnless(count === 1, 'conflict')
    const { kind, items } = offeredItems.parse(offer.items)
    const chosen = state === 'taken' ? items.filter((_, index) => input.items.includes(index)) : []
    const edits = chosen.map(({ item, theirs }): Edit => {
      const key = typeof theirs?.key === 'string' ? theirs.key : null
      return { rowId: key, item: (keptContent[kind].parse([item]) as PartItem[])[0] ?? null }
    })
    await applyEdits(tx, staff, target, kind, await withRows(tx, target, kind, edits))
    await audit(tx, staff, {
      action: state === 'taken' ? 'improvement.accept' : 'improvement.decline',
      subjectType: 'project',
      subjectId: input.projectId,
      projectId: input.projectId,
      detail: { title: offer.municipality.displayName, kind, items: edits.length },
    })
  })
}

/** An item that the source has deleted since is added anew. */
async function withRows(tx: Tx, target: Target, kind: PartKind, edits: Edit[]): Promise<Edit[]> {
  const ids = edits.flatMap(({ rowId }) => rowId ?? [])
  const where = { id: { in: ids }, projectId: target.projectId }
  const select = { id: true } as const
  const rows = await {
    phases: async () => [],
    checklist: () => tx.checklistItem.findMany({ where, select }),
    uncertainties: () => tx.uncertainty.findMany({ where, select }),
    benefits: () => tx.benefit.findMany({ where, select }),
    milestones: () => tx.milestone.findMany({ where, select }),
    deliverables: () => tx.deliverable.findMany({ where, select }),
    tasks: () => tx.task.findMany({ where, select }),
    stakeholders: () => tx.stakeholder.findMany({ where, select }),
    communication: () => tx.communication.findMany({ where, select }),
  }[kind]()
  const there = new Set(rows.map((row) => row.id))
  return edits.map(({ rowId, item }) => ({ rowId: rowId && there.has(rowId) ? rowId : null, item }))
}

/** A project of one's own that the actor runs. Guests neither take nor give on behalf of their host. */
async function openProject(tx: Tx, actor: Actor, projectId: string): Promise<{ staff: Staff; target: Target }> {
  const { project, staff } = await projectToRun(tx, actor, projectId)
  refuseUnless(!staff.home, 'forbidden')
  // Two who change the parts of one project at once wait for each other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-parts:${project.id}`}, 0))`
  const phases = await tx.projectPhase.findMany({
    where: { projectId: project.id },
    orderBy: { position: 'asc' },
    select: { id: true, modelPhase: { select: { code: true } } },
  })
  return {
    staff,
    target: {
      municipalityId: project.municipalityId,
      projectId: project.id,
      startOn: isoDate(project.startOn),
      phaseIds: new Map(phases.map(({ id, modelPhase }) => [modelPhase.code, id])),
      copiedPartId: null,
    },
  }
}
