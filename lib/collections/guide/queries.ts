import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { PartKind, ReportOutcome } from '@/generated/prisma/enums'
import { mayCurate } from '@/lib/curation/policy'
import { richText } from '@/lib/experiences/text/rules'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { mayCopy } from '@/lib/sharing/policy'

const named = { title: true, municipalityId: true, municipality: { select: { displayName: true } } } as const

const itemFields = {
  ...{ id: true, partKind: true, note: true, linkUrl: true, linkTitle: true },
  report: {
    select: {
      ...{ ...named, slug: true, summary: true, outcome: true, status: true, projectId: true },
      parts: { select: { kind: true } },
    },
  },
  project: { select: { ...named, id: true, goal: true } },
  lesson: { select: { ...named, id: true, projectId: true, recommendation: true } },
} satisfies Prisma.CollectionItemSelect

const guideFields = {
  ...{ id: true, slug: true, title: true, lead: true, themeCode: true, status: true, version: true },
  ...{ publishedAt: true, updatedAt: true },
  sections: {
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, phaseCode: true, title: true, advice: true },
      items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: itemFields },
    },
  },
} satisfies Prisma.CollectionSelect

type GuideRow = Prisma.CollectionGetPayload<{ select: typeof guideFields }>
type ItemRow = Prisma.CollectionItemGetPayload<{ select: typeof itemFields }>
export type Guide = ReturnType<typeof guideView>
export type GuideExample = NonNullable<ReturnType<typeof exampleView>>

interface Shown {
  kind: 'report' | 'project' | 'lesson' | 'link'
  title: string
  href: string
  /** What it says of itself, where the guide says nothing of it. */
  text: string
  municipality: string | null
  outcome: ReportOutcome | null
}

/** An example as the reader may see it; null where it is no longer shared. */
function exampleView(actor: Actor, { report, project, lesson, linkUrl, linkTitle, ...item }: ItemRow) {
  const shown = whatIsShown({ report, project, lesson, linkUrl, linkTitle })
  if (!shown) return null
  const isShared = item.partKind !== null && (report?.parts ?? []).some(({ kind }) => kind === item.partKind)
  return {
    ...item,
    ...shown,
    /** Whether the part is still shared, so that it can be taken. */
    canTake: isShared,
    takeHref: isShared && report && mayCopy(actor, report) ? copyHref(report.projectId, item.partKind) : null,
  }
}

const copyHref = (projectId: string, part: PartKind | null) => `/prosjekter/${projectId}/kopier?deler=${part}`

function whatIsShown({ report, project, lesson, linkUrl, linkTitle }: Omit<ItemRow, 'id' | 'partKind' | 'note'>): Shown | null {
  if (linkUrl) return { kind: 'link', title: linkTitle, href: linkUrl, text: '', municipality: null, outcome: null }
  if (report?.status === 'published') {
    const { title, summary: text, outcome, municipality, slug } = report
    return { kind: 'report', title, text, outcome, href: `/erfaringer/${slug}`, municipality: municipality.displayName }
  }
  if (project) {
    const { title, goal: text, municipality, id } = project
    return { kind: 'project', title, text, outcome: null, href: `/prosjekter/${id}`, municipality: municipality.displayName }
  }
  if (!lesson) return null
  const { title, recommendation: text, municipality } = lesson
  const href = `/prosjekter/${lesson.projectId}/erfaringer/${lesson.id}`
  return { kind: 'lesson', title, text, href, municipality: municipality.displayName, outcome: null }
}

function guideView(actor: Actor, { publishedAt, updatedAt, sections, ...row }: GuideRow) {
  return {
    ...row,
    publishedOn: publishedAt && dateInNorway(publishedAt),
    changedOn: dateInNorway(updatedAt),
    sections: sections.map(({ items, advice, ...section }) => ({
      ...section,
      advice: richText.parse(advice),
      items: items.flatMap((item) => exampleView(actor, item) ?? []),
      /** Examples that are no longer shared: advisors alone are told. */
      gone: items.flatMap((item) => (exampleView(actor, item) ? [] : [{ id: item.id, note: item.note }])),
    })),
  }
}

/** A guide by its address, with the examples that the actor may read, and how many more there are for those who sign in; null where there is none for them. */
export function guideBySlug(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const row = await tx.collection.findUnique({ where: { slug }, select: guideFields })
    if (!row) return null
    const [behind] = await tx.$queryRaw<{ n: number }[]>`SELECT examples_for_municipalities(${row.id}::uuid) AS n`
    return { ...guideView(actor, row), behindSignIn: behind?.n ?? 0 }
  })
}

/** A guide for the one who writes it; null for others than advisors. */
export function guideToEdit(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const row = await tx.collection.findUnique({ where: { id }, select: guideFields })
    return row && { guide: guideView(actor, row) }
  })
}
