import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { mayCurate } from '../policy'
import { isAddress, slugIn } from './rules'

export type FoundReport = NonNullable<Awaited<ReturnType<typeof findReports>>>['reports'][number]

/**
 * Published reports to choose from at the desk, the newest first: those with every word in the title, the summary or the name of the municipality, or
 * the one whose address was pasted. Reports found by way of another are left out. Null for others than advisors.
 */
export function findReports(actor: Actor, { q, side, pageSize = 20 }: { q: string; side: number; pageSize?: number }) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const where: Prisma.ExperienceReportWhereInput = { status: 'published', merge: null, AND: conditions(q) }
    const total = await tx.experienceReport.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(side, pageCount)
    const rows = await tx.experienceReport.findMany({
      where,
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: reportFields,
    })
    return { reports: rows.map(foundReport), total, page, pageCount }
  })
}

/** The report that was chosen among them; null where there is none to choose. */
export function chosenReport(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor) || slug === '') return null
    const row = await tx.experienceReport.findFirst({ where: { slug: slugIn(slug), status: 'published' }, select: reportFields })
    return row && foundReport(row)
  })
}

function conditions(q: string): Prisma.ExperienceReportWhereInput[] {
  if (isAddress(q)) return [{ slug: slugIn(q) }]
  return q
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => {
      const contains = { contains: word, mode: 'insensitive' } as const
      return { OR: [{ title: contains }, { summary: contains }, { municipality: { displayName: contains } }] }
    })
}

const reportFields = {
  slug: true,
  title: true,
  visibility: true,
  publishedAt: true,
  municipality: { select: { displayName: true } },
  parts: { select: { kind: true }, orderBy: { kind: 'asc' } },
} satisfies Prisma.ExperienceReportSelect

function foundReport({
  publishedAt,
  municipality,
  parts,
  ...report
}: Prisma.ExperienceReportGetPayload<{ select: typeof reportFields }>) {
  return {
    ...report,
    municipality: municipality.displayName,
    publishedOn: publishedAt && dateInNorway(publishedAt),
    /** What others can take home of it. */
    parts: parts.map(({ kind }) => kind),
  }
}
