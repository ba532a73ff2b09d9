import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor, Staff } from '@/lib/platform/actor'
import { command } from '@/lib/platform/command'
import { untouchedForm } from '@/lib/platform/form'
import { newBrowser } from '@/lib/testing/browser'
import { addItem, makeProject, makeStaff, owner, type TestProject } from '@/lib/testing/builders'
import { sampleItems, type Typed } from '@/lib/testing/sample'
import { saveItem } from './commands'
import { itemInput } from './input'
import { type ItemKind, itemKinds, items, kindOfSlug } from './kinds'

const asking = vi.hoisted(() => ({ who: { kind: 'visitor' } as Actor }))
vi.mock('@/lib/platform/auth/session', () => ({ actor: async () => asking.who }))
vi.mock('next/headers', async () => (await import('@/lib/testing/browser')).nextHeaders)

let kari: Staff
let project: TestProject
let parents: Partial<Record<ItemKind, string>>

beforeAll(async () => {
  kari = await makeStaff()
  project = await makeProject(kari)
  parents = {}
  for (const kind of itemKinds.filter((one) => items[one].under)) parents[kind] = (await addItem(kari, project, kind)).under
})
beforeEach(() => {
  newBrowser()
  asking.who = kari
})

/** Sends the form of a new item, filled as it should be but for what is given. */
function send(kind: ItemKind, typed: Typed) {
  const form = new FormData()
  const at = { projectId: project.id, kind, id: '', under: parents[kind] ?? '', version: '0' }
  for (const [name, value] of Object.entries(at)) form.append(`item.${name}`, value)
  for (const [name, value] of Object.entries({ ...sampleItems[kind][0], ...typed })) {
    const known: Record<string, string> = { person: kari.personId, phase: project.phases[3]?.id ?? '' }
    if (typeof value === 'string') form.append(name, known[value] ?? value)
    else for (const choice of value) form.append(`${name}[]`, choice)
  }
  return command(itemInput, saveItem)(untouchedForm, form)
}

