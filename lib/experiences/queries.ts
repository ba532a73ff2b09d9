import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { prerequisiteOf } from '@/lib/fit/prerequisite/rules'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway, dateOf, isoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayReadInside } from '@/lib/projects/policy'
import { originsOf } from '@/lib/sharing/lineage/queries'
import { partKinds } from '@/lib/sharing/parts'
import { mayCopy } from '@/lib/sharing/policy'
import { reuseEffects } from '@/lib/sharing/reuse/input'
import { countedReuse, isCounted, isStanding } from '@/lib/sharing/reuse/rules'
import { caseCosts } from './cost/queries'
import { type CaseCost, caseCost } from './cost/rules'
import { documentFields } from './documents/queries'
import { evidenceFor, evidenceLevels } from './evidence/queries'
import type { EvidenceLevel } from './evidence/rules'
import { mayWriteReport } from './policy'
import { type CostLine, costTotals, type Effect, isStale, narrowerSections, partItems } from './rules'
import { parseSection, type SectionContent } from './sections'
import { versionsOf } from './versions/queries'

export type ReportPage = NonNullable<Awaited<ReturnType<typeof reportPage>>>

/** A report as the actor may read it, section by section; null when there is none they may read. */
export function reportPage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { slug }, select: reportFields })
    if (!report) return null
    const own = mayReadInside(actor, report)
    const costs = report.costLines.map(costLine)
    const effects = report.effects.map(effectView)
    const sections = sectionsView(report.sections)
    const reuses = await reusesOf(tx, report.id)
    const evidence = await evidenceFor(tx, report.id)
    const versions = await versionsOf(tx, report.id)
    const project = await tx.project.findUnique({
      where: { id: report.projectId },
      select: { id: true, title: true, municipalityId: true, members: { select: { personId: true, role: true } } },
    })
    return {
      id: report.id,
      slug: report.slug,
      title: report.title,
      summary: report.summary,
      outcome: report.outcome,
      themeCode: report.themeCode,
      /** Named in the section on the solution: not known to those who may not read that. */
      technologies: sections.solution?.technologies ?? [],
      suppliers: sections.solution?.suppliers ?? [],
      language: report.language,
      status: report.status,
      visibility: report.visibility,
      /** What has been published of it, the newest first, as far as the reader may open it. */
      versions,
      publishedOn: report.publishedAt && dateInNorway(report.publishedAt),
      /** When what stands was published: later than the first, where it has been revised. */
      revisedOn: report.revisedAt && dateInNorway(report.revisedAt),
      confirmedOn: isoDateOrNull(report.confirmedOn),
      isStale: isStale({ confirmedOn: isoDateOrNull(report.confirmedOn) }, today()),
      municipality: report.municipality,
      collaboration: report.collaboration?.name ?? null,
      projectId: report.projectId,
      /** The project behind, where the actor may read that too. */
      project: project && { id: project.id, title: project.title },
      sections,
      narrower: narrowerSections(report.visibility, report.sections),
      costs,
      totals: costTotals(costs),
      /** What it comes to, and for how many. */
      cost: (await caseCosts(tx, [report.id])).get(report.id) ?? caseCost([], 1),
      effects,
      prerequisites: report.prerequisites.map((row) => prerequisiteOf(row, sections.solution?.technologies)),
      parts: partKinds
        .map((kind) => ({ kind, items: partItems(kind, report.parts.find((part) => part.kind === kind)?.content) }))
        .filter((part) => part.items.length > 0),
      documents: report.documents,
      reuses,
      lineage: await originsOf(tx, report.projectId),
      evidence,
      isOwn: own,
      /** An advisor has asked for changes in this version. */
      changesWanted: report.reviews.some(({ reportVersion }) => reportVersion === versions[0]?.number),
      /** The report that this was merged into, where the reader may read that. */
      mergedInto: report.merge?.into ?? null,
      /** Reports that tell of the same, and are found by way of this one. */
      merged: report.merged.map(({ note, report: { slug, title, municipality, versions } }) => ({
        note,
        slug,
        title,
        municipality: municipality.displayName,
        /** The version to read it as, where there is one. */
        versionNumber: versions[0]?.number ?? null,
      })),
      may: {
        copy: mayCopy(actor, report) && report.parts.length + report.documents.length > 0,
        write: project !== null && mayWriteReport(actor, project),
      },
    }
  })
}

const namedReport = {
  slug: true,
  title: true,
  municipality: { select: { displayName: true } },
} satisfies Prisma.ExperienceReportSelect

