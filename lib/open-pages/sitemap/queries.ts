import 'server-only'
import { visitor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { type MapKind, mapKinds, mapPath, mapSize, type OpenAddress } from './rules'

/** The pages that are there whatever is shared. */
const fixed = ['/', '/erfaringer', '/erfaringer/kostnader', '/prosjekter', '/kommuner', '/samlinger', '/startpakker']

const openReports = { status: 'published', visibility: 'open', merge: null } as const
const published = { status: 'published' } as const
const participants = { participation: { isNot: null } } as const

interface Source {
  count: (tx: Tx) => Promise<number>
  newest: (tx: Tx) => Promise<Date | null>
  page: (tx: Tx, at: { skip: number; take: number }) => Promise<OpenAddress[]>
}

/** Each kind of page as whoever has not signed in sees it, in an order that what is new does not disturb. */
const sources: Record<MapKind, Source> = {
  sider: {
    count: async () => fixed.length,
    newest: async () => null,
    page: async (_, { skip, take }) => fixed.slice(skip, skip + take).map((path) => ({ path, changedAt: null })),
  },
  rapporter: {
    count: (tx) => tx.experienceReport.count({ where: openReports }),
    newest: async (tx) =>
      (await tx.reportVersion.aggregate({ where: { report: openReports }, _max: { publishedAt: true } }))._max.publishedAt,
    page: async (tx, at) => {
      const rows = await tx.experienceReport.findMany({
        ...{ where: openReports, orderBy: { id: 'asc' }, ...at },
        select: {
          ...{ slug: true, publishedAt: true },
          versions: { orderBy: { number: 'desc' }, take: 1, select: { publishedAt: true } },
        },
      })
      return rows.map(({ slug, publishedAt, versions }) => ({
        path: `/erfaringer/${slug}`,
        changedAt: versions[0]?.publishedAt ?? publishedAt,
      }))
    },
  },
  prosjekter: {
    count: (tx) => tx.project.count({ where: { visibility: 'open' } }),
    newest: async (tx) =>
      (await tx.project.aggregate({ where: { visibility: 'open' }, _max: { updatedAt: true } }))._max.updatedAt,
    page: async (tx, at) => {
      const rows = await tx.project.findMany({
        ...{ where: { visibility: 'open' }, orderBy: { id: 'asc' }, ...at },
        select: { id: true, updatedAt: true },
      })
      return rows.map(({ id, updatedAt }) => ({ path: `/prosjekter/${id}`, changedAt: updatedAt }))
    },
  },
  samlinger: {
    count: (tx) => tx.collection.count({ where: published }),
    newest: async (tx) => (await tx.collection.aggregate({ where: published, _max: { updatedAt: true } }))._max.updatedAt,
    page: async (tx, at) => {
      const rows = await tx.collection.findMany({
        ...{ where: published, orderBy: { id: 'asc' }, ...at },
        select: { slug: true, updatedAt: true },
      })
      return rows.map(({ slug, updatedAt }) => ({ path: `/samlinger/${slug}`, changedAt: updatedAt }))
    },
  },
  startpakker: {
    count: (tx) => tx.starterPack.count({ where: published }),
    newest: async () => null,
    page: async (tx, at) => {
      const rows = await tx.starterPack.findMany({ where: published, orderBy: { id: 'asc' }, ...at, select: { slug: true } })
      return rows.map(({ slug }) => ({ path: `/startpakker/${slug}`, changedAt: null }))
    },
  },
  kommuner: {
    count: (tx) => tx.municipality.count({ where: participants }),
    newest: async () => null,
    page: async (tx, at) => {
      const rows = await tx.municipality.findMany({
        ...{ where: participants, orderBy: { number: 'asc' }, ...at },
        select: { number: true },
      })
      return rows.map(({ number }) => ({ path: `/kommuner/${number}`, changedAt: null }))
    },
  },
}

/** Every map there is, with when what is in it last changed. */
export function siteMaps(size = mapSize): Promise<OpenAddress[]> {
  return read(visitor, async (tx) => {
    const maps: OpenAddress[] = []
    for (const kind of mapKinds) {
      const pageCount = Math.ceil((await sources[kind].count(tx)) / size)
      const changedAt = pageCount > 0 ? await sources[kind].newest(tx) : null
      for (let page = 1; page <= pageCount; page++) maps.push({ path: mapPath(kind, page), changedAt })
    }
    return maps
  })
}

/** The pages in one map; none where there is no such page. */
export function siteMap(kind: MapKind, page: number, size = mapSize): Promise<OpenAddress[]> {
  return read(visitor, (tx) => sources[kind].page(tx, { skip: (page - 1) * size, take: size }))
}
