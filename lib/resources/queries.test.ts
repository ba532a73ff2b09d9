import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { addDays, dateOf, today } from '@/lib/platform/dates'
import { makeAdvisor, makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { peoplePerPage, portfolioLoad, projectLoad } from './queries'
import { weeksFrom } from './rules'

/** The Mondays of this week and the next. */
const [thisWeek = '', nextWeek = ''] = weeksFrom(today(), 2)

/** Gives somebody a share of a project, all of next week unless the overrides say otherwise. */
function assign(project: { id: string }, { personId, municipality }: Staff, percent: number, overrides = {}) {
  const week = { startOn: dateOf(nextWeek), endOn: dateOf(addDays(nextWeek, 6)) }
  const own = { municipalityId: municipality.id, projectId: project.id, personId, status: 'assigned' as const }
  return owner().allocation.create({ data: { ...own, ...week, percent, ...overrides }, select: { id: true } })
}

const absent = ({ personId, municipality }: Staff, percent: number, startOn = nextWeek, endOn = addDays(nextWeek, 6)) =>
  owner().absence.create({
    data: { municipalityId: municipality.id, personId, percent, startOn: dateOf(startOn), endOn: dateOf(endOn) },
    select: { id: true },
  })

describe('the load of a project', () => {
  test('shows those assigned with all they do, against what is left of their time', async () => {
    const kari = await makeStaff({ name: 'Kari Nordmann' })
    const municipality = kari.municipality
    const [ase, bo] = [await makeStaff({ name: 'Åse Aas', municipality }), await makeStaff({ name: 'Bo Berg', municipality })]
    const [project, other] = [await makeProject(kari), await makeProject(kari)]
    await assign(project, ase, 60)
    await assign(other, ase, 50)
    await assign(other, ase, 90, { status: 'requested' })
    await absent(ase, 40)
    await assign(project, kari, 100, { endOn: dateOf(addDays(nextWeek, 1)) })
    await assign(other, bo, 80)
    const load = await projectLoad(kari, project.id)
    expect(load?.weeks).toEqual(weeksFrom(today(), 12))
    expect(load?.people.map(({ name }) => name)).toEqual(['Kari Nordmann', 'Åse Aas'])
    expect(load?.people.map(({ weeks }) => weeks[1])).toEqual([
      { weekOn: nextWeek, assigned: 40, available: 100, isOver: false },
      { weekOn: nextWeek, assigned: 110, available: 60, isOver: true },
    ])
    expect(load?.people[1]?.weeks[0]).toEqual({ weekOn: thisWeek, assigned: 0, available: 100, isOver: false })
    expect(load?.people[1]?.weeks[2]).toMatchObject({ assigned: 0, available: 100 })
  })

  test('leaves out who was done, declined or never named', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari)
    await assign(project, kari, 50, { startOn: dateOf('2026-01-01'), endOn: dateOf('2026-01-31') })
    await assign(project, kari, 50, { status: 'declined' })
    await assign(project, kari, 50, { status: 'requested', personId: null, role: 'Testleder' })
    expect(await projectLoad(kari, project.id)).toMatchObject({ people: [], may: { change: true } })
  })

  test('is for colleagues, also where the project is shared', async () => {
    const kari = await makeStaff()
    const project = await makeProject(kari, { visibility: 'open' })
    await assign(project, kari, 50)
    const colleague = await makeStaff({ municipality: kari.municipality })
    expect(await projectLoad(colleague, project.id)).toMatchObject({ people: [{ name: kari.name }], may: { change: false } })
    for (const actor of [await makeStaff({ roles: ['portfolio_manager'] }), await makeAdvisor(), visitor])
      expect(await projectLoad(actor, project.id)).toBeNull()
  })
})

describe('the load of everybody', () => {
  test('is read page by page by colleagues, and holds nobody from elsewhere', async () => {
    const kari = await makeStaff({ name: 'Kari Nordmann' })
    const project = await makeProject(kari)
    const own = { municipalityId: kari.municipality.id }
    const names = Array.from({ length: peoplePerPage + 1 }, (_, index) => `Person ${String(index).padStart(2, '0')}`)
    const people = await owner().person.createManyAndReturn({
      data: names.map((name) => ({ ...own, name })),
      select: { id: true },
    })
    for (const { id } of people) await assign(project, { ...kari, personId: id }, 20)
    const stranger = await makeStaff({ name: 'Fremmed' })
    await assign(await makeProject(stranger), stranger, 100)
    const [first, second] = [await portfolioLoad(kari, 1), await portfolioLoad(kari, 2)]
    expect(first).toMatchObject({ page: 1, pageCount: 2 })
    expect([...first.people, ...second.people].map(({ name }) => name)).toEqual(names)
    expect((await portfolioLoad(stranger, 1)).people.map(({ name }) => name)).toEqual(['Fremmed'])
  })

  test('shows absence ahead: one’s own to each, everybody’s to the portfolio manager', async () => {
    const kari = await makeStaff({ name: 'Kari Nordmann' })
    const siri = await makeStaff({ name: 'Siri Vik', municipality: kari.municipality, roles: ['member', 'portfolio_manager'] })
    await absent(kari, 50)
    await absent(siri, 100)
    await absent(kari, 100, '2026-01-05', '2026-01-09')
    const listed = async (actor: Staff) => (await portfolioLoad(actor, 1)).absences.map(({ name, percent }) => [name, percent])
    expect(await listed(kari)).toEqual([['Kari Nordmann', 50]])
    expect(new Set(await listed(siri))).toEqual(
      new Set([
        ['Kari Nordmann', 50],
        ['Siri Vik', 100],
      ]),
    )
    const offered = async (actor: Staff) => (await portfolioLoad(actor, 1)).colleagues.map(({ name }) => name)
    expect(await offered(kari)).toEqual(['Kari Nordmann'])
    expect(await offered(siri)).toEqual(['Kari Nordmann', 'Siri Vik'])
    expect(await listed(await makeStaff({ roles: ['portfolio_manager'] }))).toEqual([])
  })
})
