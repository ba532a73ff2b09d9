import 'server-only'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, isoDate, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { projectToRun } from '@/lib/projects/facts/queries'
import type { StatusInput } from './input'
import { pictureOf } from './picture/queries'
import { statusView } from './queries'

/** Begins a report, prefilled from the last published one, or gives the draft that is there already. */
export function startReport(actor: Actor, at: { projectId: string; seriesId: string | null }): Promise<{ reportId: string }> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, at.projectId)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`status:${project.id}`}, 0))`
    const where = { projectId: project.id, seriesId: at.seriesId }
    const draft = await tx.statusReport.findFirst({ where: { ...where, publishedAt: null }, select: { id: true } })
    if (draft) return { reportId: draft.id }
    if (at.seriesId) refuseUnless(await tx.reportSeries.count({ where: { id: at.seriesId, projectId: project.id } }), 'not-found')
    const last = await tx.statusReport.findFirst({
      where: { ...where, publishedAt: { not: null } },
      orderBy: [{ periodEndOn: 'desc' }, { publishedAt: 'desc' }],
    })
    const { publishedAt: _, picture: __, ...previous } = last ?? { ...firstReport, publishedAt: null, picture: null }
    const id = newId()
    await tx.statusReport.createMany({
      data: [
        {
          ...previous,
          ...(await moneyOf(tx, project.id)),
          id,
          municipalityId: project.municipalityId,
          ...where,
          authorId: staff.personId,
          periodEndOn: dateOf(today()),
          version: 1,
        },
      ],
    })
    await audit(tx, staff, { action: 'status.start', subjectType: 'status_report', subjectId: id, projectId: project.id })
    return { reportId: id }
  })
}

const firstReport = {
  text: '',
  progress: 'on_plan',
  progressText: '',
  economy: 'on_budget',
  economyText: '',
  quality: 'to_spec',
  qualityText: '',
  risk: 'low',
  riskText: '',
  benefit: 'not_started',
  benefitText: '',
} as const

/** The sums of the budget as they are now. */
async function moneyOf(tx: Tx, projectId: string) {
  const { _sum } = await tx.budgetLine.aggregate({
    where: { projectId },
    _sum: { budgetNok: true, costNok: true, forecastNok: true },
  })
  return { budgetNok: _sum.budgetNok ?? 0, costNok: _sum.costNok ?? 0, forecastNok: _sum.forecastNok ?? 0 }
}

/**
 * Saves a draft, and publishes it where asked to: then it is locked, with its own picture of the project. Refuses with both versions
 * where somebody else saved in the meantime, and with `not-found` where it has been published or deleted.
 */
export function saveReport(actor: Actor, input: StatusInput): Promise<{ isPublished: boolean; reportId: string }> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const { projectId: _, seriesId: __, reportId, version, publish, periodEndOn, ...content } = input
    const select = { author: { select: { name: true } }, series: { select: { name: true } } }
    const draft = await tx.statusReport.findFirst({
      where: { id: reportId, projectId: project.id, publishedAt: null },
      include: select,
    })
    refuseUnless(draft, 'not-found')
    if (draft.version !== version) {
      const view = statusView(draft)
      throw new Superseded({ version: view.version, values: typedReport(view), by: view.author, at: null })
    }
    const { count } = await tx.statusReport.updateMany({
      where: { id: reportId, version },
      data: {
        ...content,
        periodEndOn: dateOf(periodEndOn),
        authorId: staff.personId,
        version: { increment: 1 },
        ...(publish ? { publishedAt: new Date(), picture: (await pictureOf(tx, project.id)) as object } : {}),
      },
    })
    refuseUnless(count === 1, 'conflict')
    if (publish)
      await tell(tx, staff, { kind: 'status_published', projectId: project.id, recipientMunicipalityId: staff.municipality.id })
    await audit(tx, staff, {
      action: publish ? 'status.publish' : 'status.save',
      subjectType: 'status_report',
      subjectId: reportId,
      projectId: project.id,
      detail: { title: periodEndOn },
    })
    return { isPublished: publish, reportId }
  })
}

/** The fields of a report as they stand in its form. */
function typedReport(view: ReturnType<typeof statusView>): Record<string, string> {
  const comments = Object.fromEntries(Object.entries(view.comments).map(([name, text]) => [`${name}Text`, text]))
  const figure = (value: number) => String(value).replace('.', ',')
  return {
    periodEndOn: view.periodEndOn,
    text: view.text,
    ...view.values,
    ...comments,
    budgetNok: figure(view.budgetNok),
    costNok: figure(view.costNok),
    forecastNok: figure(view.forecastNok),
  }
}

/** Throws a draft away. A published report stays for ever: it is refused with `not-found`. */
export function deleteDraft(actor: Actor, at: { projectId: string; reportId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, at.projectId)
    const draft = await tx.statusReport.findFirst({
      where: { id: at.reportId, projectId: project.id, publishedAt: null },
      select: { periodEndOn: true },
    })
    refuseUnless(draft, 'not-found')
    await tx.statusReport.deleteMany({ where: { id: at.reportId, publishedAt: null } })
    await audit(tx, staff, {
      action: 'status.delete-draft',
      subjectType: 'status_report',
      subjectId: at.reportId,
      projectId: project.id,
      detail: { title: isoDate(draft.periodEndOn) },
    })
  })
}

/** Adds a part project that reports on its own. Refuses a name that is taken. */
export function addSeries(actor: Actor, input: { projectId: string; name: string }): Promise<{ seriesId: string }> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const taken = await tx.reportSeries.count({ where: { projectId: project.id, name: input.name } })
    refuseUnless(taken === 0, 'conflict', { name: 'errors.nameTaken' })
    const { id } = await tx.reportSeries.create({
      select: { id: true },
      data: { municipalityId: project.municipalityId, projectId: project.id, name: input.name },
    })
    await audit(tx, staff, {
      action: 'status.add-series',
      subjectType: 'report_series',
      subjectId: id,
      projectId: project.id,
      detail: { title: input.name },
    })
    return { seriesId: id }
  })
}
