import 'server-only'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { Picture } from '../rules'

/** The project as it is now, for a report to keep. Six queries, whatever the size. */
export async function pictureOf(tx: Tx, projectId: string): Promise<Picture> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { currentPhase: { select: { modelPhase: { select: { nameNb: true, nameNn: true, nameEn: true } } } } },
  })
  const names = project.currentPhase?.modelPhase
  const uncertainties = await tx.uncertainty.findMany({
    where: { projectId },
    orderBy: { id: 'asc' },
    select: {
      title: true,
      kind: true,
      status: true,
      occurredOn: true,
      probability: true,
      consequence: true,
      probabilityAfter: true,
      consequenceAfter: true,
    },
  })
  const deliverables = await tx.deliverable.findMany({
    where: { projectId },
    orderBy: [{ endOn: 'asc' }, { id: 'asc' }],
    select: { title: true, startOn: true, endOn: true, status: true },
  })
  const milestones = await tx.milestone.findMany({
    where: { projectId },
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
    select: { title: true, plannedOn: true, actualOn: true, status: true },
  })
  const benefits = await tx.benefit.findMany({
    where: { projectId },
    orderBy: { id: 'asc' },
    select: {
      title: true,
      indicators: {
        orderBy: { id: 'asc' },
        include: { measurements: { orderBy: { measuredOn: 'desc' }, take: 1, select: { value: true } } },
      },
    },
  })
  const budget = await tx.budgetLine.findMany({ where: { projectId }, orderBy: { year: 'asc' } })
  return {
    phase: names && { nb: names.nameNb, nn: names.nameNn, en: names.nameEn },
    uncertainties: uncertainties.map((u) => ({ ...u, occurredOn: isoDateOrNull(u.occurredOn) })),
    deliverables: deliverables.map((d) => ({ ...d, startOn: isoDateOrNull(d.startOn), endOn: isoDateOrNull(d.endOn) })),
    milestones: milestones.map((m) => ({ ...m, plannedOn: isoDate(m.plannedOn), actualOn: isoDateOrNull(m.actualOn) })),
    benefits: benefits.map(({ title, indicators }) => ({
      title,
      indicators: indicators.map((indicator) => ({
        title: indicator.title,
        unit: indicator.unit,
        start: Number(indicator.startValue),
        target: Number(indicator.targetValue),
        value: indicator.measurements[0] ? Number(indicator.measurements[0].value) : null,
      })),
    })),
    budget: budget.map((line) => ({
      year: line.year,
      budgetNok: Number(line.budgetNok),
      costNok: Number(line.costNok),
      forecastNok: Number(line.forecastNok),
    })),
  }
}
