import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { mayCurate } from '@/lib/curation/policy'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'

const pageSize = 20

export type GuideListing = Awaited<ReturnType<typeof collectionList>>['collections'][number]

/** The guides the actor may read, the newest first; advisors see drafts as well. */
export function collectionList(actor: Actor, query: { tema: string; side: number }) {
  return read(actor, async (tx) => {
    const where: Prisma.CollectionWhereInput = {
      ...(query.tema && { themeCode: query.tema }),
      ...(mayCurate(actor) ? {} : { status: 'published' }),
    }
    const total = await tx.collection.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(query.side, pageCount)
    const rows = await tx.collection.findMany({
      where,
      orderBy: [{ publishedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: {
        id: true,
        slug: true,
        title: true,
        lead: true,
        themeCode: true,
        status: true,
        publishedAt: true,
        _count: { select: { sections: true } },
      },
    })
    const used = await tx.collection.findMany({
      where: mayCurate(actor) ? {} : { status: 'published' },
      distinct: ['themeCode'],
      select: { themeCode: true },
    })
    return {
      /** The themes that there are guides of. */
      themes: used.flatMap(({ themeCode }) => themeCode ?? []),
      collections: rows.map(({ publishedAt, _count, ...row }) => ({
        ...row,
        publishedOn: publishedAt && dateInNorway(publishedAt),
        sectionCount: _count.sections,
      })),
      total,
      page,
      pageCount,
    }
  })
}

/** The themes a guide can be about, in their order. */
export function guideThemes(actor: Actor): Promise<string[]> {
  return read(actor, async (tx) => {
    const themes = await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })
    return themes.map(({ code }) => code)
  })
}
