import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { addItem, makeItems, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { sampleLesson } from '@/lib/testing/sample'
import { itemKinds, items } from './kinds'
import { itemList, itemPage, itemsPerPage, newItemPage } from './queries'

describe('the list of a kind', () => {
  test('is read page by page, and a page too far is the last', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const own = { municipalityId: project.municipalityId, projectId: project.id }
    const dueOn = (day: number) => new Date(Date.UTC(2027, 0, day))
    const days = Array.from({ length: itemsPerPage + 2 }, (_, index) => index + 1)
    await owner().task.createMany({ data: days.map((day) => ({ ...own, title: `Dag ${day}`, dueOn: dueOn(day) })).reverse() })
    const page = async (number: number) => itemList(kari, { projectId: project.id, kind: 'task', page: number })
    const [first, last, beyond] = [await page(1), await page(2), await page(9)]
    expect(first).toMatchObject({ total: days.length, page: 1, pageCount: 2, may: { change: true } })
    expect(first?.rows.map(({ values }) => values.title)).toEqual(days.slice(0, itemsPerPage).map((day) => `Dag ${day}`))
    expect(last?.rows.map(({ values }) => values.title)).toEqual([`Dag ${itemsPerPage + 1}`, `Dag ${itemsPerPage + 2}`])
    expect(beyond).toEqual(last)
    const steps = await itemList(kari, { projectId: project.id, kind: 'step', page: 1 })
    expect(steps).toMatchObject({ rows: [], total: 0, pageCount: 1 })
  })

  test('has what is to be done before what is done, and the soonest first', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    for (const [title, dueOn, isDone] of [
      ['Gjort', '2026-01-01', 'on'],
      ['Senere', '2027-02-01', ''],
      ['Snart', '2027-01-01', ''],
    ] as const)
      await addItem(kari, project, 'task', { title, dueOn, isDone })
    const tasks = await itemList(kari, { projectId: project.id, kind: 'task', page: 1 })
    expect(tasks?.rows.map(({ values }) => values.title)).toEqual(['Snart', 'Senere', 'Gjort'])
  })

  test('offers the colleagues at work in alphabetical order, and the phases of the project', async () => {
    const kari = await makeStaff({ name: 'Kari Nordmann' })
    const municipality = kari.municipality
    for (const name of ['Åse Aas', 'Øyvind Bø', 'Anne Li']) await makeStaff({ name, municipality })
    const left = await makeStaff({ name: 'Bo Borte', municipality })
    await owner().person.update({ where: { id: left.personId }, data: { status: 'deactivated' } })
    await makeStaff({ name: 'Fremmed' })
    const project = await makeProject(kari)
    const list = await itemList(kari, { projectId: project.id, kind: 'task', page: 1 })
    expect(list?.choices.people.map(({ name }) => name)).toEqual(['Anne Li', 'Kari Nordmann', 'Øyvind Bø', 'Åse Aas'])
    expect(list?.choices.phases.map(({ id }) => id)).toEqual(project.phases.map(({ id }) => id))
  })
})

describe.each(itemKinds)('the items of a shared project: %s', (kind) => {
  test('are read by others without people, history and what is kept inside', async () => {
    const [kari, stranger] = [await makeStaff(), await makeStaff()]
    const project = await makeProject(kari, { visibility: 'open', lessons: [sampleLesson] })
    await makeItems(kari, project)
    const { id } = await addItem(kari, project, kind, kind === 'lesson' ? { visibility: 'open' } : {})
    for (const actor of [stranger, visitor]) {
      const page = await itemPage(actor, { projectId: project.id, kind, id })
      const list = await itemList(actor, { projectId: project.id, kind, page: 1 })
      expect(await newItemPage(actor, { projectId: project.id, kind, under: null, from: null })).toBeNull()
      if (items[kind].isInside) {
        expect([page, list]).toEqual([null, null])
        continue
      }
      expect(page).toMatchObject({ id, history: [], choices: { people: [] }, may: { change: false } })
      expect(page?.under.filter((one) => items[one.kind].isInside)).toEqual([])
      expect(list?.rows.map((row) => row.id)).toContain(id)
      expect(list).toMatchObject({ choices: { people: [] }, may: { change: false } })
    }
  })
})

describe('the page of an item', () => {
  test('tells what it lies under, outwards, and what lies under it', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const measurement = await addItem(kari, project, 'measurement')
    const at = { projectId: project.id }
    const page = await itemPage(kari, { ...at, kind: 'measurement', id: measurement.id })
    expect(page?.above.map(({ kind }) => kind)).toEqual(['indicator', 'benefit', 'change'])
    const change = await itemPage(kari, { ...at, kind: 'change', id: page?.above[2]?.id ?? '' })
    expect(change?.under.map(({ kind, rows }) => [kind, rows.length])).toEqual([['benefit', 1]])
    const counts = (['benefit', 'indicator', 'measurement'] as const).map((kind) => ({ kind, count: 1 }))
    expect(change?.followers).toEqual(counts)
    const indicator = await itemPage(kari, { ...at, kind: 'indicator', id: measurement.under })
    expect(indicator?.under[0]?.rows.map(({ id }) => id)).toEqual([measurement.id])
  })

  test('is not there for what is not, or is of another kind', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const { id } = await addItem(kari, project, 'task')
    expect(await itemPage(kari, { projectId: project.id, kind: 'task', id: newId() })).toBeNull()
    expect(await itemPage(kari, { projectId: project.id, kind: 'milestone', id })).toBeNull()
    expect(await itemPage(kari, { projectId: newId(), kind: 'task', id })).toBeNull()
    expect(await itemList(kari, { projectId: newId(), kind: 'task', page: 1 })).toBeNull()
  })
})

describe('the form of a new item', () => {
  test('is for those who run the project, and needs what the item is to lie under', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const colleague = await makeStaff({ municipality: kari.municipality })
    const task = await addItem(kari, project, 'task')
    const elsewhere = await addItem(kari, await makeProject(kari), 'task')
    const form = (under: string | null, actor = kari) =>
      newItemPage(actor, { projectId: project.id, kind: 'step', under, from: null })
    expect(await form(task.id)).toMatchObject({ above: [{ kind: 'task', id: task.id }] })
    for (const under of [null, elsewhere.id, newId()]) expect(await form(under)).toBeNull()
    expect(await form(task.id, colleague)).toBeNull()
    expect(await newItemPage(kari, { projectId: project.id, kind: 'task', under: null, from: null })).toMatchObject({ above: [] })
  })

  test('of a lesson may begin with an entry of the log of the same project', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    const entry = await addItem(kari, project, 'log')
    const form = (from: string, projectId = project.id) => newItemPage(kari, { projectId, kind: 'lesson', under: null, from })
    expect((await form(entry.id))?.from).toMatchObject({ id: entry.id, values: { text: 'Testmiljøet var nede' } })
    expect((await form(entry.id, (await makeProject(kari)).id))?.from).toBeNull()
  })
})
