import 'server-only'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { BenefitCategory, CostKind, FigureQuality, IndicatorUnit, PartKind } from '@/generated/prisma/enums'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { dateInNorway } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { costTotals, partItems } from '../rules'
import { parseSection } from '../sections'
import type { ReadReport } from './rules'

const money = z.number().nullable()
const rows = {
  cost: z.array(
    z.object({ kind: z.enum(CostKind), year: z.number(), planned: money, actual: money, quality: z.enum(FigureQuality) }),
  ),
  effect: z.array(
    z.object({
      category: z.enum(BenefitCategory),
      title: z.string(),
      unit: z.enum(IndicatorUnit),
      valueBefore: z.number(),
      valueAfter: z.number(),
      period: z.string(),
      source: z.string(),
      beneficiary: z.string(),
    }),
  ),
  advice: z.array(z.string()),
  parts: z.array(z.object({ kind: z.enum(PartKind), content: z.unknown() })),
}

export interface VersionLine {
  number: number
  publishedOn: string
  note: string
}

/** The versions of a report that the reader may open, the newest first. */
export async function versionsOf(tx: Tx, reportId: string): Promise<VersionLine[]> {
  const found = await tx.reportVersion.findMany({
    where: { reportId },
    orderBy: { number: 'desc' },
    take: 100,
    select: { number: true, publishedAt: true, note: true },
  })
  return found.map(({ number, publishedAt, note }) => ({ number, note, publishedOn: dateInNorway(publishedAt) }))
}

export type VersionPage = NonNullable<Awaited<ReturnType<typeof versionPage>>>

/** A report as it was published under a number, as far as the reader may read it, and the version before; null where there is none. */
export function versionPage(actor: Actor, slug: string, number: number) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({
      where: { slug },
      select: {
        id: true,
        municipalityId: true,
        title: true,
        status: true,
        language: true,
        municipality: { select: { number: true, displayName: true } },
        collaboration: { select: { name: true } },
      },
    })
    if (!report) return null
    const version = await readVersion(tx, report.id, number)
    if (!version) return null
    const versions = await versionsOf(tx, report.id)
    const earlier = versions.find((one) => one.number < number)
    return {
      slug,
      current: { title: report.title, number: versions[0]?.number ?? number, status: report.status },
      language: report.language,
      municipality: report.municipality,
      collaboration: report.collaboration?.name ?? null,
      isOwn: isOwn(actor, report),
      version,
      before: earlier ? await readVersion(tx, report.id, earlier.number) : null,
      versions,
    }
  })
}

const fields = { include: { sections: true } } satisfies { include: Prisma.ReportVersionInclude }

async function readVersion(tx: Tx, reportId: string, number: number) {
  const row = await tx.reportVersion.findFirst({ where: { reportId, number }, ...fields })
  if (!row) return null
  const rowsOf = <Kind extends keyof typeof rows>(kind: Kind) =>
    rows[kind].parse(row.sections.find((section) => section.kind === kind)?.rows ?? []) as z.infer<(typeof rows)[Kind]>
  const costs = rowsOf('cost')
  const read: ReadReport = {
    title: row.title,
    summary: row.summary,
    outcome: row.outcome,
    themeCode: row.themeCode,
    technologies: row.technologies,
    suppliers: row.suppliers,
    sections: Object.fromEntries(row.sections.map(({ kind, content }) => [kind, parseSection(kind, content)])),
    costs,
    effects: rowsOf('effect'),
    prerequisites: rowsOf('advice'),
    parts: rowsOf('parts')
      .map(({ kind, content }) => ({ kind, items: partItems(kind, content) }))
      .filter((part) => part.items.length > 0),
  }
  return { ...read, totals: costTotals(costs), number, note: row.note, publishedOn: dateInNorway(row.publishedAt) }
}
