import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { dateInNorway, dateOf, isoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { partKinds } from '@/lib/sharing/parts'
import { mayCopy } from '@/lib/sharing/policy'
import { reportLineage } from '@/lib/sharing/queries'
import { countedReuse } from '@/lib/sharing/reuse/rules'
import { type CostLine, costTotals, type Effect, evidenceLevel, isStale, partItems } from './rules'
import { parseSection, type SectionContent } from './sections'
import { versionsOf } from './versions/queries'

export type ReportPage = NonNullable<Awaited<ReturnType<typeof reportPage>>>

/** A report as the actor may read it, section by section; null when there is none they may read. */
export function reportPage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: reportFields })
    if (!report) return null
    const own = isOwn(actor, report)
    const costs = report.costLines.map(costLine)
    const effects = report.effects.map(effectView)
    const reuses = await reusesOf(tx, report.id)
    const versions = await versionsOf(tx, report.id)
    const project = await tx.project.findUnique({ where: { id: report.projectId }, select: { id: true, title: true } })
    return {
      id: report.id,
      slug: report.slug,
      title: report.title,
      summary: report.summary,
      outcome: report.outcome,
      themeCode: report.themeCode,
      technologies: report.technologies,
      suppliers: report.suppliers,
      language: report.language,
      status: report.status,
      visibility: report.visibility,
      /** What has been published of it, the newest first, as far as the reader may open it. */
      versions,
      publishedOn: report.publishedAt && dateInNorway(report.publishedAt),
      confirmedOn: isoDateOrNull(report.confirmedOn),
      isStale: isStale({ confirmedOn: isoDateOrNull(report.confirmedOn) }, today()),
      municipality: report.municipality,
      collaboration: report.collaboration?.name ?? null,
      projectId: report.projectId,
      /** The project behind, where the actor may read that too. */
      project,
      sections: sectionsView(report.sections),
      costs,
      totals: costTotals(costs),
      effects,
      prerequisites: report.prerequisites.map((row) => row.text),
      parts: partKinds
        .map((kind) => ({ kind, items: partItems(kind, report.parts.find((part) => part.kind === kind)?.content) }))
        .filter((part) => part.items.length > 0),
      reuses,
      lineage: await reportLineage(tx, report.id),
      evidence: evidenceLevel({
        costs,
        effects,
        confirmedByOthers: reuses.filter((reuse) => reuse.isConfirmed && reuse.state === 'in_operation').length,
      }),
      isOwn: own,
      /** An advisor has asked for changes in this version. */
      changesWanted: report.reviews.some(({ reportVersion }) => reportVersion === versions[0]?.number),
      may: { copy: mayCopy(actor, report) && report.parts.length > 0 },
    }
  })
}

const reportFields = {
  id: true,
  municipalityId: true,
  projectId: true,
  slug: true,
  title: true,
  summary: true,
  outcome: true,
  themeCode: true,
  technologies: true,
  suppliers: true,
  language: true,
  status: true,
  visibility: true,
  publishedAt: true,
  confirmedOn: true,
  municipality: { select: { number: true, displayName: true } },
  collaboration: { select: { name: true } },
  sections: { select: { kind: true, content: true, visibility: true } },
  costLines: { orderBy: [{ year: 'asc' }, { kind: 'asc' }] },
  effects: { orderBy: { id: 'asc' } },
  prerequisites: { orderBy: { position: 'asc' }, select: { text: true } },
  parts: { select: { kind: true, content: true } },
  reviews: { where: { outcome: 'changes_wanted' }, select: { reportVersion: true } },
} satisfies Prisma.ExperienceReportSelect

type CostRow = {
  kind: CostLine['kind']
  year: number
  planned: Prisma.Decimal | null
  actual: Prisma.Decimal | null
  quality: CostLine['quality']
}

export function costLine(row: CostRow): CostLine {
  return {
    kind: row.kind,
    year: row.year,
    planned: row.planned === null ? null : Number(row.planned),
    actual: row.actual === null ? null : Number(row.actual),
    quality: row.quality,
  }
}

type EffectRow = Omit<Effect, 'valueBefore' | 'valueAfter'> & { valueBefore: Prisma.Decimal; valueAfter: Prisma.Decimal }

export function effectView({ category, title, unit, valueBefore, valueAfter, period, source, beneficiary }: EffectRow): Effect {
  return { category, title, unit, valueBefore: Number(valueBefore), valueAfter: Number(valueAfter), period, source, beneficiary }
}

type Sections = Partial<{ [Kind in keyof SectionContent]: SectionContent[Kind] }>

/** The sections the actor may read; one with a narrower audience is simply not there. */
function sectionsView(rows: { kind: keyof SectionContent; content: Prisma.JsonValue }[]): Sections {
  return Object.fromEntries(rows.map((row) => [row.kind, parseSection(row.kind, row.content)]))
}

async function reusesOf(tx: Tx, reportId: string) {
  const rows = await tx.reuse.findMany({
    where: { reportId },
    orderBy: [{ sinceOn: 'desc' }, { id: 'desc' }],
    select: {
      state: true,
      reason: true,
      sinceOn: true,
      confirmedOn: true,
      municipality: { select: { number: true, displayName: true } },
    },
  })
  return rows.map((row) => ({
    municipality: row.municipality,
    state: row.state,
    reason: row.reason,
    sinceOn: isoDate(row.sinceOn),
    isConfirmed: row.confirmedOn !== null,
  }))
}

const cardFields = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  outcome: true,
  themeCode: true,
  publishedAt: true,
  visibility: true,
  municipality: { select: { number: true, displayName: true } },
  collaboration: { select: { name: true } },
  _count: { select: { reuses: { where: countedReuse } } },
} satisfies Prisma.ExperienceReportSelect

export type ReportCard = ReturnType<typeof reportCard>

function reportCard(row: Prisma.ExperienceReportGetPayload<{ select: typeof cardFields }>) {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    outcome: row.outcome,
    themeCode: row.themeCode,
    publishedOn: row.publishedAt && dateInNorway(row.publishedAt),
    visibility: row.visibility,
    municipality: row.municipality,
    collaboration: row.collaboration?.name ?? null,
    /** Municipalities that have confirmed that they reuse it, as far as the reader may know. */
    reuseCount: row._count.reuses,
  }
}

/** The newest published reports the actor may read. */
export function newestReports(actor: Actor, take: number) {
  return read(actor, async (tx) => {
    const rows = await tx.experienceReport.findMany({
      where: { status: 'published' },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take,
      select: cardFields,
    })
    return rows.map(reportCard)
  })
}

/** The published reports of a municipality that the actor may read, newest first; at most 50. */
export function reportsBy(actor: Actor, municipalityId: string) {
  return read(actor, async (tx) => {
    const rows = await tx.experienceReport.findMany({
      where: { municipalityId, status: 'published' },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: 50,
      select: cardFields,
    })
    return rows.map(reportCard)
  })
}

/** The cases that advisors show today, among those the actor may read. */
export function featuredReports(actor: Actor, take: number) {
  return read(actor, async (tx) => {
    const now = dateOf(today())
    const rows = await tx.featuredCase.findMany({
      where: { startsOn: { lte: now }, endsOn: { gte: now }, report: { status: 'published' } },
      orderBy: [{ position: 'asc' }, { createdAt: 'desc' }],
      distinct: ['reportId'],
      take,
      select: { reason: true, report: { select: cardFields } },
    })
    return rows.map((row) => ({ ...reportCard(row.report), reason: row.reason }))
  })
}
