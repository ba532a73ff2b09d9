import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { filesOfReports } from '@/lib/experiences/documents/queries'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { deleteFile } from '@/lib/platform/files/storage'
import { logFault } from '@/lib/platform/log'
import { refuseUnless } from '@/lib/platform/refusal'
import { removeDocument } from '@/lib/search/commands'
import { projectToRun } from '../../facts/queries'
import { foundBy, indexLesson, indexProject } from '../../indexing/commands'
import type { ItemAddress } from '../input'
import { type ItemKind, items } from '../kinds'
import { modelOf, ofProject } from '../model/queries'
import { keptSince } from '../rules'
import { valuesOf } from '../store'
import { type Bundle, followersOf, tableName } from './rules'

/**
 * Deletes an item with all that follows it, and keeps it for 30 days. Refuses with `conflict` where somebody changed it in the meantime.
 */
export async function deleteItem(actor: Actor, address: ItemAddress): Promise<{ deletedId: string; under: string | null }> {
  const { forgotten, ...deleted } = await takeAway(actor, address)
  await deleteFiles(forgotten)
  return deleted
}

function takeAway(actor: Actor, address: ItemAddress) {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, address.projectId)
    return { ...(await takeItem(tx, staff, project, address)), forgotten: await forgetOld(tx, staff) }
  })
}

/** Deletes an item in the caller's transaction, and keeps it for 30 days. The caller has seen that the actor may. */
export async function takeItem(tx: Tx, staff: Staff, project: { municipalityId: string }, address: ItemAddress) {
  const { kind, id, projectId } = address
  const row = await modelOf(tx, kind).findFirst({ where: { id, ...ofProject(kind, projectId) } })
  refuseUnless(row, 'not-found')
  refuseUnless(row.version === address.version, 'conflict')
  const title = String(valuesOf(kind, row)[items[kind].title] ?? '').slice(0, 200)
  if (kind === 'lesson') await removeDocument(tx, { kind: 'lesson', subjectId: id })
  if (kind === 'log') await tx.lesson.updateMany({ where: { logEntryId: id }, data: { logEntryId: null } })
  const content = await takeOut(tx, items[kind].table, 'id', [id])
  if (isFoundBy(content)) await indexProject(tx, projectId)
  const { id: deletedId } = await tx.deletedItem.create({
    select: { id: true },
    data: {
      municipalityId: project.municipalityId,
      projectId,
      kind,
      subjectId: id,
      title,
      content: content as object[],
      deletedBy: staff.personId,
    },
  })
  await tx.project.updateMany({ where: { id: projectId }, data: { updatedAt: new Date() } })
  await audit(tx, staff, { action: 'item.delete', subjectType: kind, subjectId: id, projectId, detail: { title } })
  const { under } = items[kind]
  return { deletedId, under: under ? String(row[under.column]) : null }
}

/** A change takes its benefits along. */
const isFoundBy = (content: Bundle[]) => content.some(({ table, rows }) => foundBy.has(table) && rows.length > 0)

