import { beforeAll, describe, expect, test } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import type { Staff } from '@/lib/platform/actor'
import { dateOf } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { ideasQuery } from './input'
import { ideaBehind, ideaPage, ideasPage } from './queries'

const find = (actor: Staff, address: Record<string, string> = {}) => ideasPage(actor, ideasQuery.parse(address))
const titles = async (actor: Staff, address: Record<string, string> = {}) =>
  (await find(actor, address)).rows.map((row) => row.title)

function makeIdea(staff: Staff, title: string, overrides: Partial<Prisma.IdeaUncheckedCreateInput> = {}) {
  return owner().idea.create({
    select: { id: true },
    data: { municipalityId: staff.municipality.id, registeredBy: staff.personId, title, ...overrides },
  })
}

const scored = (value: number, risk = value) => ({
  ...{ strategic: value, quality: value, economic: value, operational: value, risk },
})
const decided = (staff: Staff) => ({ decidedOn: dateOf('2026-10-01'), decidedBy: staff.personId, decisionReason: 'Nyttig' })

describe('the ideas of a municipality', () => {
  let bo: Staff
  let stranger: Staff
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    bo = await makeStaff({ name: 'Bo Berg', roles: ['member', 'portfolio_manager'] })
    stranger = await makeStaff({ name: 'Eli Elsewhere', roles: ['member', 'portfolio_manager', 'municipality_admin'] })
    const add = async (title: string, registeredAt: string, overrides: Partial<Prisma.IdeaUncheckedCreateInput> = {}) => {
      ids[title] = (await makeIdea(bo, title, { registeredAt: new Date(registeredAt), ...overrides })).id
    }
    await add('Ærlig kø', '2026-03-01T10:00:00Z', { ...scored(4), proposal: 'Ventelister 100 % åpne' })
    await add('Øvre vei', '2026-01-01T10:00:00Z', { ...scored(5, 3), decision: 'approved', ...decided(bo) })
    await add('Åpen hall', '2026-02-01T10:00:00Z', { problem: 'Nøkler på avveie' })
    await add('Zumba', '2026-04-30T22:30:00Z', { ...scored(1), adjustment: 10, decision: 'rejected', ...decided(bo) })
    await add('Arkiv', '2026-02-02T10:00:00Z', { ...scored(3, 5), adjustment: 3 })
    await makeIdea(stranger, 'Kø hos naboen', scored(5))
  })

  test('are its own, each with score, recommendation and decision', async () => {
    const { rows, total, may } = await find(bo)
    expect([total, may]).toEqual([5, { register: true }])
    expect(rows.map((row) => [row.title, row.score, row.recommendation, row.decision])).toEqual([
      ['Zumba', 15, 'could', 'rejected'],
      ['Ærlig kø', 20, 'should', 'considering'],
      ['Arkiv', 20, 'should', 'considering'],
      ['Åpen hall', null, null, 'considering'],
      ['Øvre vei', 23, 'must', 'approved'],
    ])
    // Already the first of May in Norway.
    expect(rows[0]).toMatchObject({ author: 'Bo Berg', registeredOn: '2026-05-01', isProject: false })
    expect(await titles(stranger)).toEqual(['Kø hos naboen'])
  })

  test.each([
    ['poeng', ['Øvre vei', 'Arkiv', 'Ærlig kø', 'Zumba', 'Åpen hall']],
    ['tittel', ['Arkiv', 'Zumba', 'Ærlig kø', 'Øvre vei', 'Åpen hall']],
    ['DROP', ['Zumba', 'Ærlig kø', 'Arkiv', 'Åpen hall', 'Øvre vei']],
  ])('sorted by %s, as Norwegians sort', async (sorter, expected) => {
    expect(await titles(bo, { sorter })).toEqual(expected)
  })

  test.each<[Record<string, string>, string[]]>([
    [{ q: 'KØ' }, ['Ærlig kø']],
    [{ q: 'nøkler på' }, ['Åpen hall']],
    [{ q: '%' }, ['Ærlig kø']],
    [{ q: '_' }, []],
    [{ q: "'; DROP TABLE idea; --" }, []],
    [{ beslutning: 'approved' }, ['Øvre vei']],
    [{ beslutning: 'considering', sorter: 'tittel' }, ['Arkiv', 'Ærlig kø', 'Åpen hall']],
    [{ beslutning: 'rejected', q: 'arkiv' }, []],
  ])('filtered by %o', async (address, expected) => {
    const { rows, total } = await find(bo, address)
    expect([rows.map((row) => row.title), total]).toEqual([expected, expected.length])
  })

  test('one is shown whole, with what one may do with it', async () => {
    const id = ids['Øvre vei'] ?? ''
    expect(await ideaPage(bo, id)).toMatchObject({
      title: 'Øvre vei',
      author: 'Bo Berg',
      score: 23,
      recommendation: 'must',
      decision: 'approved',
      decidedOn: '2026-10-01',
      decidedBy: 'Bo Berg',
      decisionReason: 'Nyttig',
      project: null,
      may: { edit: true, score: true, decide: true, makeProject: true },
    })
    const colleague = await makeStaff({ municipality: bo.municipality })
    const nothing = { edit: false, score: false, decide: false, makeProject: false }
    expect((await ideaPage(colleague, id))?.may).toEqual(nothing)
  })

  test('and are not there for others, nor is one that never was', async () => {
    for (const id of Object.values(ids)) expect(await ideaPage(stranger, id)).toBeNull()
    expect(await ideaPage(bo, newId())).toBeNull()
  })

  test('one that became a project is past deciding, and each tells of the other', async () => {
    const project = await makeProject(bo)
    const { id } = await makeIdea(bo, 'Blitt til noe', { decision: 'approved', projectId: project.id, ...decided(bo) })
    const idea = await ideaPage(bo, id)
    expect(idea?.project).toEqual({ id: project.id, number: project.number, title: project.title })
    expect(idea?.may).toEqual({ edit: true, score: true, decide: false, makeProject: false })
    expect(await ideaBehind(bo, project.id)).toEqual({ id, title: 'Blitt til noe' })
    expect(await ideaBehind(stranger, project.id)).toBeNull()
  })
})

describe('many ideas', () => {
  let kari: Staff

  beforeAll(async () => {
    kari = await makeStaff({ roles: ['portfolio_reader'] })
    const at = { municipalityId: kari.municipality.id, registeredBy: kari.personId, registeredAt: new Date() }
    await owner().idea.createMany({ data: Array.from({ length: 53 }, (_, number) => ({ ...at, title: `Idé ${number % 3}` })) })
  })

  test('each stands on one page, also where many sort alike', async () => {
    for (const sorter of ['nyeste', 'poeng', 'tittel']) {
      const pages = await Promise.all(['1', '2', '3'].map((side) => find(kari, { side, sorter })))
      expect(pages.map((page) => page.rows.length)).toEqual([25, 25, 3])
      expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size, sorter).toBe(53)
      for (const page of pages) expect(page).toMatchObject({ total: 53, pageCount: 3, may: { register: true } })
    }
  })

  test('a page beyond the end is the last page', async () => {
    const last = await find(kari, { side: '99' })
    expect([last.page, last.rows.length]).toEqual([3, 3])
  })

  test('none is one empty page', async () => {
    expect(await find(await makeStaff())).toMatchObject({ rows: [], total: 0, page: 1, pageCount: 1 })
  })
})
