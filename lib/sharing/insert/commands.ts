import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import { dateOf, type IsoDate, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { indexProject } from '@/lib/projects/indexing/commands'
import type { CopyPlan, DatedItems } from '../rules'

/** The project that items are added to. */
export interface Place {
  municipalityId: string
  projectId: string
}

/** The copied part that items of a kind belong to; none for what is added without a source. */
export type CopiedPartIds = ReadonlyMap<PartKind, string>

const on = (date: IsoDate | null) => date && dateOf(date)

/** Adds everything but the dates of the phases to a project, after what it has: a handful of statements, whatever the number of items. */
export async function insertItems(
  tx: Tx,
  place: Place,
  phaseIds: ReadonlyMap<string, string>,
  plan: Omit<DatedItems, 'phases'>,
  parts: CopiedPartIds,
): Promise<void> {
  const from = (kind: PartKind, item: { key?: string }) => ({
    ...place,
    copiedPartId: parts.get(kind) ?? null,
    sourceItemKey: item.key ?? null,
  })
  await insertChecklist(tx, place, phaseIds, plan.checklist, (item) => from('checklist', item))
  await tx.milestone.createMany({
    data: plan.milestones.map(({ key, plannedOn, ...item }) => ({
      ...from('milestones', { key }),
      ...item,
      plannedOn: dateOf(plannedOn),
    })),
  })
  await tx.deliverable.createMany({
    data: plan.deliverables.map(({ key, startOn, endOn, ...item }) => ({
      ...from('deliverables', { key }),
      ...item,
      startOn: on(startOn),
      endOn: on(endOn),
    })),
  })
  await insertUncertainties(tx, place, plan.uncertainties, (item) => from('uncertainties', item))
  await insertBenefits(tx, place, plan.benefits, (item) => from('benefits', item))
  await insertTasks(tx, place, phaseIds, plan.tasks, (item) => from('tasks', item))
  await tx.stakeholder.createMany({
    data: plan.stakeholders.map(({ key, ...item }) => ({ ...from('stakeholders', { key }), ...item })),
  })
  await tx.communication.createMany({
    data: plan.communication.map(({ key, plannedOn, ...item }) => ({
      ...from('communication', { key }),
      ...item,
      plannedOn: on(plannedOn),
    })),
  })
  if (plan.deliverables.length + plan.benefits.length > 0) await indexProject(tx, place.projectId)
}

type From = (item: { key?: string }) => Place & { copiedPartId: string | null; sourceItemKey: string | null }

/** Items of phases that the own phase model lacks land in its first phase, so that none is lost. */
async function insertChecklist(
  tx: Tx,
  place: Place,
  phaseIds: ReadonlyMap<string, string>,
  items: CopyPlan['checklist'],
  from: From,
): Promise<void> {
  const [firstPhaseId] = phaseIds.values()
  const last = await tx.checklistItem.groupBy({ by: ['projectPhaseId'], where: place, _max: { position: true } })
  const positions = new Map(last.map((row) => [row.projectPhaseId, row._max.position ?? 0]))
  const rows = items.flatMap((item) => {
    const projectPhaseId = phaseIds.get(item.phase) ?? firstPhaseId
    if (!projectPhaseId) return []
    const position = (positions.get(projectPhaseId) ?? 0) + 1
    positions.set(projectPhaseId, position)
    return [{ ...from(item), projectPhaseId, position, text: item.text, isMandatory: item.isMandatory }]
  })
  await tx.checklistItem.createMany({ data: rows })
}

async function insertUncertainties(tx: Tx, place: Place, items: CopyPlan['uncertainties'], from: From): Promise<void> {
  const rows = items.map((item) => ({ ...item, id: newId() }))
  await tx.uncertainty.createMany({ data: rows.map(({ key, actions: _, ...item }) => ({ ...from({ key }), ...item })) })
  await tx.uncertaintyAction.createMany({
    data: rows.flatMap(({ id: uncertaintyId, actions }) =>
      actions.map((text) => ({ id: newId(), municipalityId: place.municipalityId, uncertaintyId, text })),
    ),
  })
  // How it is judged over time begins with the copy.
  await tx.uncertaintyAssessment.createMany({
    data: rows.map(({ id: uncertaintyId, probability, consequence, probabilityAfter, consequenceAfter }) => ({
      ...{ municipalityId: place.municipalityId, uncertaintyId, assessedOn: dateOf(today()) },
      ...{ probability, consequence, probabilityAfter, consequenceAfter },
    })),
  })
}

/** A change that the project has already gets the benefits, too. */
async function insertBenefits(tx: Tx, place: Place, items: CopyPlan['benefits'], from: From): Promise<void> {
  if (items.length === 0) return
  const texts = [...new Set(items.map((item) => item.change))]
  const known = await tx.change.findMany({
    where: { ...place, text: { in: texts } },
    orderBy: { id: 'desc' },
    select: { id: true, text: true },
  })
  const changeIds = new Map(known.map((change) => [change.text, change.id]))
  const missing = texts.filter((text) => !changeIds.has(text)).map((text) => ({ id: newId(), text }))
  await tx.change.createMany({ data: missing.map((change) => ({ ...place, ...change })) })
  for (const { id, text } of missing) changeIds.set(text, id)
  const rows = items.map((item) => ({ ...item, id: newId() }))
  await tx.benefit.createMany({
    data: rows.map(({ key, indicator: _, change, ...item }) => ({
      ...from({ key }),
      ...item,
      changeId: changeIds.get(change) ?? '',
    })),
  })
  await tx.indicator.createMany({
    data: rows.flatMap(({ id: benefitId, indicator }) => {
      if (!indicator) return []
      const { title, unit, start, target } = indicator
      return [{ municipalityId: place.municipalityId, benefitId, title, unit, startValue: start, targetValue: target }]
    }),
  })
}

async function insertTasks(
  tx: Tx,
  place: Place,
  phaseIds: ReadonlyMap<string, string>,
  items: CopyPlan['tasks'],
  from: From,
): Promise<void> {
  const rows = items.map((item) => ({ ...item, id: newId() }))
  await tx.task.createMany({
    data: rows.map(({ key, steps: _, phase, dueOn, ...item }) => ({
      ...from({ key }),
      ...item,
      projectPhaseId: phase === null ? null : (phaseIds.get(phase) ?? null),
      dueOn: on(dueOn),
    })),
  })
  await tx.taskStep.createMany({
    data: rows.flatMap(({ id: taskId, steps }) =>
      steps.map((text) => ({ id: newId(), municipalityId: place.municipalityId, taskId, text })),
    ),
  })
}