/** Takes rows out of a table, those that follow them first. Gives everything in the order it can be put back. */
async function takeOut(tx: Tx, table: string, column: string, ids: string[]): Promise<Bundle[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM ${Prisma.raw(tableName(table))} WHERE ${Prisma.raw(`"${column}"`)} = ANY (${ids}::uuid[])`
  if (found.length === 0) return []
  const own = found.map((row) => row.id)
  const followers: Bundle[] = []
  for (const follower of followersOf(table)) followers.push(...(await takeOut(tx, follower.table, follower.column, own)))
  const rows = await tx.$queryRaw<{ row: Prisma.JsonObject }[]>`
    DELETE FROM ${Prisma.raw(tableName(table))} AS t WHERE id = ANY (${own}::uuid[]) RETURNING to_jsonb(t) AS row`
  return [{ table, rows: rows.map(({ row }) => row) }, ...followers]
}

/**
 * Puts back what was deleted, with all that followed it. Refuses with `not-found` what is older than 30 days, and with `conflict` where
 * what it lay under, or its place, is gone.
 */
export function restoreItem(actor: Actor, input: { projectId: string; deletedId: string }): Promise<{ kind: ItemKind }> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const since = keptSince(new Date())
    const deleted = await tx.deletedItem.findFirst({
      where: { id: input.deletedId, projectId: project.id, deletedAt: { gte: since } },
    })
    refuseUnless(deleted, 'not-found')
    const kind = deleted.kind as ItemKind
    const content = deleted.content as unknown as Bundle[]
    await requirePlace(tx, kind, content)
    for (const { table, rows } of content) {
      if (table === 'plan_link') await restoreLinks(tx, rows)
      else await putBack(tx, table, rows)
    }
    await tx.deletedItem.deleteMany({ where: { id: deleted.id } })
    if (kind === 'lesson') await indexLesson(tx, deleted.subjectId)
    if (isFoundBy(content)) await indexProject(tx, project.id)
    await tx.project.updateMany({ where: { id: project.id }, data: { updatedAt: new Date() } })
    await audit(tx, staff, {
      action: 'item.restore',
      subjectType: kind,
      subjectId: deleted.subjectId,
      projectId: project.id,
      detail: { title: deleted.title },
    })
    return { kind }
  })
}

function putBack(tx: Tx, table: string, rows: Bundle['rows'], which = Prisma.empty): Promise<number> {
  const name = Prisma.raw(tableName(table))
  return tx.$executeRaw`
    INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows)}::jsonb) AS kept ${which}`
}

/** One at a time: each is held against the plan as it has become. */
async function restoreLinks(tx: Tx, rows: Bundle['rows']): Promise<void> {
  for (const row of rows) await putBack(tx, 'plan_link', [row], withoutHarm)
}

const endOf = (end: 'from' | 'to', table: string) =>
  Prisma.raw(`coalesce(${table}.${end}_phase_id, ${table}.${end}_milestone_id, ${table}.${end}_deliverable_id)`)

/** A link comes back only where what it joined to is still there, and the plan would not wait for itself. */
const withoutHarm = Prisma.sql`
  WHERE 2 = (
    SELECT count(*) FROM (SELECT id FROM project_phase UNION ALL SELECT id FROM milestone UNION ALL SELECT id FROM deliverable) AS planned
    WHERE planned.id IN (${endOf('from', 'kept')}, ${endOf('to', 'kept')}))
  AND NOT EXISTS (
    WITH RECURSIVE after_it AS (
      SELECT ${endOf('to', 'kept')} AS id
      UNION SELECT ${endOf('to', 'l')} FROM plan_link l JOIN after_it a ON a.id = ${endOf('from', 'l')} WHERE l.project_id = kept.project_id)
    SELECT 1 FROM after_it WHERE id = ${endOf('from', 'kept')})`

/** What it lay under must still be there, and nothing else have taken its year, day or position. */
async function requirePlace(tx: Tx, kind: ItemKind, content: Bundle[]): Promise<void> {
  const row = content[0]?.rows[0] ?? {}
  const { under } = items[kind]
  if (under) {
    const column = under.column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const parents = await modelOf(tx, under.kind).count({ where: { id: String(row[column]) } })
    refuseUnless(parents === 1, 'conflict')
  }
  if (kind === 'budget') {
    const taken = await tx.budgetLine.count({ where: { projectId: String(row.project_id), year: Number(row.year) } })
    refuseUnless(taken === 0, 'conflict')
  }
  if (kind === 'checklist') {
    const projectPhaseId = String(row.project_phase_id)
    const taken = await tx.checklistItem.count({ where: { projectPhaseId, position: Number(row.position) } })
    const { _max } = await tx.checklistItem.aggregate({ where: { projectPhaseId }, _max: { position: true } })
    if (taken > 0) row.position = (_max.position ?? 0) + 1
  }
  if (kind === 'measurement') {
    const measuredOn = new Date(`${row.measured_on}T00:00:00Z`)
    const taken = await tx.measurement.count({ where: { indicatorId: String(row.indicator_id), measuredOn } })
    refuseUnless(taken === 0, 'conflict')
  }
}

/** What nobody asked for in 30 days is gone for good. Gives the keys of the files that went with it. */
async function forgetOld(tx: Tx, actor: Staff): Promise<string[]> {
  const municipalityId = actor.municipality.id
  const before = keptSince(new Date())
  const old = { municipalityId, deletedAt: { lt: before } }
  const documents = await tx.deletedItem.findMany({ where: { ...old, kind: 'document' }, select: { content: true } })
  await tx.deletedItem.deleteMany({ where: old })
  const rows = documents
    .flatMap(({ content }) => content as unknown as Bundle[])
    .filter(isVersions)
    .flatMap((bundle) => bundle.rows)
    // What came with a template is the template's, and other projects'.
    .filter((row) => !row.stored_id)
  const ids = rows.map(({ id }) => String(id))
  // A report that is published with it goes on having it.
  const kept = await filesOfReports(tx, municipalityId, ids)
  return ids.filter((id) => !kept.has(id)).map((id) => documentKey(municipalityId, id))
}

const isVersions = ({ table }: Bundle) => table === 'document_version'

/** Only when the rows are gone for certain. Bytes that cannot be removed are no reason to refuse what was asked for. */
async function deleteFiles(keys: string[]): Promise<void> {
  for (const key of keys) await deleteFile(key).catch((error: unknown) => logFault(error, { key }))
}
