import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { auditGuide, guideToChange } from '../commands'
import type { ItemAt, ItemNoteInput, MoveItemInput, NewItemInput, OtherItemInput } from '../input'
import { moved } from '../rules'

/** Adds an example: a report, or a part of it to take. Refuses a part that the report does not share. */
export function addItem(actor: Actor, input: NewItemInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor } = await guideToChange(tx, actor, input)
    const { sectionId, partKind, note } = input
    const section = await tx.collectionSection.count({ where: { id: sectionId, collectionId: input.collectionId } })
    refuseUnless(section === 1, 'not-found', { sectionId: 'errors.unknown' })
    const report = await tx.experienceReport.findFirst({
      where: { slug: input.slug, status: 'published' },
      select: { id: true, title: true, parts: { select: { kind: true } } },
    })
    refuseUnless(report, 'not-found', { slug: 'errors.unknown' })
    refuseUnless(!partKind || report.parts.some(({ kind }) => kind === partKind), 'not-found', {
      partKind: 'errors.partNotShared',
    })
    const position = await tx.collectionItem.count({ where: { sectionId } })
    await tx.collectionItem.createMany({
      data: [{ id: newId(), sectionId, reportId: report.id, partKind, note, position: position + 1 }],
    })
    await auditGuide(tx, advisor, 'collection.add-item', input.collectionId, report.title)
  })
}

/** Adds another example: a lesson or a project that is shared, or a page elsewhere. */
export function addOtherItem(actor: Actor, input: OtherItemInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor } = await guideToChange(tx, actor, input)
    const { sectionId, example, note, linkTitle } = input
    const section = await tx.collectionSection.count({ where: { id: sectionId, collectionId: input.collectionId } })
    refuseUnless(section === 1, 'not-found', { sectionId: 'errors.unknown' })
    const shown = await exampleToShow(tx, example, linkTitle)
    refuseUnless(shown, 'not-found', { address: 'errors.exampleNotShared' })
    const position = await tx.collectionItem.count({ where: { sectionId } })
    await tx.collectionItem.createMany({ data: [{ ...shown.columns, id: newId(), sectionId, note, position: position + 1 }] })
    await auditGuide(tx, advisor, 'collection.add-item', input.collectionId, shown.title)
  })
}

/** What is stored of an example, and what it is called; null where advisors may not read it. */
async function exampleToShow(tx: Tx, example: OtherItemInput['example'], linkTitle: string) {
  if (example.kind === 'link') return { columns: { linkUrl: example.url, linkTitle }, title: linkTitle }
  const where = { id: example.id }
  if (example.kind === 'lesson') {
    const lesson = await tx.lesson.findUnique({ where, select: { title: true } })
    return lesson && { columns: { lessonId: example.id }, title: lesson.title }
  }
  const project = await tx.project.findUnique({ where, select: { title: true } })
  return project && { columns: { projectId: example.id }, title: project.title }
}

/** Changes what is said of an example. */
export function changeItemNote(actor: Actor, input: ItemNoteInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await guideToChange(tx, actor, input)
    const { count } = await tx.collectionItem.updateMany({
      where: { id: input.itemId, section: { collectionId: input.collectionId } },
      data: { note: input.note },
    })
    refuseUnless(count === 1, 'not-found')
    await auditGuide(tx, advisor, 'collection.change-item', input.collectionId, title)
  })
}

/** Takes an example out of the guide. The report is left alone. */
export function removeItem(actor: Actor, input: ItemAt): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await guideToChange(tx, actor, input)
    const { count } = await tx.collectionItem.deleteMany({
      where: { id: input.itemId, section: { collectionId: input.collectionId } },
    })
    refuseUnless(count === 1, 'not-found')
    await auditGuide(tx, advisor, 'collection.remove-item', input.collectionId, title)
  })
}

/** Moves an example a step up or down within its section. */
export function moveItem(actor: Actor, input: MoveItemInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await guideToChange(tx, actor, input)
    const item = await tx.collectionItem.findFirst({
      where: { id: input.itemId, section: { collectionId: input.collectionId } },
      select: { section: { select: { items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true } } } } },
    })
    refuseUnless(item, 'not-found')
    const ids = item.section.items.map(({ id }) => id)
    for (const [index, id] of moved(ids, input.itemId, input.direction).entries())
      await tx.collectionItem.updateMany({ where: { id }, data: { position: index + 1 } })
    await auditGuide(tx, advisor, 'collection.move-item', input.collectionId, title)
  })
}
