import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { addressOf, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { projectList } from '../lists/columns'
import { hitIds } from '../lists/queries'
import type { BulkQuery } from './input'
import { type BulkChange, type BulkFieldName, plannedChanges } from './rules'

const mostShown = 200

/** What would change, project by project; the first two hundred by name. */
export async function bulkPreview(actor: Staff, query: BulkQuery) {
  const ids = query.alle
    ? await hitIds(actor, 'prosjekter', listQuery(projectList, addressOf(new URLSearchParams(query.sporring))))
    : query.id
  return read(actor, async (tx) => {
    const own = await ownProjects(tx, actor, ids)
    const changes = query.felt ? await changesTo(tx, query.felt, [...own.keys()], query.verdi || null) : []
    return {
      ids: [...own.keys()],
      titles: own,
      changes: changes.slice(0, mostShown),
      changeCount: changes.length,
      people: await tx.person.findMany({
        where: { municipalityId: actor.municipality.id, status: 'active', homePersonId: null },
        orderBy: { name: 'asc' },
        take: 2000,
        select: { id: true, name: true },
      }),
      programmes: await tx.programme.findMany({
        where: { municipalityId: actor.municipality.id },
        orderBy: { title: 'asc' },
        take: 500,
        select: { id: true, title: true },
      }),
      themes: await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } }),
      recent: await recentChanges(tx, actor),
    }
  })
}

async function ownProjects(tx: Tx, actor: Staff, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.project.findMany({
    where: { municipalityId: actor.municipality.id, id: { in: ids } },
    orderBy: { number: 'asc' },
    select: { id: true, title: true },
  })
  return new Map(rows.map(({ id, title }) => [id, title]))
}

const columns: Record<Exclude<BulkFieldName, 'managerId' | 'programmeId'>, Prisma.Sql> = {
  lifecycle: Prisma.sql`p.lifecycle::text`,
  themeCode: Prisma.sql`p.theme_code`,
  type: Prisma.sql`p.type::text`,
  endOn: Prisma.sql`p.end_on::text`,
}

/** What would change of the given projects. One that starts after its new end would be untrue: it keeps the end it has. */
export async function changesTo(tx: Tx, field: BulkFieldName, ids: string[], value: string | null): Promise<BulkChange[]> {
  const before = await valuesNow(tx, field, ids)
  if (field !== 'endOn' || value === null) return plannedChanges(before, value)
  const late = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM project WHERE id = ANY (${ids}::uuid[]) AND start_on::text > ${value}`
  for (const { id } of late) before.delete(id)
  return plannedChanges(before, value)
}

/** The value of a field for each of the given projects. Several managers or programmes stand after each other, so that none is lost. */
export async function valuesNow(tx: Tx, field: BulkFieldName, ids: string[]): Promise<Map<string, string | null>> {
  const value =
    field === 'managerId'
      ? Prisma.sql`(SELECT string_agg(m.person_id::text, ',' ORDER BY m.person_id) FROM project_member m
          WHERE m.project_id = p.id AND m.role = 'project_manager')`
      : field === 'programmeId'
        ? Prisma.sql`(SELECT string_agg(pp.programme_id::text, ',' ORDER BY pp.programme_id) FROM programme_project pp WHERE pp.project_id = p.id)`
        : columns[field]
  const rows = await tx.$queryRaw<{ id: string; value: string | null }[]>`
    SELECT p.id, ${value} AS value FROM project p WHERE p.id = ANY (${ids}::uuid[]) ORDER BY p.number, p.id`
  return new Map(rows.map((row) => [row.id, row.value]))
}

export interface RecentChange {
  id: string
  at: string
  field: BulkFieldName
  count: number
  isUndone: boolean
}

/** The latest changes of many at once, for undoing. */
async function recentChanges(tx: Tx, actor: Staff): Promise<RecentChange[]> {
  const events = await tx.auditEvent.findMany({
    where: { municipalityId: actor.municipality.id, action: 'portfolio.change-many' },
    orderBy: { at: 'desc' },
    take: 5,
    select: { subjectId: true, at: true, detail: true },
  })
  const undone = await tx.auditEvent.findMany({
    where: { action: 'portfolio.undo-many', subjectId: { in: events.map(({ subjectId }) => subjectId) } },
    select: { subjectId: true },
  })
  return events.map(({ subjectId: id, at, detail }) => {
    const { field, changes } = detail as unknown as { field: BulkFieldName; changes: BulkChange[] }
    return { id, at: at.toISOString(), field, count: changes.length, isUndone: undone.some(({ subjectId }) => subjectId === id) }
  })
}