const count = async (kind: ItemKind) => {
  const [row] = await owner().$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM "${items[kind].table}" WHERE municipality_id = $1::uuid`,
    project.municipalityId,
  )
  return row?.n
}

const everyRequired = itemKinds.flatMap((kind) =>
  items[kind].fields.filter(({ isRequired }) => isRequired).map(({ name }) => [kind, name] as const),
)

describe('what was typed wrong is told beside its field, and nothing is stored', () => {
  test.each(everyRequired)('%s without %s', async (kind, name) => {
    const before = await count(kind)
    for (const nothing of ['', '   '])
      if (nothing === '' || ['line', 'text'].includes(items[kind].fields.find((field) => field.name === name)?.type ?? ''))
        expect((await send(kind, { [name]: nothing })).errors).toMatchObject({ [name]: 'errors.required' })
    expect(await count(kind)).toBe(before)
  })

  test.each<[ItemKind, Typed, Record<string, string>]>([
    ['task', { title: 'x'.repeat(201) }, { title: 'errors.tooLong' }],
    ['task', { description: 'x'.repeat(10_001) }, { description: 'errors.tooLong' }],
    ['task', { labels: 'x'.repeat(1001) }, { labels: 'errors.tooLong' }],
    ['task', { isDone: 'kanskje' }, { isDone: 'errors.invalid' }],
    ['task', { responsibleId: 'Kari' }, { responsibleId: 'errors.unknown' }],
    ['task', { projectPhaseId: 'gjennomføring' }, { projectPhaseId: 'errors.unknown' }],
    ['milestone', { plannedOn: '31.12.2026' }, { plannedOn: 'errors.date' }],
    ['milestone', { plannedOn: '2026-02-30' }, { plannedOn: 'errors.date' }],
    ['milestone', { actualOn: 'i går' }, { actualOn: 'errors.date' }],
    ['milestone', { title: '', plannedOn: '', status: 'borte' }, everyWrong()],
    ['budget', { budgetNok: 'mye' }, { budgetNok: 'errors.amount' }],
    ['budget', { costNok: '-1' }, { costNok: 'errors.amount' }],
    ['budget', { forecastNok: '1000 mrd' }, { forecastNok: 'errors.amount' }],
    ['budget', { budgetHours: 'en del' }, { budgetHours: 'errors.number' }],
    ['budget', { costHours: '-0,5' }, { costHours: 'errors.number' }],
    ['budget', { year: '1999' }, { year: 'errors.year' }],
    ['budget', { year: '2101' }, { year: 'errors.year' }],
    ['budget', { year: '2030,5' }, { year: 'errors.year' }],
    ['indicator', { startValue: 'ti' }, { startValue: 'errors.number' }],
    ['indicator', { targetValue: '99 999 mrd' }, { targetValue: 'errors.number' }],
    ['indicator', { startValue: '10', targetValue: '10,00' }, { targetValue: 'errors.targetIsStart' }],
    ['indicator', { unit: 'meter' }, { unit: 'errors.unknown' }],
    ['uncertainty', { occurredOn: '', ledTo: 'To uker tapt' }, { occurredOn: 'errors.required' }],
    ['uncertainty', { occurredOn: '2099-01-01' }, { occurredOn: 'errors.dateInFuture' }],
    ['uncertainty', { probability: '0' }, { probability: 'errors.scale' }],
    ['uncertainty', { consequence: '6' }, { consequence: 'errors.scale' }],
    ['uncertainty', { probabilityAfter: '2,5' }, { probabilityAfter: 'errors.scale' }],
    ['uncertainty', { consequenceAfter: 'høy' }, { consequenceAfter: 'errors.scale' }],
    ['uncertainty', { kind: 'fare' }, { kind: 'errors.unknown' }],
    ['uncertainty', { kind: 'risk', strategy: 'exploit' }, { strategy: 'errors.strategyKind' }],
    ['uncertainty', { kind: 'opportunity', strategy: 'transfer' }, { strategy: 'errors.strategyKind' }],
    ['communication', { audience: ['users', 'romvesener'] }, { 'audience[]': 'errors.unknown' }],
    ['allocation', { percent: '0' }, { percent: 'errors.percent' }],
    ['allocation', { percent: '101' }, { percent: 'errors.percent' }],
    ['allocation', { percent: '33,3' }, { percent: 'errors.percent' }],
    ['allocation', { startOn: '2027-02-01', endOn: '2027-01-31' }, { endOn: 'errors.endBeforeStart' }],
    ['allocation', { role: ' ', personId: '' }, { role: 'errors.roleOrPerson' }],
    ['allocation', { status: 'assigned', personId: '' }, { personId: 'errors.assignedToWhom' }],
    ['deliverable', { startOn: '2027-03-02', endOn: '2027-03-01' }, { endOn: 'errors.endBeforeStart' }],
    ['checklist', { status: 'not_relevant', reason: '  ' }, { reason: 'errors.reasonNeeded' }],
    ['lesson', { visibility: 'alle' }, { visibility: 'errors.unknown' }],
  ])('%s with %o', async (kind, typed, errors) => {
    const before = await count(kind)
    const state = await send(kind, typed)
    expect(state.errors).toEqual(errors)
    expect(state.problem).toBeUndefined()
    expect(await count(kind)).toBe(before)
  })

  function everyWrong() {
    return { title: 'errors.required', plannedOn: 'errors.required', status: 'errors.unknown' }
  }
})

describe('what is within the limits is taken', () => {
  test.each<[ItemKind, Typed]>([
    ['allocation', { percent: '1', startOn: '2027-01-31', endOn: '2027-01-31' }],
    ['allocation', { percent: '100', status: 'assigned', personId: 'person', role: '' }],
    ['uncertainty', { kind: 'opportunity', strategy: 'exploit', probability: '1', consequence: '5' }],
    ['uncertainty', { kind: 'opportunity', strategy: 'monitor' }],
    ['deliverable', { startOn: '2027-03-01', endOn: '' }],
    ['budget', { year: '2000', budgetNok: '999 999 999 999', budgetHours: '99 999 999' }],
    ['budget', { year: '2100' }],
    ['indicator', { startValue: '9 999 999 999 999', targetValue: '−9 999 999 999 999' }],
    ['milestone', { plannedOn: '2028-02-29' }],
  ])('%s with %o', async (kind, typed) => {
    const before = (await count(kind)) ?? 0
    expect(await send(kind, typed)).toEqual(untouchedForm)
    expect(await count(kind)).toBe(before + 1)
  })

  test('kroner are read as Norwegians type them', async () => {
    expect(
      await send('budget', { year: '2050', budgetNok: '1,5 mill', costNok: 'kr 1.250.000,50', forecastNok: '2 000' }),
    ).toEqual(untouchedForm)
    const line = await owner().budgetLine.findFirstOrThrow({ where: { projectId: project.id, year: 2050 } })
    expect([line.budgetNok, line.costNok, line.forecastNok].map(Number)).toEqual([1_500_000, 1_250_000.5, 2000])
  })
})

describe('the address of a form', () => {
  test('must name a project, a kind and whole numbers', () => {
    const at = { projectId: project.id, kind: 'task' }
    for (const wrong of [
      { projectId: '1' },
      { kind: 'person' },
      { id: 'x' },
      { under: 'x' },
      { version: 'ny' },
      { version: '-1' },
    ])
      expect(itemInput.safeParse({ item: { ...at, ...wrong }, title: 'Oppgave' }).success, JSON.stringify(wrong)).toBe(false)
    expect(itemInput.parse({ item: at, title: 'Oppgave' })).toMatchObject({ id: '', under: '', version: 0 })
  })

  test('has a place of its own for every kind', () => {
    for (const kind of itemKinds) expect(kindOfSlug(items[kind].slug)).toBe(kind)
    expect(new Set(itemKinds.map((kind) => items[kind].slug)).size).toBe(itemKinds.length)
    expect(kindOfSlug('personer')).toBeNull()
  })

  test('brings along no column that is not in the form', async () => {
    await send('stakeholder', { title: 'Naboene', municipalityId: kari.personId, version: '9', projectId: kari.personId })
    const made = await owner().stakeholder.findFirstOrThrow({ where: { title: 'Naboene' } })
    expect(made).toMatchObject({ municipalityId: project.municipalityId, projectId: project.id, version: 1 })
  })
})