const reportFields = {
  id: true,
  municipalityId: true,
  projectId: true,
  slug: true,
  title: true,
  summary: true,
  outcome: true,
  themeCode: true,
  language: true,
  status: true,
  visibility: true,
  publishedAt: true,
  revisedAt: true,
  confirmedOn: true,
  municipality: { select: { number: true, displayName: true, population: true } },
  collaboration: { select: { name: true } },
  sections: { select: { kind: true, content: true, visibility: true } },
  costLines: { orderBy: { position: 'asc' } },
  effects: { orderBy: { position: 'asc' } },
  prerequisites: { orderBy: { position: 'asc' }, select: { text: true, kind: true, value: true } },
  parts: { select: { kind: true, content: true } },
  documents: documentFields,
  reviews: {
    where: { outcome: 'changes_wanted', OR: [{ verdict: null }, { verdict: 'more_wanted' }] },
    select: { reportVersion: true },
  },
  merge: { select: { into: { select: namedReport } } },
  merged: {
    orderBy: { mergedAt: 'asc' },
    select: {
      note: true,
      report: { select: { ...namedReport, versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } } },
    },
  },
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

type EffectRow = Omit<Effect, 'valueBefore' | 'valueAfter'> & Record<'valueBefore' | 'valueAfter', Prisma.Decimal | null>

export function effectView(row: EffectRow): Effect {
  const { category, title, unit, wordsBefore, wordsAfter, per, quality, result, period, source, beneficiary } = row
  const figure = (value: Prisma.Decimal | null) => (value === null ? null : Number(value))
  return {
    ...{ category, title, unit, valueBefore: figure(row.valueBefore), valueAfter: figure(row.valueAfter) },
    ...{ wordsBefore, wordsAfter, per, quality, result, period, source, beneficiary },
  }
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
      costNok: true,
      effects: true,
      municipality: { select: { number: true, displayName: true, population: true } },
    },
  })
  return rows.map((row) => ({
    municipality: row.municipality,
    /** What it has cost the adopter, in kroner, and given, in their own words. */
    costNok: row.costNok === null ? null : Number(row.costNok),
    effects: reuseEffects.parse(row.effects).filter(({ text }) => text !== ''),
    state: row.state,
    reason: row.reason,
    sinceOn: isoDate(row.sinceOn),
    /** When the adopter last said so. */
    confirmedOn: isoDateOrNull(row.confirmedOn),
    isStanding: isStanding(isoDateOrNull(row.confirmedOn), today()),
    isCounted: isCounted({ state: row.state, confirmedOn: isoDateOrNull(row.confirmedOn) }, today()),
  }))
}

const cardFields = () =>
  ({
    id: true,
    slug: true,
    title: true,
    summary: true,
    outcome: true,
    themeCode: true,
    publishedAt: true,
    visibility: true,
    municipality: { select: { number: true, displayName: true, population: true } },
    collaboration: { select: { name: true } },
    _count: { select: { reuses: { where: countedReuse(today()) } } },
  }) satisfies Prisma.ExperienceReportSelect

export type ReportCard = ReturnType<typeof reportCard>

type CardRow = Prisma.ExperienceReportGetPayload<{ select: ReturnType<typeof cardFields> }>

async function reportCards(tx: Tx, rows: CardRow[]): Promise<ReportCard[]> {
  const ids = rows.map(({ id }) => id)
  const [costs, levels] = [await caseCosts(tx, ids), await evidenceLevels(tx, ids)]
  return rows.map((row) => reportCard(row, costs.get(row.id) ?? null, levels.get(row.id) ?? 1))
}

function reportCard(row: CardRow, cost: CaseCost | null, evidence: EvidenceLevel) {
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
    /** What it cost, as far as the reader may know. */
    cost,
    evidence,
  }
}

/** The newest published reports the actor may read. */
export function newestReports(actor: Actor, take: number) {
  return read(actor, async (tx) => {
    const rows = await tx.experienceReport.findMany({
      where: { status: 'published', merge: null },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take,
      select: cardFields(),
    })
    return reportCards(tx, rows)
  })
}

/** The newest published reports of a municipality that the actor may read; a merged one is found by way of another. */
export function reportsBy(actor: Actor, municipalityId: string) {
  return read(actor, async (tx) => {
    const rows = await tx.experienceReport.findMany({
      where: { municipalityId, status: 'published', merge: null },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: 6,
      select: cardFields(),
    })
    return reportCards(tx, rows)
  })
}

/** The cases that advisors show today, among those the actor may read. */
export function featuredReports(actor: Actor, take: number) {
  return read(actor, async (tx) => {
    const now = dateOf(today())
    const rows = await tx.featuredCase.findMany({
      where: { startsOn: { lte: now }, endsOn: { gte: now }, report: { status: 'published', merge: null } },
      orderBy: [{ position: 'asc' }, { createdAt: 'desc' }],
      distinct: ['reportId'],
      take,
      select: { reason: true, report: { select: cardFields() } },
    })
    const cards = await reportCards(
      tx,
      rows.map(({ report }) => report),
    )
    return cards.map((card, index) => ({ ...card, reason: rows[index]?.reason ?? '' }))
  })
}
