import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import {
  addItem,
  makeAdvisor,
  makeItems,
  makeLesson,
  makeProject,
  makeStaff,
  owner,
  type TestProject,
} from '@/lib/testing/builders'
import { type ItemKind, itemKinds, items } from '../kinds'
import { itemPage } from '../queries'
import { deleteItem, restoreItem } from './commands'

const notFound = { reason: 'not-found' }
const forbidden = { reason: 'forbidden' }
const conflict = { reason: 'conflict' }

/** A project with something of every kind. */
async function furnished() {
  const kari = await makeStaff()
  const project = await makeProject(kari)
  await makeItems(kari, project)
  await makeLesson(kari, project)
  return { kari, project }
}

const tables = [
  ...new Set(Object.values(items).flatMap(({ table, followers = [] }) => [table, ...followers.map((one) => one.table)])),
].sort()

interface Line {
  name: string
  rows: { id: string; version: number }[]
}

/** Every row of every table that items and what follows them lie in. */
async function stored(project: TestProject): Promise<Map<string, Line['rows']>> {
  const lines = tables.map(
    (table) =>
      `SELECT '${table}' AS name, coalesce(jsonb_agg(to_jsonb(t) ORDER BY id), '[]') AS rows FROM "${table}" t WHERE municipality_id = $1::uuid`,
  )
  const found = await owner().$queryRawUnsafe<Line[]>(lines.join(' UNION ALL '), project.municipalityId)
  return new Map(found.map(({ name, rows }) => [name, rows]))
}

const trail = (project: TestProject) =>
  owner().auditEvent.findMany({ where: { projectId: project.id, action: { not: 'item.create' } }, orderBy: { at: 'asc' } })

/** What goes and comes back with an item of each kind, beside itself. */
const goesAlong: { [Kind in ItemKind]?: string[] } = {
  uncertainty: ['uncertainty_action', 'uncertainty_assessment'],
  change: ['benefit', 'indicator', 'measurement'],
  benefit: ['indicator', 'measurement'],
  indicator: ['measurement'],
  milestone: ['plan_link'],
  deliverable: ['plan_link'],
  task: ['task_step'],
  document: ['document_version'],
}

/** The item of a kind that the most follows. */
async function oneOf(kari: Staff, project: TestProject, kind: ItemKind) {
  if (kind === 'uncertainty') return { id: (await addItem(kari, project, 'action')).under, version: 1 }
  const linked = await owner().planLink.findFirstOrThrow({ where: { projectId: project.id } })
  if (kind === 'milestone') return { id: String(linked.fromMilestoneId), version: 1 }
  if (kind === 'deliverable') return { id: String(linked.toDeliverableId), version: 1 }
  const [row] = (await stored(project)).get(items[kind].table) ?? []
  return { id: String(row?.id), version: Number(row?.version) }
}

