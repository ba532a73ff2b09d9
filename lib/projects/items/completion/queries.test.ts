import { beforeEach, describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { addItem, itemSent, makeCollaboration, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import type { Typed } from '@/lib/testing/sample'
import { saveItem } from '../commands'
import { type ItemKind, itemKinds, items } from '../kinds'

let kari: Staff
let project: TestProject

beforeEach(async () => {
  kari = await makeStaff()
  project = await makeProject(kari)
})

const add = (kind: ItemKind, typed: Typed = {}, actor = kari) => saveItem(actor, itemSent(kari, project, { kind }, typed))
const change = (kind: ItemKind, { id, version = 1 }: { id: string; version?: number }, typed: Typed, actor = kari) =>
  saveItem(actor, itemSent(kari, project, { kind, id, version }, typed))
const events = () => owner().auditEvent.count({ where: { projectId: project.id } })

/** Somebody with a role in the project. */
async function member(role: 'project_support' | 'benefit_owner' | 'project_owner') {
  const person = await makeStaff({ municipality: kari.municipality })
  const own = { municipalityId: project.municipalityId, projectId: project.id, personId: person.personId }
  await owner().projectMember.create({ data: { ...own, role } })
  return person
}

const fieldsOf = (type: 'person' | 'phase') =>
  itemKinds.flatMap((kind) => items[kind].fields.filter((field) => field.type === type).map(({ name }) => [kind, name] as const))

describe('people and phases', () => {
  test.each(fieldsOf('person'))('%s: %s is a colleague, not somebody from elsewhere', async (kind, name) => {
    const [stranger, colleague] = [await makeStaff(), await makeStaff({ municipality: kari.municipality })]
    const { id, under } = await addItem(kari, project, kind)
    const before = await events()
    const another: Typed = kind === 'budget' ? { year: '2040' } : {}
    const theirs = itemSent(kari, project, { kind, under }, { ...another, [name]: stranger.personId })
    const refused = { reason: 'not-found', fields: { [name]: 'errors.unknown' } }
    await expect(saveItem(kari, theirs)).rejects.toMatchObject(refused)
    await expect(saveItem(kari, { ...theirs, id, version: 1 })).rejects.toMatchObject(refused)
    expect(await events()).toBe(before)
    await change(kind, { id }, { [name]: colleague.personId })
    expect(await events()).toBe(before + 1)
  })

  test.each(fieldsOf('phase'))('%s: %s is a phase of the same project', async (kind, name) => {
    const other = await makeProject(kari)
    const { id } = await addItem(kari, project, kind)
    const before = await events()
    const theirs = { [name]: other.phases[0]?.id ?? '' }
    const refused = { reason: 'not-found', fields: { [name]: 'errors.unknown' } }
    await expect(add(kind, theirs)).rejects.toMatchObject(refused)
    await expect(change(kind, { id }, theirs)).rejects.toMatchObject(refused)
    expect(await events()).toBe(before)
  })
})

describe('a budget', () => {
  const taken = { reason: 'conflict', fields: { year: 'errors.yearTaken' } }

  test('has one line a year', async () => {
    const { id } = await add('budget', { year: '2028' })
    const other = await add('budget', { year: '2029' })
    await expect(add('budget', { year: '2028' })).rejects.toMatchObject(taken)
    await expect(change('budget', other, { year: '2028' })).rejects.toMatchObject(taken)
    await change('budget', { id }, { year: '2028', costNok: '10' })
    const lines = await owner().budgetLine.findMany({
      where: { projectId: project.id, year: { gt: 2026 } },
      orderBy: { year: 'asc' },
    })
    expect(lines.map(({ year, costNok }) => [year, Number(costNok)])).toEqual([
      [2028, 10],
      [2029, 0],
    ])
  })

  test('of another project has years of its own', async () => {
    const other = await makeProject(kari)
    await add('budget', { year: '2028' })
    await addItem(kari, other, 'budget', { year: '2028' })
    expect(await owner().budgetLine.count({ where: { municipalityId: project.municipalityId, year: 2028 } })).toBe(2)
  })
})

test('an indicator is measured once a day', async () => {
  const { id, under } = await addItem(kari, project, 'measurement', { measuredOn: '2026-11-01' })
  const later = await addItem(kari, project, 'measurement', { measuredOn: '2026-11-02' }, under)
  const taken = { reason: 'conflict', fields: { measuredOn: 'errors.dayTaken' } }
  await expect(addItem(kari, project, 'measurement', { measuredOn: '2026-11-01' }, under)).rejects.toMatchObject(taken)
  await expect(change('measurement', later, { measuredOn: '2026-11-01' })).rejects.toMatchObject(taken)
  await change('measurement', { id }, { measuredOn: '2026-11-01', value: '7' })
  await addItem(kari, project, 'measurement', { measuredOn: '2026-11-01' })
  expect(await owner().measurement.count({ where: { indicatorId: under } })).toBe(2)
})

describe('a checklist', () => {
  const positions = async (projectPhaseId: string) =>
    (await owner().checklistItem.findMany({ where: { projectPhaseId }, orderBy: { position: 'asc' } })).map((item) => [
      item.text,
      item.position,
    ])

  test('takes new items last, and what is moved to another phase last there', async () => {
    const [here = '', there = ''] = [project.phases[3]?.id, project.phases[4]?.id]
    const [before, beforeThere] = [await positions(here), await positions(there)]
    const first = await add('checklist', { text: 'Opplæring holdt' })
    await add('checklist', { text: 'Prøvd av ti' })
    const last = before.length
    expect(await positions(here)).toEqual([...before, ['Opplæring holdt', last + 1], ['Prøvd av ti', last + 2]])

    await change('checklist', first, { text: 'Opplæring holdt', status: 'done' })
    expect(await positions(here)).toEqual([...before, ['Opplæring holdt', last + 1], ['Prøvd av ti', last + 2]])

    await change('checklist', { id: first.id, version: 2 }, { text: 'Opplæring holdt', projectPhaseId: there })
    expect(await positions(here)).toEqual([...before, ['Prøvd av ti', last + 2]])
    expect(await positions(there)).toEqual([...beforeThere, ['Opplæring holdt', beforeThere.length + 1]])
    await add('checklist', { text: 'Til slutt' })
    expect((await positions(here)).at(-1)).toEqual(['Til slutt', last + 3])
  })
})

describe('who reads a lesson', () => {
  const mayNot = { reason: 'forbidden', fields: { visibility: 'errors.mayNotShare' } }
  const lessons = () => owner().lesson.findMany({ where: { projectId: project.id } })

  test('is not decided by those who only help', async () => {
    for (const role of ['project_support', 'benefit_owner'] as const) {
      const helper = await member(role)
      for (const visibility of ['open', 'municipalities', 'collaboration'])
        await expect(add('lesson', { visibility }, helper)).rejects.toMatchObject(mayNot)
    }
    expect(await lessons()).toEqual([])
  })

  test('is decided by whoever leads or owns the project; helpers write on, and neither widen nor narrow', async () => {
    const [helper, lead] = [await member('project_support'), await member('project_owner')]
    const { id } = await add('lesson', {}, helper)
    await expect(change('lesson', { id }, { visibility: 'open' }, helper)).rejects.toMatchObject(mayNot)
    await change('lesson', { id }, { visibility: 'municipalities' }, lead)
    await change('lesson', { id, version: 2 }, { visibility: 'municipalities', title: 'Tydeligere' }, helper)
    await expect(change('lesson', { id, version: 3 }, { visibility: 'municipality' }, helper)).rejects.toMatchObject(mayNot)
    expect(await lessons()).toMatchObject([{ visibility: 'municipalities', title: 'Tydeligere', version: 3 }])
  })

  test('is the collaboration that the municipality is in, when there is one', async () => {
    const none = { reason: 'not-found', fields: { visibility: 'errors.noCollaboration' } }
    await expect(add('lesson', { visibility: 'collaboration' })).rejects.toMatchObject(none)
    const { id: visibleToCollaborationId } = await makeCollaboration([kari.municipality])
    const { id } = await add('lesson', { visibility: 'collaboration' })
    expect(await lessons()).toMatchObject([{ visibility: 'collaboration', visibleToCollaborationId, themeCode: 'barnehage' }])
    await change('lesson', { id }, { visibility: 'municipality' })
    expect(await lessons()).toMatchObject([{ visibility: 'municipality', visibleToCollaborationId: null }])
  })

  test('made from an entry of the log is remembered with it, when the entry is of the same project', async () => {
    const [entry, other] = [await addItem(kari, project, 'log'), await addItem(kari, await makeProject(kari), 'log')]
    for (const [from, logEntryId] of [
      [entry.id, entry.id],
      [other.id, null],
    ] as const) {
      const { id } = await saveItem(kari, itemSent(kari, project, { kind: 'lesson', from }))
      expect(await owner().lesson.findUnique({ where: { id } })).toMatchObject({ logEntryId })
      await change('lesson', { id }, { title: 'Endret' })
      expect(await owner().lesson.findUnique({ where: { id } })).toMatchObject({ logEntryId })
    }
  })
})
