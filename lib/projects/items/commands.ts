import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { type ProjectForChange, projectToRun } from '../facts/queries'
import { completed } from './completion/queries'
import { afterSave } from './effects/commands'
import { type ItemValues, inputName, typedValue } from './fields'
import type { ItemInput } from './input'
import { type ItemKind, items } from './kinds'
import { modelOf, ofProject } from './model/queries'
import { lastChange } from './queries'
import { changesBetween, initialValues } from './rules'
import { columnsOf, valuesOf } from './store'

/**
 * Adds an item to a project, or changes one. Gives its id and what it lies under. Refuses with `not-found` what the actor may not see,
 * with `forbidden` where they do not run the project, and with both versions where somebody else saved in the meantime.
 */
export function saveItem(actor: Actor, input: ItemInput): Promise<{ id: string; under: string | null }> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    return saveItemIn(tx, staff, project, input)
  })
}

/** As `saveItem`, in a transaction of somebody who has seen that the actor may, with columns that no form holds. */
export async function saveItemIn(tx: Tx, staff: Staff, project: ProjectForChange, input: ItemInput, columns: object = {}) {
  const extra = { ...(await completed(tx, staff, project, input)), ...columns }
  const saved = input.id ? await change(tx, staff, input, extra) : await add(tx, staff, input, extra)
  await tx.project.updateMany({ where: { id: project.id }, data: { updatedAt: new Date() } })
  await afterSave(tx, staff, project, { kind: input.kind, id: saved.id, values: input.values })
  return saved
}

/** As `saveItemIn`, of some fields: the others stay as they stand, or as a new item begins. */
export async function saveFieldsIn(
  tx: Tx,
  staff: Staff,
  project: ProjectForChange,
  { kind, id = '', under = '' }: { kind: ItemKind; id?: string; under?: string },
  values: ItemValues,
  columns: object = {},
) {
  const row = id ? await modelOf(tx, kind).findFirst({ where: { id, ...ofProject(kind, project.id) } }) : null
  const others = row ? valuesOf(kind, row) : initialValues(items[kind], today())
  const place = { projectId: project.id, kind, id, under, from: '', version: row?.version ?? 0 }
  return saveItemIn(tx, staff, project, { ...place, values: { ...others, ...values } }, columns)
}

async function add(tx: Tx, actor: Staff, input: ItemInput, extra: object): Promise<{ id: string; under: string | null }> {
  const { kind, projectId, values } = input
  const { under } = items[kind]
  if (under) {
    const parent =
      input.under &&
      (await modelOf(tx, under.kind).findFirst({ where: { id: input.under, ...ofProject(under.kind, projectId) } }))
    refuseUnless(parent, 'not-found')
  }
  const id = newId()
  const place = under ? { [under.column]: input.under } : { projectId }
  const municipalityId = actor.municipality.id
  await modelOf(tx, kind).createMany({ data: [{ id, municipalityId, ...place, ...columnsOf(kind, values), ...extra }] })
  await audit(tx, actor, {
    action: 'item.create',
    subjectType: kind,
    subjectId: id,
    projectId,
    detail: { title: titleOf(input), changes: {} },
  })
  return { id, under: under ? input.under : null }
}

async function change(tx: Tx, actor: Staff, input: ItemInput, extra: object): Promise<{ id: string; under: string | null }> {
  const { kind, id, projectId, values } = input
  const { under, fields } = items[kind]
  const row = await modelOf(tx, kind).findFirst({ where: { id, ...ofProject(kind, projectId) } })
  refuseUnless(row, 'not-found')
  const before = valuesOf(kind, row)
  if (row.version !== input.version) {
    const typed = Object.fromEntries(fields.map((field) => [inputName(field), typedValue(field, before[field.name])]))
    throw new Superseded({ version: row.version, values: typed, ...(await lastChange(tx, id)) })
  }
  const changes = changesBetween(items[kind], before, values)
  const parentId = under ? String(row[under.column]) : null
  if (Object.keys(changes).length === 0) return { id, under: parentId }
  const { count } = await modelOf(tx, kind).updateMany({
    where: { id, municipalityId: actor.municipality.id, version: input.version },
    data: { ...columnsOf(kind, values), ...extra, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'conflict')
  await audit(tx, actor, {
    action: 'item.change',
    subjectType: kind,
    subjectId: id,
    projectId,
    detail: { title: titleOf(input), changes },
  })
  return { id, under: parentId }
}

function titleOf({ kind, values }: { kind: ItemInput['kind']; values: ItemValues }): string {
  return String(values[items[kind].title] ?? '').slice(0, 200)
}