describe.each(itemKinds)('an item: %s', (kind) => {
  test('is deleted with what follows it, and put back as it was', async () => {
    const { kari, project } = await furnished()
    const { id, version } = await oneOf(kari, project, kind)
    const before = await stored(project)
    const page = await itemPage(kari, { projectId: project.id, kind, id })
    const title = String(page?.values[items[kind].title])

    const { deletedId, under } = await deleteItem(kari, { projectId: project.id, kind, id, version })
    expect(under).toBe(page?.above[0]?.id ?? null)
    expect(await itemPage(kari, { projectId: project.id, kind, id })).toBeNull()
    const after = await stored(project)
    const fewer = tables.filter((table) => after.get(table)?.length !== before.get(table)?.length)
    expect(fewer).toEqual([items[kind].table, ...(goesAlong[kind] ?? [])].sort())
    expect(page?.followers.map((follower) => items[follower.kind].table)).toEqual(
      (goesAlong[kind] ?? []).filter((table) => itemKinds.some((one) => items[one].table === table)),
    )
    const kept = await owner().deletedItem.findUniqueOrThrow({ where: { id: deletedId } })
    const own = { municipalityId: project.municipalityId, projectId: project.id }
    expect(kept).toMatchObject({ ...own, kind, subjectId: id, title, deletedBy: kari.personId })

    expect(await restoreItem(kari, { projectId: project.id, deletedId })).toEqual({ kind })
    expect(await stored(project)).toEqual(before)
    expect(await owner().deletedItem.count({ where: { id: deletedId } })).toBe(0)
    const event = { ...own, actorId: kari.personId, subjectType: kind, subjectId: id, detail: { title } }
    expect(await trail(project)).toMatchObject([
      { ...event, action: 'item.delete' },
      { ...event, action: 'item.restore' },
    ])
  })

  test('is deleted and put back only by those who run the project', async () => {
    const { kari, project } = await furnished()
    const { id, version } = await oneOf(kari, project, kind)
    const at = { projectId: project.id, kind, id, version }
    const stranger = await makeStaff({ roles: ['member', 'portfolio_manager', 'municipality_admin'] })
    const colleague = await makeStaff({ municipality: kari.municipality, roles: ['member', 'portfolio_reader'] })
    const manager = await makeStaff({ municipality: kari.municipality, roles: ['portfolio_manager'] })
    const before = await stored(project)
    for (const actor of [stranger, await makeAdvisor(), visitor])
      await expect(deleteItem(actor, at)).rejects.toMatchObject(notFound)
    await expect(deleteItem(colleague, at)).rejects.toMatchObject(forbidden)
    expect(await stored(project)).toEqual(before)

    const { deletedId } = await deleteItem(manager, at)
    const between = await stored(project)
    const kept = { projectId: project.id, deletedId }
    await expect(restoreItem(stranger, kept)).rejects.toMatchObject(notFound)
    await expect(restoreItem(stranger, { ...kept, projectId: (await makeProject(stranger)).id })).rejects.toMatchObject(notFound)
    await expect(restoreItem(colleague, kept)).rejects.toMatchObject(forbidden)
    expect(await stored(project)).toEqual(between)
    await restoreItem(manager, kept)
    expect(await stored(project)).toEqual(before)
    expect((await trail(project)).map(({ action }) => action)).toEqual(['item.delete', 'item.restore'])
  })
})

