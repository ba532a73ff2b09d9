import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { addItem, itemSent, makeAdvisor, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { sampleItems } from '@/lib/testing/sample'
import { saveItem } from './commands'
import { inputName, typedValue } from './fields'
import { itemKinds, items } from './kinds'
import { itemPage } from './queries'

const notFound = { reason: 'not-found' }
const forbidden = { reason: 'forbidden' }

/** Somebody who runs a project. */
async function begun() {
  const kari = await makeStaff()
  return { kari, project: await makeProject(kari) }
}

const colleagueOf = (of: Awaited<ReturnType<typeof makeStaff>>, roles: Parameters<typeof makeStaff>[0] = {}) =>
  makeStaff({ name: 'Ola Hansen', municipality: of.municipality, ...roles })

/** Everything stored of a project's items and trail, as one line a table. */
function stored(project: TestProject): Promise<unknown[]> {
  const tables = [...new Set(itemKinds.map((kind) => items[kind].table)), 'audit_event', 'uncertainty_assessment', 'deleted_item']
  const lines = tables.map(
    (table) =>
      `SELECT '${table}' AS name, jsonb_agg(to_jsonb(t) ORDER BY id) AS rows FROM "${table}" t WHERE municipality_id = $1::uuid`,
  )
  return owner().$queryRawUnsafe(lines.join(' UNION ALL '), project.municipalityId)
}

const trail = (subjectId: string) => owner().auditEvent.findMany({ where: { subjectId }, orderBy: { at: 'asc' } })

describe.each(itemKinds)('an item: %s', (kind) => {
  const [first, then] = sampleItems[kind]
  const title = items[kind].title

  test('is added as it was typed, changed, and tells what was changed by whom', async () => {
    const { kari, project } = await begun()
    const ola = await colleagueOf(kari, { roles: ['member', 'portfolio_manager'] })
    const { id, under } = await addItem(kari, project, kind)
    const page = () => itemPage(kari, { projectId: project.id, kind, id })
    const sent = itemSent(kari, project, { kind, id, version: 1 })
    const added = await page()
    expect(added).toMatchObject({ id, kind, version: 1, values: sent.values, may: { change: true } })
    expect(Object.keys(added?.values ?? {})).toEqual(Object.keys(sent.values))
    expect(added?.above[0]?.id ?? '').toBe(under)
    expect(added?.history).toMatchObject([{ action: 'item.create', by: kari.name, changes: {} }])

    const changed = itemSent(kari, project, { kind, id, version: 1 }, then)
    expect(await saveItem(ola, changed)).toEqual({ id, under: under || null })
    const after = await page()
    expect(after).toMatchObject({ version: 2, values: changed.values })
    const differences = Object.keys(then).map((name) => [name, [sent.values[name], changed.values[name]]])
    expect(after?.history[0]).toMatchObject({ action: 'item.change', by: 'Ola Hansen' })
    expect(after?.history[0]?.changes).toEqual(Object.fromEntries(differences))
    expect(after?.history).toHaveLength(2)

    const { municipalityId } = project
    const about = { municipalityId, projectId: project.id, subjectType: kind }
    expect(await trail(id)).toMatchObject([
      { ...about, action: 'item.create', actorId: kari.personId, detail: { title: String(sent.values[title]) } },
      { ...about, action: 'item.change', actorId: ola.personId, detail: { title: String(changed.values[title]) } },
    ])
  })

  test('saved as it stands in its form is not changed', async () => {
    const { kari, project } = await begun()
    const { id } = await addItem(kari, project, kind)
    const page = await itemPage(kari, { projectId: project.id, kind, id })
    const typed = Object.fromEntries(items[kind].fields.map((field) => [field.name, typedValue(field, page?.values[field.name])]))
    const before = await stored(project)
    await saveItem(kari, itemSent(kari, project, { kind, id, version: 1 }, typed))
    expect(await stored(project)).toEqual(before)
  })

  test('is not there for those outside, nor theirs to change for those without a role', async () => {
    const { kari, project } = await begun()
    const { id, under } = await addItem(kari, project, kind)
    const stranger = await makeStaff({ roles: ['member', 'portfolio_manager', 'municipality_admin'] })
    const colleague = await colleagueOf(kari, { roles: ['member', 'portfolio_reader'] })
    const [add, change] = [itemSent(kari, project, { kind, under }), itemSent(kari, project, { kind, id, version: 1 }, then)]
    const before = await stored(project)
    for (const input of [add, change]) {
      for (const actor of [stranger, await makeAdvisor(), visitor])
        await expect(saveItem(actor, input)).rejects.toMatchObject(notFound)
      await expect(saveItem(colleague, input)).rejects.toMatchObject(forbidden)
    }
    for (const actor of [stranger, visitor]) expect(await itemPage(actor, { projectId: project.id, kind, id })).toBeNull()
    expect(await itemPage(colleague, { projectId: project.id, kind, id })).toMatchObject({ id, may: { change: false } })
    expect(await stored(project)).toEqual(before)
  })

  test('of another project is not reached through one’s own', async () => {
    const { kari, project } = await begun()
    const other = await makeProject(kari)
    const { id, under } = await addItem(kari, project, kind)
    const before = await stored(project)
    await expect(saveItem(kari, itemSent(kari, other, { kind, id, version: 1 }, then))).rejects.toMatchObject(notFound)
    if (under) {
      const elsewhere = itemSent(kari, other, { kind, under }, kind === 'measurement' ? { measuredOn: '2026-10-01' } : {})
      await expect(saveItem(kari, elsewhere)).rejects.toMatchObject(notFound)
      await expect(saveItem(kari, itemSent(kari, project, { kind, under: '' }))).rejects.toMatchObject(notFound)
    }
    expect(await itemPage(kari, { projectId: other.id, kind, id })).toBeNull()
    expect(await stored(project)).toEqual(before)
  })

  test('that two change at once keeps what the first saved, and shows it to the second', async () => {
    const { kari, project } = await begun()
    const ola = await colleagueOf(kari, { roles: ['member', 'municipality_admin'] })
    const { id } = await addItem(kari, project, kind)
    const changed = itemSent(kari, project, { kind, id, version: 1 }, then)
    await saveItem(ola, changed)
    const before = await stored(project)
    const { values } = changed
    const meanwhile = {
      version: 2,
      values: Object.fromEntries(items[kind].fields.map((field) => [inputName(field), typedValue(field, values[field.name])])),
      by: 'Ola Hansen',
      at: (await trail(id)).at(-1)?.at.toISOString(),
    }
    const mine = itemSent(kari, project, { kind, id, version: 1 }, first)
    await expect(saveItem(kari, mine)).rejects.toMatchObject({ name: 'Refusal', reason: 'conflict', meanwhile })
    expect(await stored(project)).toEqual(before)
    await saveItem(kari, { ...mine, version: 2 })
    expect(await itemPage(kari, { projectId: project.id, kind, id })).toMatchObject({ version: 3, values: mine.values })
  })
})

describe('an item', () => {
  test('saved by two in the same moment is saved by one of them', async () => {
    const { kari, project } = await begun()
    const { id } = await addItem(kari, project, 'stakeholder')
    const save = (title: string) => saveItem(kari, itemSent(kari, project, { kind: 'stakeholder', id, version: 1 }, { title }))
    const results = await Promise.allSettled(['Eldrerådet', 'Ungdomsrådet', 'Brukerrådet'].map(save))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ reason: 'conflict' })
    expect(await itemPage(kari, { projectId: project.id, kind: 'stakeholder', id })).toMatchObject({ version: 2 })
    expect(await trail(id)).toHaveLength(2)
  })

  test('is added by each who has a role in the project, whichever', async () => {
    const { kari, project } = await begun()
    for (const role of ['project_manager', 'project_owner', 'benefit_owner', 'project_support'] as const) {
      const member = await colleagueOf(kari)
      await expect(addItem(member, project, 'task')).rejects.toMatchObject(forbidden)
      const own = { municipalityId: project.municipalityId, projectId: project.id, personId: member.personId }
      await owner().projectMember.create({ data: { ...own, role } })
      await addItem(member, project, 'task')
    }
    expect(await owner().task.count({ where: { projectId: project.id } })).toBe(4)
  })

  test('of a project shared with others is read by them and changed by none of them', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari, { visibility: 'open' })
    const { id } = await addItem(kari, project, 'task')
    const stranger = await makeStaff({ roles: ['member', 'portfolio_manager'] })
    for (const actor of [stranger, visitor]) {
      await expect(saveItem(actor, itemSent(kari, project, { kind: 'task' }))).rejects.toMatchObject(forbidden)
      await expect(
        saveItem(actor, itemSent(kari, project, { kind: 'task', id, version: 1 }, { title: 'Vår' })),
      ).rejects.toMatchObject(forbidden)
    }
    expect(await owner().task.findMany({ where: { projectId: project.id } })).toMatchObject([{ title: 'Bestille møterom' }])
  })

  test('that cannot be told of is not saved', async () => {
    const { kari, project } = await begun()
    const { id } = await addItem(kari, project, 'stakeholder')
    const before = await stored(project)
    await owner().$executeRawUnsafe(
      `ALTER TABLE audit_event ADD CONSTRAINT silent CHECK (subject_type <> 'stakeholder') NOT VALID`,
    )
    try {
      const sent = itemSent(kari, project, { kind: 'stakeholder' })
      await expect(saveItem(kari, sent)).rejects.toThrow(/silent/)
      await expect(saveItem(kari, { ...sent, id, version: 1, values: { ...sent.values, title: 'Nytt' } })).rejects.toThrow(
        /silent/,
      )
    } finally {
      await owner().$executeRawUnsafe('ALTER TABLE audit_event DROP CONSTRAINT silent')
    }
    expect(await stored(project)).toEqual(before)
  })
})
