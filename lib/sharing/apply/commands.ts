import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { dateOf, type IsoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { takeItem } from '@/lib/projects/items/deletion/commands'
import type { ItemKind } from '@/lib/projects/items/kinds'
import { insertItems, type Place } from '../insert/commands'
import type { PartItem, Parts } from '../parts'
import { type CopyPlan, datedItems, itemName, noParts } from '../rules'

/** What is to become of an item of a project: a new one, another content, or nothing. */
export interface Edit {
  rowId: string | null
  item: PartItem | null
}

/** The project that is edited, and the copied part that its items come from, where they do. */
export interface Target extends Place {
  startOn: IsoDate
  phaseIds: ReadonlyMap<string, string>
  copiedPartId: string | null
}

const itemKinds: { [Kind in PartKind]?: ItemKind } = {
  uncertainties: 'uncertainty',
  benefits: 'benefit',
  milestones: 'milestone',
  deliverables: 'deliverable',
  tasks: 'task',
  stakeholders: 'stakeholder',
  communication: 'communication',
}

/** Makes the items of a project what they are to become. What is taken away is kept for 30 days, like all that is deleted. */
export async function applyEdits(tx: Tx, actor: Staff, target: Target, kind: PartKind, wanted: Edit[]): Promise<void> {
  // Every project has the phases of its model: they are found by their code, and get other dates.
  const edits =
    kind === 'phases' ? wanted.map(({ item }) => ({ rowId: phaseOf(target, item), item })).filter(({ rowId }) => rowId) : wanted
  const added = edits.flatMap(({ rowId, item }) => (rowId === null && item ? [item] : []))
  await insertItems(
    tx,
    { municipalityId: target.municipalityId, projectId: target.projectId },
    target.phaseIds,
    one(kind, target.copiedPartId ? added : added.map(({ key: _, ...item }) => item as PartItem), target.startOn),
    target.copiedPartId ? new Map([[kind, target.copiedPartId]]) : new Map(),
  )
  for (const { rowId, item } of edits) {
    if (rowId && item) await changeItem(tx, target, kind, rowId, item)
    if (rowId && !item) await removeItem(tx, actor, target, kind, rowId)
  }
}

const phaseOf = (target: Target, item: PartItem | null) => (item && target.phaseIds.get(itemName(item))) ?? null

function one(kind: PartKind, items: PartItem[], startOn: IsoDate): Omit<CopyPlan, 'copiedParts'> {
  return datedItems({ ...noParts(), [kind]: items } as Parts, startOn)
}

const on = (date: IsoDate | null) => date && dateOf(date)

async function changeItem(tx: Tx, target: Target, kind: PartKind, id: string, item: PartItem): Promise<void> {
  const plan = one(kind, [item], target.startOn)
  const from = {
    version: { increment: 1 },
    ...(target.copiedPartId && { copiedPartId: target.copiedPartId, sourceItemKey: item.key ?? null }),
  }
  const where = { id, municipalityId: target.municipalityId }
  for (const [, dates] of plan.phases) {
    const data = { plannedStartOn: on(dates.plannedStartOn), plannedEndOn: on(dates.plannedEndOn) }
    await tx.projectPhase.updateMany({ where, data })
  }
  for (const { text, isMandatory, phase } of plan.checklist) {
    const projectPhaseId = target.phaseIds.get(phase)
    const row = await tx.checklistItem.findFirst({ where, select: { projectPhaseId: true } })
    const moved = projectPhaseId && row && row.projectPhaseId !== projectPhaseId
    const position =
      moved && (await tx.checklistItem.aggregate({ where: { projectPhaseId }, _max: { position: true } }))._max.position
    await tx.checklistItem.updateMany({
      where,
      data: { ...from, text, isMandatory, ...(moved && { projectPhaseId, position: (position || 0) + 1 }) },
    })
  }
  for (const { title, plannedOn } of plan.milestones)
    await tx.milestone.updateMany({ where, data: { ...from, title, plannedOn: dateOf(plannedOn) } })
  for (const { key: _, startOn, endOn, ...rest } of plan.deliverables)
    await tx.deliverable.updateMany({ where, data: { ...from, ...rest, startOn: on(startOn), endOn: on(endOn) } })
  for (const { key: _, actions, ...rest } of plan.uncertainties) {
    await tx.uncertainty.updateMany({ where, data: { ...from, ...rest } })
    const rows = await tx.uncertaintyAction.findMany({ where: { uncertaintyId: id }, select: { id: true, text: true } })
    const lines = linesToChange(rows, actions)
    await tx.uncertaintyAction.deleteMany({ where: { id: { in: lines.gone } } })
    const own = { municipalityId: target.municipalityId, uncertaintyId: id }
    await tx.uncertaintyAction.createMany({ data: lines.fresh.map((text) => ({ ...own, text })) })
  }
  for (const { key: _, steps, phase, dueOn, ...rest } of plan.tasks) {
    const projectPhaseId = phase === null ? null : (target.phaseIds.get(phase) ?? null)
    await tx.task.updateMany({ where, data: { ...from, ...rest, projectPhaseId, dueOn: on(dueOn) } })
    const rows = await tx.taskStep.findMany({ where: { taskId: id }, select: { id: true, text: true } })
    const lines = linesToChange(rows, steps)
    await tx.taskStep.deleteMany({ where: { id: { in: lines.gone } } })
    await tx.taskStep.createMany({
      data: lines.fresh.map((text) => ({ municipalityId: target.municipalityId, taskId: id, text })),
    })
  }
  for (const benefit of plan.benefits) await changeBenefit(tx, target, where, from, benefit)
  for (const { key: _, ...rest } of plan.stakeholders) await tx.stakeholder.updateMany({ where, data: { ...from, ...rest } })
  for (const { key: _, plannedOn, ...rest } of plan.communication)
    await tx.communication.updateMany({ where, data: { ...from, ...rest, plannedOn: on(plannedOn) } })
}

/** The lines that are there already stay as they are, with how far they have come. */
function linesToChange(rows: { id: string; text: string }[], wanted: string[]): { gone: string[]; fresh: string[] } {
  const texts = new Set(rows.map((row) => row.text))
  return {
    gone: rows.filter((row) => !wanted.includes(row.text)).map((row) => row.id),
    fresh: wanted.filter((text) => !texts.has(text)),
  }
}

async function changeBenefit(
  tx: Tx,
  target: Target,
  where: { id: string; municipalityId: string },
  from: object,
  { key: _, change, indicator, ...rest }: Parts['benefits'][number],
): Promise<void> {
  const place = { municipalityId: target.municipalityId, projectId: target.projectId }
  const known = await tx.change.findFirst({ where: { ...place, text: change }, select: { id: true } })
  const { id: changeId } = known ?? (await tx.change.create({ data: { ...place, text: change }, select: { id: true } }))
  await tx.benefit.updateMany({ where, data: { ...from, ...rest, changeId } })
  if (!indicator) return
  const { title, unit, start, target: goal } = indicator
  const data = { title, unit, startValue: start, targetValue: goal }
  // The measurements that are made stay with the indicator.
  const first = await tx.indicator.findFirst({ where: { benefitId: where.id }, orderBy: { id: 'asc' }, select: { id: true } })
  if (first) await tx.indicator.updateMany({ where: { id: first.id }, data: { ...data, version: { increment: 1 } } })
  else await tx.indicator.createMany({ data: [{ ...data, municipalityId: target.municipalityId, benefitId: where.id }] })
}

async function removeItem(tx: Tx, actor: Staff, target: Target, kind: PartKind, id: string): Promise<void> {
  const { municipalityId, projectId } = target
  if (kind === 'checklist') await tx.checklistItem.deleteMany({ where: { id, municipalityId } })
  const itemKind = itemKinds[kind]
  if (!itemKind) return
  const version = await versionOf(tx, kind, id)
  if (version !== null) await takeItem(tx, actor, { municipalityId }, { kind: itemKind, id, projectId, version })
}

async function versionOf(tx: Tx, kind: PartKind, id: string): Promise<number | null> {
  const find = { where: { id }, select: { version: true } } as const
  const row = await {
    phases: async () => null,
    checklist: async () => null,
    uncertainties: () => tx.uncertainty.findUnique(find),
    benefits: () => tx.benefit.findUnique(find),
    milestones: () => tx.milestone.findUnique(find),
    deliverables: () => tx.deliverable.findUnique(find),
    tasks: () => tx.task.findUnique(find),
    stakeholders: () => tx.stakeholder.findUnique(find),
    communication: () => tx.communication.findUnique(find),
  }[kind]()
  return row?.version ?? null
}