describe('deleting', () => {
  test('what somebody changed in the meantime, or what lies in another project, is refused', async () => {
    const { kari, project } = await furnished()
    const { id } = await oneOf(kari, project, 'task')
    const before = await stored(project)
    const at = { projectId: project.id, kind: 'task', id, version: 1 } as const
    await expect(deleteItem(kari, { ...at, version: 2 })).rejects.toMatchObject(conflict)
    await expect(deleteItem(kari, { ...at, projectId: (await makeProject(kari)).id })).rejects.toMatchObject(notFound)
    await expect(deleteItem(kari, { ...at, kind: 'milestone' })).rejects.toMatchObject(notFound)
    const mine = await stored(project)
    expect(mine.get('task')).toEqual(before.get('task'))
    expect(await trail(project)).toEqual([])
  })

  test('that cannot be told of does not happen', async () => {
    const { kari, project } = await furnished()
    const { id } = await oneOf(kari, project, 'task')
    const before = await stored(project)
    const silence = `ALTER TABLE audit_event ADD CONSTRAINT silent CHECK (action <> 'item.delete') NOT VALID`
    await owner().$executeRawUnsafe(silence)
    try {
      await expect(deleteItem(kari, { projectId: project.id, kind: 'task', id, version: 1 })).rejects.toThrow(/silent/)
    } finally {
      await owner().$executeRawUnsafe('ALTER TABLE audit_event DROP CONSTRAINT silent')
    }
    expect(await stored(project)).toEqual(before)
    expect(await owner().deletedItem.count({ where: { subjectId: id } })).toBe(0)
  })

  test('an entry of the log leaves the lesson made from it', async () => {
    const { kari, project } = await furnished()
    const { id } = await oneOf(kari, project, 'log')
    await owner().lesson.updateMany({ where: { projectId: project.id }, data: { logEntryId: id } })
    await deleteItem(kari, { projectId: project.id, kind: 'log', id, version: 1 })
    expect(await owner().lesson.findMany({ where: { projectId: project.id } })).toMatchObject([{ logEntryId: null }])
  })

  test('a lesson people were told of can be deleted: the news goes with it', async () => {
    const { kari, project } = await furnished()
    const { id } = await oneOf(kari, project, 'lesson')
    await owner().newsItem.create({ data: { kind: 'lesson_shared', lessonId: id, municipalityId: kari.municipality.id } })
    await deleteItem(kari, { projectId: project.id, kind: 'lesson', id, version: 1 })
    expect(await owner().newsItem.count({ where: { lessonId: id } })).toBe(0)
  })

  test('takes along everything in the database that points at the item', async () => {
    const pointers = await owner().$queryRawUnsafe<{ child: string; parent: string }[]>(
      `SELECT DISTINCT conrelid::regclass::text AS child, confrelid::regclass::text AS parent FROM pg_constraint
       WHERE contype = 'f' AND trim('"' FROM confrelid::regclass::text) = ANY ($1::text[]) ORDER BY 1`,
      itemKinds.map((kind) => items[kind].table),
    )
    const isTaken = ({ child, parent }: { child: string; parent: string }) =>
      Object.values(items).some(({ table, followers }) => table === parent && followers?.some((one) => one.table === child))
    const others = pointers.map(({ child, parent }) => ({ child: child.replaceAll('"', ''), parent: parent.replaceAll('"', '') }))
    // A lesson loses its entry, is made unfindable, is an example in no guide, and nobody is told of it any more.
    expect(others.filter((one) => !isTaken(one))).toEqual([
      { child: 'collection_item', parent: 'lesson' },
      { child: 'lesson', parent: 'log_entry' },
      { child: 'news_item', parent: 'lesson' },
      { child: 'search_document', parent: 'lesson' },
    ])
  })
})

