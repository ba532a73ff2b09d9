import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { isUuid, newId } from '@/lib/platform/ids'
import { day } from '@/lib/platform/input'
import { refuseUnless } from '@/lib/platform/refusal'
import { moveLessons } from '@/lib/projects/indexing/commands'
import { mayManagePortfolio } from '../policy'
import type { BulkInput } from './input'
import { changesTo, valuesNow } from './queries'
import { type BulkChange, type BulkFieldName, bulkFields, byValue, undoable } from './rules'

/** Changes one field of many own projects in one transaction. Each project's history tells of it, and it can be undone as one. */
export function changeMany(actor: Actor, input: BulkInput): Promise<{ count: number }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayManagePortfolio(actor), 'forbidden')
    const value = input.value || null
    await requireValue(tx, actor, input.field, value)
    const ids = await lockOwn(tx, actor, input.ids)
    const changes = await changesTo(tx, input.field, ids, value)
    await write(tx, actor, input.field, changes)
    const eventId = newId()
    await audit(tx, actor, {
      action: 'portfolio.change-many',
      subjectType: 'portfolio',
      subjectId: eventId,
      detail: { field: input.field, changes: changes as unknown as Prisma.InputJsonArray },
    })
    await auditEach(tx, actor, input.field, changes)
    return { count: changes.length }
  })
}

/** Undoes a change of many: puts back what nobody has changed since. Refuses with `conflict` what has been undone already. */
export function undoMany(actor: Actor, { eventId }: { eventId: string }): Promise<{ count: number }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayManagePortfolio(actor), 'forbidden')
    const event = await tx.auditEvent.findFirst({
      where: { subjectId: eventId, municipalityId: actor.municipality.id, action: 'portfolio.change-many' },
      select: { detail: true },
    })
    refuseUnless(event, 'not-found')
    refuseUnless((await tx.auditEvent.count({ where: { subjectId: eventId, action: 'portfolio.undo-many' } })) === 0, 'conflict')
    const { field, changes } = event.detail as unknown as { field: BulkFieldName; changes: BulkChange[] }
    const ids = await lockOwn(
      tx,
      actor,
      changes.map(([id]) => id),
    )
    const back = undoable(changes, await valuesNow(tx, field, ids))
    await write(tx, actor, field, back)
    await audit(tx, actor, {
      action: 'portfolio.undo-many',
      subjectType: 'portfolio',
      subjectId: eventId,
      detail: { field, count: back.length },
    })
    await auditEach(tx, actor, field, back)
    return { count: back.length }
  })
}

async function requireValue(tx: Tx, actor: Staff, field: BulkFieldName, value: string | null): Promise<void> {
  const known = bulkFields.find(({ name }) => name === field)
  const municipalityId = actor.municipality.id
  const isEmptyFine = field === 'endOn' || field === 'programmeId'
  refuseUnless(value !== null || isEmptyFine, 'not-found', { value: 'errors.required' })
  if (value === null) return
  if (known?.choices) refuseUnless(known.choices.includes(value), 'not-found', { value: 'errors.unknown' })
  if (field === 'endOn') refuseUnless(day.safeParse(value).success, 'not-found', { value: 'errors.date' })
  if (field === 'themeCode')
    refuseUnless(await tx.theme.count({ where: { code: value } }), 'not-found', { value: 'errors.unknown' })
  if (field === 'managerId' || field === 'programmeId') refuseUnless(isUuid(value), 'not-found', { value: 'errors.unknown' })
  if (field === 'managerId')
    refuseUnless(
      await tx.person.count({ where: { id: value, municipalityId, status: 'active', homePersonId: null } }),
      'not-found',
      {
        value: 'errors.unknown',
      },
    )
  if (field === 'programmeId')
    refuseUnless(await tx.programme.count({ where: { id: value, municipalityId } }), 'not-found', { value: 'errors.unknown' })
}

/** The own among the given projects, held until the transaction ends. */
async function lockOwn(tx: Tx, actor: Staff, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM project WHERE municipality_id = ${actor.municipality.id}::uuid AND id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`
  return rows.map(({ id }) => id)
}

async function write(tx: Tx, actor: Staff, field: BulkFieldName, changes: BulkChange[]): Promise<void> {
  for (const [value, ids] of byValue(changes)) await writeOne(tx, actor, field, value, ids)
}

async function writeOne(tx: Tx, actor: Staff, field: BulkFieldName, value: string | null, ids: string[]): Promise<void> {
  const own = Prisma.sql`municipality_id = ${actor.municipality.id}::uuid AND id = ANY (${ids}::uuid[])`
  const set = (column: Prisma.Sql) =>
    tx.$executeRaw`UPDATE project SET ${column}, version = version + 1, updated_at = now() WHERE ${own}`
  switch (field) {
    case 'lifecycle':
      await set(Prisma.sql`lifecycle = ${value}::lifecycle`)
      return
    case 'type':
      await set(Prisma.sql`type = ${value}::project_type`)
      return
    case 'endOn':
      // Never before the start, also when it is put back after the start was moved.
      await set(Prisma.sql`end_on = CASE WHEN ${value}::text::date < start_on THEN end_on ELSE ${value}::text::date END`)
      return
    case 'themeCode':
      await set(Prisma.sql`theme_code = ${value}`)
      await tx.searchDocument.updateMany({ where: { projectId: { in: ids } }, data: { themeCode: value } })
      if (value) await moveLessons(tx, ids, value)
      return
    case 'managerId':
      await replaceManagers(tx, actor, idsIn(value), ids)
      return
    case 'programmeId':
      await replaceProgrammes(tx, actor, idsIn(value), ids)
  }
}

const idsIn = (value: string | null) => value?.split(',') ?? []

async function replaceManagers(tx: Tx, actor: Staff, people: string[], ids: string[]): Promise<void> {
  const municipalityId = actor.municipality.id
  const role = 'project_manager' as const
  // Whoever has moved to another municipality since does not come back with an undo.
  const here = await tx.person.findMany({ where: { id: { in: people }, municipalityId }, select: { id: true } })
  await tx.projectMember.deleteMany({ where: { projectId: { in: ids }, role } })
  await tx.projectMember.createMany({
    data: ids.flatMap((projectId) => here.map(({ id: personId }) => ({ municipalityId, projectId, personId, role }))),
  })
}

async function replaceProgrammes(tx: Tx, actor: Staff, programmes: string[], ids: string[]): Promise<void> {
  const municipalityId = actor.municipality.id
  const there = await tx.programme.findMany({ where: { id: { in: programmes }, municipalityId }, select: { id: true } })
  await tx.programmeProject.deleteMany({ where: { municipalityId, projectId: { in: ids } } })
  await tx.programmeProject.createMany({
    data: ids.flatMap((projectId) =>
      there.map(({ id: programmeId }) => ({ municipalityId, programmeId, projectMunicipalityId: municipalityId, projectId })),
    ),
  })
}

/** The history of each project tells of it too. */
async function auditEach(tx: Tx, actor: Staff, field: BulkFieldName, changes: BulkChange[]): Promise<void> {
  await tx.auditEvent.createMany({
    data: changes.map(([projectId, before, after]) => ({
      municipalityId: actor.municipality.id,
      actorId: actor.personId,
      action: 'project.change',
      subjectType: 'project',
      subjectId: projectId,
      projectId,
      detail: { changes: { [field]: [before, after] } },
    })),
  })
}
