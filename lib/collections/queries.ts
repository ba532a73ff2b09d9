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
    return {
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

const guideFields = {
  id: true,
  slug: true,
  title: true,
  lead: true,
  themeCode: true,
  status: true,
  version: true,
  publishedAt: true,
  updatedAt: true,
  sections: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      phaseCode: true,
      title: true,
      advice: true,
      items: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          partKind: true,
          note: true,
          report: {
            select: {
              slug: true,
              title: true,
              summary: true,
              outcome: true,
              status: true,
              municipality: { select: { displayName: true } },
              parts: { select: { kind: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.CollectionSelect

type GuideRow = Prisma.CollectionGetPayload<{ select: typeof guideFields }>
export type Guide = ReturnType<typeof guideView>

function guideView({ publishedAt, updatedAt, sections, ...row }: GuideRow) {
  return {
    ...row,
    publishedOn: publishedAt && dateInNorway(publishedAt),
    changedOn: dateInNorway(updatedAt),
    sections: sections.map(({ items, ...section }) => ({
      ...section,
      items: items.map(({ report: { municipality, parts, ...report }, ...item }) => ({
        ...item,
        report: { ...report, municipality: municipality.displayName },
        /** Whether the part is still shared, so that it can be taken. */
        canTake: item.partKind !== null && parts.some(({ kind }) => kind === item.partKind),
      })),
    })),
  }
}

/** A guide by its address, with the examples that the actor may read; null where there is none for them. */
export function guideBySlug(actor: Actor, slug: string): Promise<Guide | null> {
  return read(actor, async (tx) => {
    const row = await tx.collection.findUnique({ where: { slug }, select: guideFields })
    return row && guideView(row)
  })
}

/** A guide for the one who writes it, with reports to choose examples from; null for others than advisors. */
export function guideToEdit(actor: Actor, id: string, q: string) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const row = await tx.collection.findUnique({ where: { id }, select: guideFields })
    if (!row) return null
    const found = q
      ? await tx.experienceReport.findMany({
          where: {
            status: 'published',
            OR: [
              { title: { contains: q, mode: 'insensitive' } },
              { municipality: { displayName: { contains: q, mode: 'insensitive' } } },
            ],
          },
          orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
          take: 10,
          select: {
            slug: true,
            title: true,
            municipality: { select: { displayName: true } },
            parts: { select: { kind: true }, orderBy: { kind: 'asc' } },
          },
        })
      : []
    return {
      guide: guideView(row),
      found: found.map(({ municipality, parts, ...report }) => ({
        ...report,
        municipality: municipality.displayName,
        parts: parts.map(({ kind }) => kind),
      })),
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
