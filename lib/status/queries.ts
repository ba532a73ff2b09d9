import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Actor } from '@/lib/platform/actor'
import { type IsoDate, isoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import type { StatusValues } from '@/lib/portfolio/rules'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayReadInside, mayRunProject } from '@/lib/projects/policy'
import { daysOverdue, nextReportOn, type Picture, trendsOf } from './rules'

const fields = {
  id: true,
  projectId: true,
  seriesId: true,
  periodEndOn: true,
  text: true,
  progress: true,
  progressText: true,
  economy: true,
  economyText: true,
  quality: true,
  qualityText: true,
  risk: true,
  riskText: true,
  benefit: true,
  benefitText: true,
  budgetNok: true,
  costNok: true,
  forecastNok: true,
  publishedAt: true,
  picture: true,
  version: true,
  author: { select: { name: true } },
  series: { select: { name: true } },
} satisfies Prisma.StatusReportSelect

type Row = Prisma.StatusReportGetPayload<{ select: typeof fields }>

export interface StatusView {
  id: string
  seriesId: string | null
  series: string | null
  periodEndOn: IsoDate
  author: string | null
  publishedAt: string | null
  text: string
  values: StatusValues
  comments: Record<keyof StatusValues, string>
  budgetNok: number
  costNok: number
  forecastNok: number
  picture: Picture
  version: number
}

const emptyPicture: Picture = { uncertainties: [], deliverables: [], benefits: [] }

export function statusView(row: Row): StatusView {
  return {
    id: row.id,
    seriesId: row.seriesId,
    series: row.series?.name ?? null,
    periodEndOn: isoDate(row.periodEndOn),
    author: row.author?.name ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    text: row.text,
    values: { progress: row.progress, economy: row.economy, quality: row.quality, risk: row.risk, benefit: row.benefit },
    comments: {
      progress: row.progressText,
      economy: row.economyText,
      quality: row.qualityText,
      risk: row.riskText,
      benefit: row.benefitText,
    },
    budgetNok: Number(row.budgetNok),
    costNok: Number(row.costNok),
    forecastNok: Number(row.forecastNok),
    picture: (row.picture as unknown as Picture | null) ?? emptyPicture,
    version: row.version,
  }
}

export const reportsPerPage = 25

/** The published reports of a project or of one of its part projects, the latest first, with trends; null for others than its own. */
export function statusPage(actor: Actor, at: { projectId: string; seriesId: string | null; page: number }) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, at.projectId)
    if (!project || !mayReadInside(actor, project)) return null
    const where = { projectId: project.id, seriesId: at.seriesId, publishedAt: { not: null } }
    const total = await tx.statusReport.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / reportsPerPage))
    const page = Math.min(at.page, pageCount)
    // One more than is shown: the oldest on the page has a trend too.
    const rows = await tx.statusReport.findMany({
      where,
      orderBy: [{ periodEndOn: 'desc' }, { publishedAt: 'desc' }],
      skip: (page - 1) * reportsPerPage,
      take: reportsPerPage + 1,
      select: fields,
    })
    const views = rows.map(statusView)
    const draft = await draftOf(tx, project.id, at.seriesId)
    const series = await tx.reportSeries.findMany({
      where: { projectId: project.id },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    })
    return {
      reports: views
        .slice(0, reportsPerPage)
        .map((view, index) => ({ ...view, trends: trendsOf(views[index + 1]?.values, view.values) })),
      total,
      page,
      pageCount,
      draft: draft && { id: draft.id, periodEndOn: isoDate(draft.periodEndOn), author: draft.author?.name ?? null },
      series,
      due: await dueOf(tx, project),
      may: { run: mayRunProject(actor, project) },
    }
  })
}

async function draftOf(tx: Tx, projectId: string, seriesId: string | null) {
  return tx.statusReport.findFirst({ where: { projectId, seriesId, publishedAt: null }, select: fields })
}

/** When the project is to report next, by the rhythm of its municipality. */
async function dueOf(
  tx: Tx,
  project: { id: string; municipalityId: string },
): Promise<{ on: IsoDate | null; overdueDays: number }> {
  const { startOn, lifecycle } = await tx.project.findUniqueOrThrow({
    where: { id: project.id },
    select: { startOn: true, lifecycle: true },
  })
  const last = await tx.statusReport.findFirst({
    where: { projectId: project.id, seriesId: null, publishedAt: { not: null } },
    orderBy: { periodEndOn: 'desc' },
    select: { periodEndOn: true },
  })
  const on = nextReportOn(
    { startOn: isoDate(startOn), lifecycle },
    isoDateOrNull(last?.periodEndOn ?? null),
    await rhythmOf(tx, project.municipalityId),
  )
  return { on, overdueDays: daysOverdue(on, today()) }
}

/** How often the projects of a municipality report, in days. */
export async function rhythmOf(tx: Tx, municipalityId: string): Promise<number> {
  const settings = await tx.municipalitySettings.findUnique({ where: { municipalityId }, select: { reportEveryDays: true } })
  return settings?.reportEveryDays ?? 30
}

/** The draft for those who may write it; null where there is none. */
export function draftPage(actor: Actor, at: { projectId: string; seriesId: string | null }) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, at.projectId)
    if (!project || !mayRunProject(actor, project)) return null
    const draft = await draftOf(tx, project.id, at.seriesId)
    return draft && statusView(draft)
  })
}

export type PublishedReport = NonNullable<Awaited<ReturnType<typeof publishedReport>>>

/** One published report, as it was, with its trends and the reports beside it in time; null for others than the own municipality. */
export function publishedReport(actor: Actor, at: { projectId: string; id: string }) {
  return read(actor, async (tx) => {
    const row = await tx.statusReport.findFirst({
      where: { id: at.id, projectId: at.projectId, publishedAt: { not: null } },
      select: {
        ...fields,
        project: {
          select: { number: true, title: true, archiveReference: true, municipality: { select: { displayName: true } } },
        },
      },
    })
    if (!row) return null
    const beside = (direction: 'lt' | 'gt') =>
      tx.statusReport.findFirst({
        where: {
          projectId: row.projectId,
          seriesId: row.seriesId,
          publishedAt: { not: null },
          periodEndOn: { [direction]: row.periodEndOn },
        },
        orderBy: { periodEndOn: direction === 'lt' ? 'desc' : 'asc' },
        select: fields,
      })
    const before = await beside('lt')
    const after = await beside('gt')
    const { municipality, ...project } = row.project
    return {
      ...statusView(row),
      project: { ...project, municipality: municipality.displayName },
      trends: trendsOf(before ? statusView(before).values : undefined, statusView(row).values),
      before: before && { id: before.id, periodEndOn: isoDate(before.periodEndOn) },
      after: after && { id: after.id, periodEndOn: isoDate(after.periodEndOn) },
    }
  })
}

/** Two published reports of a project, the earlier first; null where either may not be seen. */
export function comparedReports(
  actor: Actor,
  at: { projectId: string; ids: [string, string] },
): Promise<[StatusView, StatusView] | null> {
  return read(actor, async (tx) => {
    const rows = await tx.statusReport.findMany({
      where: { id: { in: at.ids }, projectId: at.projectId, publishedAt: { not: null } },
      orderBy: [{ periodEndOn: 'asc' }, { publishedAt: 'asc' }],
      select: fields,
    })
    const [first, second] = rows.map(statusView)
    return first && second ? [first, second] : null
  })
}