describe('putting back', () => {
  /** Somebody who has deleted an item. */
  async function deleted(kind: ItemKind) {
    const { kari, project } = await furnished()
    const { id, version } = await oneOf(kari, project, kind)
    const row = (await stored(project)).get(items[kind].table)?.find((one) => one.id === id) as Record<string, unknown>
    const { deletedId, under } = await deleteItem(kari, { projectId: project.id, kind, id, version })
    return { kari, project, id, row, under: under ?? '', kept: { projectId: project.id, deletedId } }
  }

  /** Is refused, and nothing is changed. */
  async function refused({ kari, project, kept }: Awaited<ReturnType<typeof deleted>>, how: object) {
    const before = [await stored(project), await trail(project), await owner().deletedItem.findMany({ orderBy: { id: 'asc' } })]
    await expect(restoreItem(kari, kept)).rejects.toMatchObject(how)
    expect([await stored(project), await trail(project), await owner().deletedItem.findMany({ orderBy: { id: 'asc' } })]).toEqual(
      before,
    )
  }

  test.each(['step', 'action', 'measurement', 'indicator', 'benefit'] as const)(
    'a %s is refused when what it lay under is gone, until that is back',
    async (kind) => {
      const gone = await deleted(kind)
      const { kari, project, under } = gone
      const parent = { projectId: project.id, kind: items[kind].under?.kind as ItemKind, id: under, version: 1 }
      const { deletedId } = await deleteItem(kari, parent)
      await refused(gone, conflict)
      await restoreItem(kari, { projectId: project.id, deletedId })
      expect(await restoreItem(kari, gone.kept)).toEqual({ kind })
    },
  )

  test('is refused after 30 days, and what is older is gone for good at the next deletion', async () => {
    const gone = await deleted('task')
    const { kari, project, kept } = gone
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
    const age = (days: number) =>
      owner().deletedItem.update({ where: { id: kept.deletedId }, data: { deletedAt: daysAgo(days) }, select: { id: true } })
    await age(30.01)
    await refused(gone, notFound)
    await age(29.99)
    const { deletedId } = await deleteItem(kari, { ...kept, kind: 'document', ...(await oneOf(kari, project, 'document')) })
    await restoreItem(kari, kept)
    expect(await owner().task.count({ where: { id: gone.id } })).toBe(1)
    await owner().deletedItem.update({ where: { id: deletedId }, data: { deletedAt: daysAgo(31) } })
    await deleteItem(kari, { projectId: project.id, kind: 'task', id: gone.id, version: 1 })
    expect(await owner().deletedItem.count({ where: { id: deletedId } })).toBe(0)
  })

  test('is done once, and in the project it was deleted from', async () => {
    const gone = await deleted('stakeholder')
    const { kari, kept } = gone
    const other = await makeProject(kari)
    await expect(restoreItem(kari, { ...kept, projectId: other.id })).rejects.toMatchObject(notFound)
    await restoreItem(kari, kept)
    await refused(gone, notFound)
  })

  test('a year is refused when it is taken', async () => {
    const gone = await deleted('budget')
    await addItem(gone.kari, gone.project, 'budget', { year: String(gone.row.year) })
    await refused(gone, conflict)
  })

  test('a measurement is refused when its day is taken', async () => {
    const gone = await deleted('measurement')
    await addItem(gone.kari, gone.project, 'measurement', { measuredOn: String(gone.row.measured_on) }, gone.under)
    await refused(gone, conflict)
  })

  test('an item of a checklist comes last when its place is taken', async () => {
    const gone = await deleted('checklist')
    const projectPhaseId = String(gone.row.project_phase_id)
    const { id } = await addItem(gone.kari, gone.project, 'checklist', { projectPhaseId })
    await owner().checklistItem.update({ where: { id }, data: { position: Number(gone.row.position) }, select: { id: true } })
    await restoreItem(gone.kari, gone.kept)
    const inPhase = await owner().checklistItem.findMany({ where: { projectPhaseId }, orderBy: { position: 'asc' } })
    expect(inPhase.at(-1)?.id).toBe(gone.id)
  })

  test('a milestone comes without a link that would make the plan wait for itself', async () => {
    const { kari, project, kept, id } = await deleted('milestone')
    const content = (await owner().deletedItem.findUniqueOrThrow({ where: { id: kept.deletedId } })).content as {
      table: string
      rows: Record<string, unknown>[]
    }[]
    const link = content.find(({ table }) => table === 'plan_link')?.rows[0]
    const backwards = { ...link, id: newId(), from_milestone_id: null, to_deliverable_id: null }
    const both = [link, { ...backwards, from_deliverable_id: link?.to_deliverable_id, to_milestone_id: id }]
    const changed = content.map((bundle) => (bundle.table === 'plan_link' ? { ...bundle, rows: both } : bundle))
    await owner().deletedItem.update({ where: { id: kept.deletedId }, data: { content: changed as object[] } })
    await restoreItem(kari, kept)
    const links = await owner().planLink.findMany({ where: { projectId: project.id } })
    expect(links).toMatchObject([{ fromMilestoneId: id, toDeliverableId: link?.to_deliverable_id }])
  })

  test('a milestone comes without its links to what is gone', async () => {
    const gone = await deleted('milestone')
    const { kari, project, kept, id } = gone
    const deliverables = await owner().deliverable.findMany({ where: { projectId: project.id } })
    for (const one of deliverables) await deleteItem(kari, { ...kept, kind: 'deliverable', id: one.id, version: one.version })
    expect(await restoreItem(kari, kept)).toEqual({ kind: 'milestone' })
    expect(await owner().milestone.count({ where: { id } })).toBe(1)
    expect(await owner().planLink.count({ where: { projectId: project.id } })).toBe(0)
  })
})
