import 'server-only'
import { mayCurate } from '@/lib/curation/policy'
import type { Actor, Advisor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { slugOfWords } from '@/lib/platform/slug'
import { indexCollection } from './indexing/commands'
import type {
  CollectionAt,
  CollectionInput,
  MoveSectionInput,
  NewCollectionInput,
  NewSectionInput,
  PublishInput,
  SectionAt,
  SectionInput,
} from './input'
import { moved } from './rules'

/** Begins a guide, as a draft that only advisors see. */
export function makeCollection(actor: Actor, input: NewCollectionInput): Promise<{ collectionId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    await requireTheme(tx, input.themeCode)
    const id = newId()
    await tx.collection.createMany({ data: [{ ...input, id, slug: await freeSlug(tx, input.title) }] })
    await auditGuide(tx, actor, 'collection.create', id, input.title)
    return { collectionId: id }
  })
}

/** Changes the words of a guide. Refuses with both versions where another advisor saved in the meantime. */
export function changeCollection(actor: Actor, input: CollectionInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { collectionId, version, ...words } = input
    const before = await tx.collection.findUnique({ where: { id: collectionId } })
    if (mayCurate(actor) && before && before.version !== version) {
      const values = { title: before.title, lead: before.lead, themeCode: before.themeCode ?? '' }
      throw new Superseded({ version: before.version, values, by: null, at: before.updatedAt.toISOString() })
    }
    await requireTheme(tx, words.themeCode)
    const { advisor } = await guideToChange(tx, actor, input)
    await tx.collection.updateMany({ where: { id: collectionId }, data: words })
    await auditGuide(tx, advisor, 'collection.change', collectionId, words.title)
  })
}

/** Shows a guide to everybody, or takes it back. Refuses to publish one without sections. */
export function setStatus(actor: Actor, input: PublishInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title, publishedAt } = await guideToChange(tx, actor, input)
    const sections = await tx.collectionSection.count({ where: { collectionId: input.collectionId } })
    refuseUnless(input.status === 'draft' || sections > 0, 'conflict', { status: 'errors.guideIsEmpty' })
    await tx.collection.updateMany({
      where: { id: input.collectionId },
      data: { status: input.status, publishedAt: input.status === 'published' ? (publishedAt ?? new Date()) : publishedAt },
    })
    await auditGuide(
      tx,
      advisor,
      `collection.${input.status === 'published' ? 'publish' : 'withdraw'}`,
      input.collectionId,
      title,
    )
  })
}

/** Deletes a guide that nobody reads: a published one must be taken back first. */
export function deleteCollection(actor: Actor, input: CollectionAt): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title, status } = await guideToChange(tx, actor, input)
    refuseUnless(status === 'draft', 'conflict')
    await tx.collection.deleteMany({ where: { id: input.collectionId } })
    await auditGuide(tx, advisor, 'collection.delete', input.collectionId, title)
  })
}

/** Adds a section at the end of the guide. */
export function addSection(actor: Actor, { collectionId, version, ...words }: NewSectionInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor } = await guideToChange(tx, actor, { collectionId, version })
    const position = await tx.collectionSection.count({ where: { collectionId } })
    await tx.collectionSection.createMany({ data: [{ ...words, id: newId(), collectionId, position: position + 1 }] })
    await auditGuide(tx, advisor, 'collection.add-section', collectionId, words.title)
  })
}

/** Changes the words of a section. */
export function changeSection(actor: Actor, { collectionId, version, sectionId, ...words }: SectionInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor } = await guideToChange(tx, actor, { collectionId, version })
    const { count } = await tx.collectionSection.updateMany({ where: { id: sectionId, collectionId }, data: words })
    refuseUnless(count === 1, 'not-found')
    await auditGuide(tx, advisor, 'collection.change-section', collectionId, words.title)
  })
}

/** Takes a section out of the guide, with its examples. */
export function removeSection(actor: Actor, input: SectionAt): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await guideToChange(tx, actor, input)
    const { count } = await tx.collectionSection.deleteMany({ where: { id: input.sectionId, collectionId: input.collectionId } })
    refuseUnless(count === 1, 'not-found')
    await auditGuide(tx, advisor, 'collection.remove-section', input.collectionId, title)
  })
}

/** Moves a section a step up or down. */
export function moveSection(actor: Actor, input: MoveSectionInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await guideToChange(tx, actor, input)
    const order = await tx.collectionSection.findMany({
      where: { collectionId: input.collectionId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const ids = order.map(({ id }) => id)
    refuseUnless(ids.includes(input.sectionId), 'not-found')
    for (const [index, id] of moved(ids, input.sectionId, input.direction).entries())
      await tx.collectionSection.updateMany({ where: { id }, data: { position: index + 1 } })
    await auditGuide(tx, advisor, 'collection.move-section', input.collectionId, title)
  })
}

/** The guide that the advisor is about to change, counted up. Refuses with `conflict` where another saved since the page was opened. */
export async function guideToChange(tx: Tx, actor: Actor, { collectionId, version }: CollectionAt) {
  refuseUnless(mayCurate(actor), 'forbidden')
  const guide = await tx.collection.findUnique({
    where: { id: collectionId },
    select: { title: true, status: true, publishedAt: true },
  })
  refuseUnless(guide, 'not-found')
  const { count } = await tx.collection.updateMany({ where: { id: collectionId, version }, data: { version: { increment: 1 } } })
  refuseUnless(count === 1, 'conflict')
  return { ...guide, advisor: actor }
}

async function requireTheme(tx: Tx, code: string | null): Promise<void> {
  if (code) refuseUnless(await tx.theme.count({ where: { code } }), 'not-found', { themeCode: 'errors.unknown' })
}

async function freeSlug(tx: Tx, title: string): Promise<string> {
  const base = slugOfWords(title) || 'samling'
  const taken = await tx.collection.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })
  const slugs = new Set(taken.map(({ slug }) => slug))
  if (!slugs.has(base)) return base
  let number = 2
  while (slugs.has(`${base}-${number}`)) number++
  return `${base}-${number}`
}

/** Every change of a guide is kept in the trail, and known to the search. */
export async function auditGuide(tx: Tx, advisor: Advisor, action: string, subjectId: string, title: string): Promise<void> {
  await audit(tx, advisor, { action, subjectType: 'collection', subjectId, detail: { title } })
  await indexCollection(tx, subjectId)
}
