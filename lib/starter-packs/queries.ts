import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { mayCurate } from '@/lib/curation/policy'
import { type Actor, isOwn, municipalityOf } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayManagePortfolio } from '@/lib/portfolio/policy'
import { distanceTo, isFor } from './rules'

/** The packs the actor may read, those for municipalities of their size first; advisors see drafts as well. Two queries. */
export function packList(actor: Actor) {
  return read(actor, async (tx) => {
    const rows = await tx.starterPack.findMany({
      where: mayCurate(actor) ? {} : { status: 'published' },
      orderBy: [{ publishedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
      take: 100,
      select: {
        ...{ id: true, slug: true, title: true, lead: true, fromPopulation: true, toPopulation: true, status: true },
        _count: { select: { items: true } },
      },
    })
    const population = await populationOf(tx, actor)
    const packs = rows.map(({ _count, ...pack }) => ({
      ...pack,
      itemCount: _count.items,
      isForUs: population !== null && isFor(pack, population),
    }))
    return population === null ? packs : packs.sort((a, b) => distanceTo(a, population) - distanceTo(b, population))
  })
}

async function populationOf(tx: Tx, actor: Actor): Promise<number | null> {
  const id = municipalityOf(actor)?.id
  const own = id ? await tx.municipality.findUnique({ where: { id }, select: { population: true } }) : null
  return own?.population ?? null
}

const packFields = {
  ...{ id: true, slug: true, title: true, lead: true, fromPopulation: true, toPopulation: true, status: true, version: true },
  items: {
    // What is no longer shared has no words to show; advisors are told of it, see `packDesk`.
    where: { report: { status: 'published' } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, note: true, roles: true },
      report: {
        select: {
          ...{ slug: true, title: true, summary: true, projectId: true, municipalityId: true },
          municipality: { select: { displayName: true, number: true } },
          parts: { select: { kind: true } },
        },
      },
    },
  },
} satisfies Prisma.StarterPackSelect

export type PackItem = NonNullable<Awaited<ReturnType<typeof packOf>>>['items'][number]

/** A pack as the actor may read it, with what each case gives; null where there is none. */
export async function packOf(tx: Tx, actor: Actor, where: { slug: string } | { id: string }) {
  const pack = await tx.starterPack.findUnique({ where: where as { slug: string }, select: packFields })
  if (!pack) return null
  const items = pack.items.map(({ report: { parts, ...report }, ...item }) => ({
    ...item,
    /** One's own case is at home already. */
    isOwn: isOwn(actor, report),
    report: { ...report, parts: parts.map(({ kind }) => kind) },
  }))
  const population = await populationOf(tx, actor)
  return { ...pack, items, isForUs: population !== null && isFor(pack, population) }
}

/** The page of a pack; with when the actor's municipality took it, if it has. */
export function packPage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const pack = await packOf(tx, actor, { slug })
    if (!pack) return null
    const taken = await latestTaken(tx, pack.id)
    const isUsable = pack.items.some((item) => !item.isOwn && item.report.parts.length > 0)
    return {
      pack,
      taken: taken && { on: dateInNorway(taken.takenAt), programme: taken.programme },
      may: { take: mayManagePortfolio(actor) && isUsable },
    }
  })
}

/** When the actor's municipality took the pack last, and what it became. */
export function latestTaken(tx: Tx, packId: string) {
  return tx.starterPackTaken.findFirst({
    where: { packId },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
    select: { takenAt: true, programmeId: true, programme: { select: { id: true, title: true } } },
  })
}

/** A pack as its advisor changes it, with the cases that are no longer shared; null for others. */
export function packDesk(actor: Actor, packId: string) {
  return read(actor, async (tx) => {
    const pack = mayCurate(actor) ? await packOf(tx, actor, { id: packId }) : null
    if (!pack) return null
    const shown = pack.items.map(({ id }) => id)
    const gone = await tx.starterPackItem.findMany({
      where: { packId, id: { notIn: shown } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, note: true },
    })
    return { ...pack, gone }
  })
}
