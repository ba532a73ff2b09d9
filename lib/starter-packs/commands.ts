import 'server-only'
import { moved } from '@/lib/collections/rules'
import { mayCurate } from '@/lib/curation/policy'
import type { Actor, Advisor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { slugOfWords } from '@/lib/platform/slug'
import type { MovePackItemInput, NewPackInput, PackAt, PackInput, PackItemAt, PackItemInput, PublishPackInput } from './input'
import { mostCases } from './rules'

/** Begins a pack, as a draft that only advisors see. */
export function makePack(actor: Actor, input: NewPackInput): Promise<{ packId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const packId = newId()
    const base = slugOfWords(input.title) || 'startpakke'
    const isTaken = (await tx.starterPack.count({ where: { slug: base } })) > 0
    await tx.starterPack.createMany({ data: [{ ...input, id: packId, slug: isTaken ? `${base}-${packId.slice(-6)}` : base }] })
    await auditPack(tx, actor, 'starter-pack.create', packId, input.title)
    return { packId }
  })
}

/** Changes the words and the sizes of a pack. Refuses with `conflict` where another advisor saved in the meantime. */
export function changePack(actor: Actor, { packId, version, ...words }: PackInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor } = await packToChange(tx, actor, { packId, version })
    await tx.starterPack.updateMany({ where: { id: packId }, data: words })
    await auditPack(tx, advisor, 'starter-pack.change', packId, words.title)
  })
}

/** Shows a pack to everybody, or takes it back. Refuses to publish an empty one. */
export function setPackStatus(actor: Actor, { packId, version, status }: PublishPackInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await packToChange(tx, actor, { packId, version })
    const count = await tx.starterPackItem.count({ where: { packId } })
    refuseUnless(status === 'draft' || count > 0, 'conflict', { status: 'errors.packIsEmpty' })
    await tx.starterPack.updateMany({
      where: { id: packId },
      data: { status, ...(status === 'published' && { publishedAt: new Date() }) },
    })
    await auditPack(tx, advisor, `starter-pack.${status === 'published' ? 'publish' : 'withdraw'}`, packId, title)
  })
}

/** Puts a case into a pack, last; or changes the words of one that is there. */
export function putPackItem(actor: Actor, { packId, version, slug, ...item }: PackItemInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await packToChange(tx, actor, { packId, version })
    const report = await tx.experienceReport.findUnique({ where: { slug, status: 'published' }, select: { id: true } })
    refuseUnless(report, 'not-found', { slug: 'errors.unknownReport' })
    const { count } = await tx.starterPackItem.updateMany({ where: { packId, reportId: report.id }, data: item })
    const position = (await tx.starterPackItem.count({ where: { packId } })) + 1
    refuseUnless(count === 1 || position <= mostCases, 'conflict', { slug: 'errors.packIsFull' })
    if (count === 0)
      await tx.starterPackItem.createMany({ data: [{ ...item, id: newId(), packId, reportId: report.id, position }] })
    await auditPack(tx, advisor, 'starter-pack.put-case', packId, title)
  })
}

/** Takes a case out of a pack. What has been taken stays with those who took it. */
export function removePackItem(actor: Actor, { packId, version, itemId }: PackItemAt): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await packToChange(tx, actor, { packId, version })
    const { count } = await tx.starterPackItem.deleteMany({ where: { id: itemId, packId } })
    refuseUnless(count === 1, 'not-found')
    await auditPack(tx, advisor, 'starter-pack.remove-case', packId, title)
  })
}

/** Moves a case a step up or down. */
export function movePackItem(actor: Actor, { packId, version, itemId, direction }: MovePackItemInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title } = await packToChange(tx, actor, { packId, version })
    const rows = await tx.starterPackItem.findMany({
      where: { packId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    const order = moved(
      rows.map(({ id }) => id),
      itemId,
      direction,
    )
    for (const [index, id] of order.entries())
      await tx.starterPackItem.updateMany({ where: { id }, data: { position: index + 1 } })
    await auditPack(tx, advisor, 'starter-pack.move-case', packId, title)
  })
}

/** Deletes a pack that nobody reads: a published one must be taken back first. The programmes made of it stay. */
export function deletePack(actor: Actor, at: PackAt): Promise<void> {
  return transaction(actor, async (tx) => {
    const { advisor, title, status } = await packToChange(tx, actor, at)
    refuseUnless(status === 'draft', 'conflict')
    await tx.starterPack.deleteMany({ where: { id: at.packId } })
    await auditPack(tx, advisor, 'starter-pack.delete', at.packId, title)
  })
}

/** The pack of that version, counted on: whoever else has it open is told. Refuses with `conflict` where it was changed meanwhile. */
async function packToChange(tx: Tx, actor: Actor, { packId, version }: PackAt) {
  refuseUnless(mayCurate(actor), 'forbidden')
  const pack = await tx.starterPack.findUnique({ where: { id: packId }, select: { title: true, status: true } })
  refuseUnless(pack, 'not-found')
  const { count } = await tx.starterPack.updateMany({ where: { id: packId, version }, data: { version: { increment: 1 } } })
  refuseUnless(count === 1, 'conflict')
  return { ...pack, advisor: actor }
}

function auditPack(tx: Tx, actor: Advisor, action: string, packId: string, title: string): Promise<void> {
  return audit(tx, actor, { action, subjectType: 'starter_pack', subjectId: packId, detail: { title } })
}
