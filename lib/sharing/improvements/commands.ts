import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { tell } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { applyEdits, type Target } from '../apply/commands'
import { type Asked, type HeldPart, heldParts, holdingsOf } from '../held/queries'
import { merge } from '../merging/rules'
import type { PartItem } from '../parts'
import type { AnswerInput, OfferInput } from './input'
import { holdItems, openForImprovement } from './opening/commands'
import { answeredBase, offersAMonth } from './rules'

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue

/**
 * Answers what the source of a copied part has changed: taken into the project beside what was changed here, kept as it is here, or later. Refuses
 * with `conflict` what has become something else, there or here, since it was read. What a colleague has answered already stands.
 */
export function answerSuggestions(actor: Actor, input: AnswerInput): Promise<{ taken: number }> {
  return transaction(actor, async (tx) => {
    const { staff, target } = await openForImprovement(tx, actor, input.projectId)
    const part = await heldPart(tx, target, input.copiedPartId)
    const answered = answeredNow(part, input)
    const taken = answered.flatMap(({ choice, asked, item }) => (choice === 'taken' ? [{ asked, item }] : []))
    const edits = taken.map(({ asked, item }) => ({ rowId: asked.rowId, item }))
    await applyEdits(tx, staff, { ...target, copiedPartId: part.copiedPartId }, part.kind, edits)
    await keepAnswers(tx, staff, part, answered)
    await noteTaken(
      tx,
      target,
      part,
      taken.map(({ asked }) => asked),
    )
    const count = (choice: string) => answered.filter((one) => one.choice === choice).length
    await auditIn(tx, staff, target, 'improvement.answer', {
      ...{ title: part.source.title, kind: part.kind, version: part.version },
      ...{ taken: count('taken'), kept: count('kept'), later: count('later') },
    })
    return { taken: edits.length }
  })
}

/** The part as it is now, with the items of its kind held until the transaction ends, so that nobody changes them in between. */
async function heldPart(tx: Tx, { project }: Target, copiedPartId: string): Promise<HeldPart> {
  const copied = await tx.copiedPart.findFirst({
    where: { id: copiedPartId, copy: { projectId: project.id } },
    select: { kind: true },
  })
  refuseUnless(copied, 'not-found')
  await holdItems(tx, project.id, copied.kind)
  const part = (await heldParts(tx, project.id)).find((one) => one.copiedPartId === copiedPartId)
  refuseUnless(part?.isOffered, 'not-found')
  return part
}

interface Answered {
  asked: Asked
  choice: 'taken' | 'kept' | 'later'
  /** What the item becomes where it is taken. */
  item: PartItem | null
}

function answeredNow(part: HeldPart, { answers }: AnswerInput): Answered[] {
  const problems: Record<string, string> = {}
  const answered = part.suggestions.flatMap((asked): Answered[] => {
    const { choice = '', seen, fields } = answers[asked.mark] ?? {}
    if (choice === '') return []
    const { item, conflicts } = merge(asked, fields)
    if (seen !== asked.seen) problems[`answers.${asked.mark}.choice`] = 'errors.changedMeanwhile'
    else if (choice === 'taken')
      for (const name of conflicts) problems[`answers.${asked.mark}.fields.${name}`] = 'errors.chooseSide'
    return [{ asked, choice, item }]
  })
  refuseUnless(Object.keys(problems).length === 0, 'conflict', problems)
  return answered
}

async function keepAnswers(tx: Tx, staff: Staff, part: HeldPart, answered: Answered[]): Promise<void> {
  const place = { municipalityId: staff.municipality.id, copiedPartId: part.copiedPartId }
  await tx.improvementAnswer.deleteMany({ where: { ...place, itemKey: { in: answered.map(({ asked }) => asked.key) } } })
  await tx.improvementAnswer.createMany({
    data: answered.map(({ asked: { key, theirs }, choice }) => ({
      ...{ ...place, itemKey: key, choice, answeredBy: staff.personId },
      theirs: theirs === null ? Prisma.DbNull : json(theirs),
    })),
  })
}

/** What is taken is what one has of the source from now on. */
async function noteTaken(tx: Tx, { project }: Target, part: HeldPart, taken: Asked[]): Promise<void> {
  const holding = (await holdingsOf(tx, project.id)).find((one) => one.copiedPartId === part.copiedPartId)
  if (!holding || taken.length === 0) return
  const content = json(answeredBase(holding.content, taken)) as Prisma.InputJsonArray
  await tx.copiedPart.updateMany({
    where: { id: part.copiedPartId },
    data: { content, ...(part.version !== null && { sourceVersion: part.version }) },
  })
}

/** Offers what was made better here back to the source of the part. Nothing changes there until the source takes it. */
export function offerImprovement(actor: Actor, input: OfferInput): Promise<{ offerId: string }> {
  return transaction(actor, async (tx) => {
    const { staff, target } = await openForImprovement(tx, actor, input.projectId)
    const part = await heldPart(tx, target, input.copiedPartId)
    const chosen = part.local.filter(({ mark }) => input.items.includes(mark))
    refuseUnless(chosen.length > 0, 'conflict', { 'items[]': 'errors.chooseOne' })
    const municipalityId = staff.municipality.id
    const month = { gte: new Date(Date.now() - 30 * 86_400_000) }
    const sent = await tx.improvementOffer.count({
      where: { municipalityId, toMunicipalityId: part.sourceMunicipalityId, offeredAt: month },
    })
    refuseUnless(sent < offersAMonth, 'conflict', { 'items[]': 'errors.offersUsed' })
    const [offer] = await tx.improvementOffer.createManyAndReturn({
      select: { id: true },
      data: [
        {
          ...{ municipalityId, toMunicipalityId: part.sourceMunicipalityId, toProjectId: part.sourceProjectId },
          ...{ kind: part.kind, comment: input.comment, offeredBy: staff.personId },
          items: json(chosen.map(({ item, theirs, rowId }) => ({ item, theirs, row: rowId }))),
        },
      ],
    })
    refuseUnless(offer, 'conflict')
    const { reportId } = part.source
    await tell(tx, staff, {
      kind: 'improvement_offered',
      ...(reportId ? { reportId } : { projectId: part.sourceProjectId }),
      recipientMunicipalityId: part.sourceMunicipalityId,
    })
    const detail = { title: part.source.title, kind: part.kind, items: chosen.length }
    await auditIn(tx, staff, target, 'improvement.offer', detail)
    return { offerId: offer.id }
  })
}

function auditIn(tx: Tx, staff: Staff, { project }: Target, action: string, detail: Prisma.InputJsonObject): Promise<void> {
  return audit(tx, staff, { action, subjectType: 'project', subjectId: project.id, projectId: project.id, detail })
}
