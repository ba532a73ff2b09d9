import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { saveItem } from '@/lib/projects/items/commands'
import { deleteItem, restoreItem } from '@/lib/projects/items/deletion/commands'
import { addItem, itemSent, makeAdvisor, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { eventsPerPage, projectHistory } from './queries'

describe('the history of a project', () => {
  test('tells what happened, by whom and from what to what, the latest first', async () => {
    const kari = await makeStaff()
    const ola = await makeStaff({ name: 'Ola Hansen', municipality: kari.municipality, roles: ['portfolio_manager'] })
    const project = await makeProject(kari)
    const task = await addItem(kari, project, 'task')
    await addItem(kari, await makeProject(kari), 'task', { title: 'I et annet prosjekt' })
    await saveItem(
      ola,
      itemSent(kari, project, { kind: 'task', id: task.id, version: 1 }, { title: 'Bestille sal', isDone: 'on' }),
    )
    await deleteItem(kari, { projectId: project.id, kind: 'task', id: task.id, version: 2 })
    const history = await projectHistory(kari, { projectId: project.id, page: 1 })
    const about = { subjectType: 'task', subjectId: task.id }
    expect(history?.events).toMatchObject([
      { ...about, action: 'item.delete', by: kari.name, title: 'Bestille sal', changes: {} },
      { ...about, action: 'item.change', by: 'Ola Hansen', title: 'Bestille sal' },
      { ...about, action: 'item.create', by: kari.name, title: 'Bestille møterom', changes: {} },
    ])
    expect(history?.events[1]?.changes).toEqual({ title: ['Bestille møterom', 'Bestille sal'], isDone: [false, true] })
    expect(history).toMatchObject({ page: 1, pageCount: 1, may: { change: true } })
  })

  test('is read by colleagues, who may not put back, and by nobody else, also where the project is shared', async () => {
    const kari = await makeStaff()
    const colleague = await makeStaff({ municipality: kari.municipality })
    const others = [await makeStaff({ roles: ['member', 'portfolio_manager'] }), await makeAdvisor(), visitor]
    for (const visibility of ['municipality', 'open'] as const) {
      const project = await makeProject(kari, { visibility })
      await addItem(kari, project, 'task')
      const at = { projectId: project.id, page: 1 }
      expect(await projectHistory(colleague, at)).toMatchObject({ events: [{ action: 'item.create' }], may: { change: false } })
      for (const actor of others) expect(await projectHistory(actor, at)).toBeNull()
    }
    expect(await projectHistory(kari, { projectId: newId(), page: 1 })).toBeNull()
  })

  test('names those who have left since', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Hansen' })]
    const project = await makeProject(kari)
    await addItem(kari, project, 'task')
    await owner().person.update({ where: { id: kari.personId }, data: { status: 'deactivated' } })
    const boss = await makeStaff({ municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
    const history = await projectHistory(boss, { projectId: project.id, page: 1 })
    expect(history?.events[0]).toMatchObject({ action: 'item.create', by: kari.name })
    expect(await projectHistory(ola, { projectId: project.id, page: 1 })).toBeNull()
  })

  test('names those who have left in what was changed from and to', async () => {
    const kari = await makeStaff()
    const ola = await makeStaff({ name: 'Ola Hansen', municipality: kari.municipality, roles: ['portfolio_manager'] })
    const project = await makeProject(kari)
    const task = await addItem(ola, project, 'task')
    const at = { kind: 'task', id: task.id, version: 1 } as const
    await saveItem(kari, itemSent(kari, project, at, { title: 'Bestille møterom', ownerId: ola.personId }))
    await owner().person.update({ where: { id: ola.personId }, data: { status: 'deactivated' }, select: { id: true } })
    const history = await projectHistory(kari, { projectId: project.id, page: 1 })
    expect(history?.events).toMatchObject([{ action: 'item.change' }, { action: 'item.create', by: 'Ola Hansen' }])
    expect(history?.choices.people).toContainEqual({ id: ola.personId, name: 'Ola Hansen' })
  })

  test('is read page by page, and a page too far is the last', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const [total, first] = [eventsPerPage + 3, Date.UTC(2026, 9, 1)]
    await owner().auditEvent.createMany({
      data: Array.from({ length: total }, (_, index) => ({
        ...{ municipalityId: project.municipalityId, projectId: project.id, actorId: kari.personId, action: 'item.change' },
        ...{ subjectType: 'task', subjectId: newId(), detail: { title: `Nr. ${index}` }, at: new Date(first + index * 60_000) },
      })),
    })
    const page = (number: number) => projectHistory(kari, { projectId: project.id, page: number })
    const titles = async (number: number) => (await page(number))?.events.map(({ title }) => title)
    expect(await page(1)).toMatchObject({ page: 1, pageCount: 2 })
    expect((await titles(1))?.[0]).toBe(`Nr. ${total - 1}`)
    expect(await titles(1)).toHaveLength(eventsPerPage)
    expect(await titles(2)).toEqual(['Nr. 2', 'Nr. 1', 'Nr. 0'])
    expect(await page(7)).toMatchObject({ page: 2 })
  })
})

describe('what was deleted', () => {
  test('is listed for 30 days, the latest first, until it is put back', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const remove = async (title: string, daysAgo: number) => {
      const { id } = await addItem(kari, project, 'stakeholder', { title })
      const { deletedId } = await deleteItem(kari, { projectId: project.id, kind: 'stakeholder', id, version: 1 })
      const deletedAt = new Date(Date.now() - daysAgo * 86_400_000)
      await owner().deletedItem.update({ where: { id: deletedId }, data: { deletedAt }, select: { id: true } })
      return deletedId
    }
    const eldest = await remove('Eldrerådet', 29.9)
    await remove('Ungdomsrådet', 2)
    await remove('Velforeningen', 30.1)
    const other = await makeProject(kari)
    await addItem(kari, other, 'stakeholder')
    const listed = async () => (await projectHistory(kari, { projectId: project.id, page: 1 }))?.deleted ?? []
    expect((await listed()).map(({ title }) => title)).toEqual(['Ungdomsrådet', 'Eldrerådet'])
    expect((await listed())[1]).toMatchObject({ id: eldest, kind: 'stakeholder', by: kari.name })
    expect((await projectHistory(kari, { projectId: other.id, page: 1 }))?.deleted).toEqual([])
    await restoreItem(kari, { projectId: project.id, deletedId: eldest })
    expect((await listed()).map(({ title }) => title)).toEqual(['Ungdomsrådet'])
  })
})
