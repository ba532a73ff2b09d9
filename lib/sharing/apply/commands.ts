import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, type IsoDate, isoDateOrNull } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { ProjectForChange } from '@/lib/projects/facts/queries'
import { saveFieldsIn } from '@/lib/projects/items/commands'
import { takeItem } from '@/lib/projects/items/deletion/commands'
import type { ItemValues } from '@/lib/projects/items/fields'
import { type ItemKind, items } from '@/lib/projects/items/kinds'
import { modelOf, ofProject } from '@/lib/projects/items/model/queries'
import { noParts, type PartItem } from '../parts'
import { datedItems, itemName } from '../rules'
import { type Ground, itemKinds, linesToChange, type Placed, placed } from './rules'

/** What is to become of an item of a project: a new one, another content, or nothing. */
export interface Edit {
  rowId: string | null
  item: PartItem | null
}

/** The project that is edited, and the copied part that its items come from, where they do. */
export interface Target extends Ground {
  project: ProjectForChange
  copiedPartId: string | null
}

/**
 * Makes the items of a project what they are to become, as those who run it would: each change is in the trail, a judgement is kept for the
 * history, and what is taken away can be put back for 30 days. Gives the row that each edit ended in. Whoever calls holds the items.
 */
export async function applyEdits(
  tx: Tx,
  actor: Staff,
  target: Target,
  kind: PartKind,
  edits: Edit[],
): Promise<(string | null)[]> {
  const rowIds: (string | null)[] = []
  for (const edit of edits)
    rowIds.push(kind === 'phases' ? await movePhase(tx, actor, target, edit) : await editItem(tx, actor, target, kind, edit))
  return rowIds
}

async function editItem(
  tx: Tx,
  actor: Staff,
  target: Target,
  part: keyof typeof itemKinds,
  { rowId, item }: Edit,
): Promise<string | null> {
  const kind = itemKinds[part]
  const row = rowId ? await modelOf(tx, kind).findFirst({ where: { id: rowId, ...ofProject(kind, target.project.id) } }) : null
  if (!item) {
    if (row) await takeItem(tx, actor, target.project, { ...row, kind, projectId: target.project.id })
    return null
  }
  const { values, change, lines, indicator } = placed(part, item, target)
  const under = change === undefined ? undefined : await changeOf(tx, actor, target, change)
  const from = target.copiedPartId ? { copiedPartId: target.copiedPartId, sourceItemKey: item.key ?? null } : {}
  const { id } = await saveFieldsIn(tx, actor, target.project, { kind, id: row?.id, under }, values, from)
  // Where it came from, and what it lies under, are no fields of its own.
  const beside = { ...from, ...(under && { changeId: under }) }
  if (row) await modelOf(tx, kind).updateMany({ where: { id }, data: beside })
  if (lines) await saveLines(tx, actor, target, { kind, id }, lines)
  if (indicator) await saveIndicator(tx, actor, target, id, indicator)
  return id
}

async function saveLines(
  tx: Tx,
  actor: Staff,
  target: Target,
  above: { kind: ItemKind; id: string },
  { kind, texts }: NonNullable<Placed['lines']>,
): Promise<void> {
  const column = items[kind].under?.column ?? ''
  const rows = (await modelOf(tx, kind).findMany({ where: { [column]: above.id } })) as {
    id: string
    version: number
    text: string
  }[]
  const { gone, fresh } = linesToChange(rows, texts)
  for (const { id, version } of gone)
    await takeItem(tx, actor, target.project, { id, version, kind, projectId: target.project.id })
  for (const text of fresh) await saveFieldsIn(tx, actor, target.project, { kind, under: above.id }, { text })
}

/** The measurements that are made stay with the indicator. */
async function saveIndicator(tx: Tx, actor: Staff, target: Target, benefitId: string, values: ItemValues): Promise<void> {
  const row = await modelOf(tx, 'indicator').findFirst({ where: { benefitId }, orderBy: { id: 'asc' } })
  await saveFieldsIn(tx, actor, target.project, { kind: 'indicator', id: row?.id, under: benefitId }, values)
}

/** The change that a benefit lies under; one that says the same is the same. */
async function changeOf(tx: Tx, actor: Staff, target: Target, text: string): Promise<string> {
  const known = await tx.change.findFirst({
    where: { projectId: target.project.id, text },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return known?.id ?? (await saveFieldsIn(tx, actor, target.project, { kind: 'change' }, { text })).id
}

const on = (date: IsoDate | null) => date && dateOf(date)

/** Every project has the phases of its model: they are found by their code, and get other dates. */
async function movePhase(tx: Tx, actor: Staff, target: Target, { item }: Edit): Promise<string | null> {
  const id = item && target.phaseIds.get(itemName(item))
  const [dates] = item ? datedItems({ ...noParts(), phases: [item as never] }, target.startOn).phases.values() : []
  if (!id || !dates) return null
  const before = await tx.projectPhase.findUniqueOrThrow({
    where: { id },
    select: { plannedStartOn: true, plannedEndOn: true },
  })
  await tx.projectPhase.updateMany({
    where: { id },
    data: { plannedStartOn: on(dates.plannedStartOn), plannedEndOn: on(dates.plannedEndOn) },
  })
  const changes = {
    startOn: [isoDateOrNull(before.plannedStartOn), dates.plannedStartOn],
    endOn: [isoDateOrNull(before.plannedEndOn), dates.plannedEndOn],
  }
  await audit(tx, actor, {
    ...{ action: 'item.change', subjectType: 'phase', subjectId: id, projectId: target.project.id },
    detail: { title: '', changes },
  })
  return id
}
