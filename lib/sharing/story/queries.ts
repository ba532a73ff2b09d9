import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway, type IsoDate } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { type ItemKind, items } from '@/lib/projects/items/kinds'
import { mayReadInside } from '@/lib/projects/policy'
import { itemKinds } from '../apply/rules'
import type { Origin } from '../rules'

/** Where an item of one's own came from, and who made it better. */
export interface ItemStory {
  copiedFrom: Origin | null
  thanks: { municipality: string; on: IsoDate }[]
}

/** The story of an item, for the municipality it belongs to; nothing for others. */
export function itemStory(actor: Actor, at: { projectId: string; kind: ItemKind; id: string }): Promise<ItemStory> {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, at.projectId)
    const isCopied = Object.values(itemKinds).includes(at.kind)
    if (!project || !isCopied || !mayReadInside(actor, project)) return { copiedFrom: null, thanks: [] }
    return { copiedFrom: await sourceOfItem(tx, at), thanks: await thanksFor(tx, at) }
  })
}

async function sourceOfItem(tx: Tx, { kind, id }: { kind: ItemKind; id: string }): Promise<Origin | null> {
  const [row] = await tx.$queryRaw<{ origins: Origin[] }[]>`
    SELECT p.origins FROM ${Prisma.raw(`"${items[kind].table}"`)} i JOIN copied_part c ON c.id = i.copied_part_id
      JOIN project_copy p ON p.id = c.project_copy_id WHERE i.id = ${id}::uuid`
  return row?.origins[0] ?? null
}

/** Those whose offers were taken into the item, the latest first. */
async function thanksFor(tx: Tx, { projectId, id }: { projectId: string; id: string }): Promise<ItemStory['thanks']> {
  const offers = await tx.improvementOffer.findMany({
    where: { toProjectId: projectId, state: 'taken', taken: { array_contains: [{ id }] } },
    orderBy: { answeredAt: 'desc' },
    take: 10,
    select: { answeredAt: true, municipality: { select: { displayName: true } } },
  })
  return offers.flatMap(({ answeredAt, municipality }) =>
    answeredAt ? [{ municipality: municipality.displayName, on: dateInNorway(answeredAt) }] : [],
  )
}
