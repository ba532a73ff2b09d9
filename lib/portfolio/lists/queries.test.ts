import { beforeAll, describe, expect, test } from 'vitest'
import { type Address, hasRange, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { makeLesson, makeProject, makeStaff, makeStatusReport, owner } from '@/lib/testing/builders'
import { portfolioListNames, portfolioLists } from './columns'
import { allRows, portfolioList } from './queries'

const find = (actor: Staff, address: Address = {}, name: (typeof portfolioListNames)[number] = 'prosjekter') =>
  portfolioList(actor, name, listQuery(portfolioLists[name], address))
const titles = async (actor: Staff, address: Address = {}) => {
  const { rows } = await find(actor, { kol: 'tittel', ...address })
  return rows.map((row) => row.cells.tittel?.value)
}

let bo: Staff
let aase: Staff
const [library, water, nursery, archive] = ['Ærlig bibliotek', 'Øvre vannverk 100 %', 'Åpen barnehage', 'Arkiv'] as const

beforeAll(async () => {
  bo = await makeStaff({ name: 'Bo Berg' })
  aase = await makeStaff({ name: 'Åse Aas', municipality: bo.municipality })
  const money = (budgetNok: number, costNok: number, forecastNok: number) => [{ year: 2026, budgetNok, costNok, forecastNok }]
  const first = await makeProject(bo, {
    number: '2026-001',
    title: library,
    goal: 'Lån uten kø',
    theme: 'kultur-og-fritid',
    phase: 'realisation',
    lifecycle: 'closed',
    budgets: [...money(300, 100, 200), { year: 2027, budgetNok: 700, costNok: 200, forecastNok: 300 }],
  })
  const second = await makeProject(aase, {
    number: '2026-002',
    title: water,
    goal: 'Rent vann',
    theme: 'vann-og-avlop',
    phase: 'concept',
    budgets: money(50, 900, 950),
    visibility: 'open',
  })
  await makeProject(bo, {
    number: '2026-003',
    title: nursery,
    goal: 'Flere barn',
    phase: 'idea',
    lifecycle: 'waiting',
    budgets: [],
  })
  const fourth = await makeProject(aase, {
    number: '2026-010',
    title: archive,
    goal: 'Alt på ett sted',
    theme: 'arkiv-og-sak',
    budgets: money(400, 400, 400),
  })
  await makeStatusReport(bo, first, { periodEndOn: '2026-08-31', progress: 'delayed', economy: 'over_budget', risk: 'high' })
  await makeStatusReport(bo, first, { periodEndOn: '2026-09-30', progress: 'ahead', economy: 'under_budget', risk: 'low' })
  await makeStatusReport(aase, second, { periodEndOn: '2026-10-31', progress: 'delayed', economy: 'over_budget', risk: 'high' })
  await makeStatusReport(aase, fourth, { periodEndOn: '2026-07-31', progress: 'on_plan', economy: 'on_budget', risk: 'medium' })
  await makeLesson(bo, first)
  await owner().allocation.create({
    data: {
      municipalityId: bo.municipality.id,
      projectId: first.id,
      personId: aase.personId,
      role: 'Bibliotekar',
      startOn: new Date('2026-11-01'),
      endOn: new Date('2026-12-31'),
      percent: 50,
      status: 'assigned',
    },
  })
  // What others have, also what they share: never in here.
  const other = await makeStaff()
  await makeProject(other, { title: 'Deres åpne', visibility: 'open' })
  await makeProject(other, { title: 'Deres egne' })
})

describe('the projects', () => {
  test('are those of the own municipality, as they are now', async () => {
    for (const actor of [bo, aase]) expect(await titles(actor)).toEqual([library, water, nursery, archive])
    expect(await find(await makeStaff())).toMatchObject({ rows: [], total: 0, page: 1, pageCount: 1 })
    const [row] = (await find(bo, { kol: 'tittel,fremdrift,rapportert,budsjett,prognose,avvik,fase,leder' })).rows
    expect(row?.cells).toMatchObject({
      fremdrift: { value: 'ahead' },
      rapportert: { value: '2026-09-30' },
      budsjett: { value: 1000 },
      prognose: { value: 500 },
      avvik: { value: -500 },
      fase: { value: 'realisation' },
      leder: { value: bo.personId, label: 'Bo Berg' },
    })
  })

  test('are summed over every hit, not only the page', async () => {
    const { sums } = await find(bo, { 'f-tema': 'arkiv-og-sak' })
    expect(sums).toMatchObject({ budsjett: 400, kostnad: 400, prognose: 400 })
    expect((await find(bo)).sums).toMatchObject({ budsjett: 1450, kostnad: 1600, prognose: 1850 })
  })

  test.each([
    ['nummer', [library, water, nursery, archive]],
    ['-nummer', [archive, nursery, water, library]],
    ['tittel', [archive, library, water, nursery]],
    ['fase', [nursery, water, archive, library]],
    // What has no status comes last either way, the rest by severity.
    ['fremdrift', [library, archive, water, nursery]],
    ['-fremdrift', [water, archive, library, nursery]],
    ['leder,tittel', [library, nursery, archive, water]],
    ['-leder,-tittel', [water, archive, nursery, library]],
    ['-budsjett', [library, archive, water, nursery]],
    ['rapportert', [archive, library, water, nursery]],
  ])('sorted by %s', async (sorter, expected) => {
    expect(await titles(bo, { sorter })).toEqual(expected)
  })

  test.each<[Address, string[]]>([
    [{ q: 'BIBLIOTEK' }, [library]],
    [{ q: '2026-01' }, [archive]],
    [{ q: 'rent vann' }, [water]],
    // Signs that ILIKE reads specially stand for themselves.
    [{ q: '%' }, [water]],
    [{ q: '_' }, []],
    [{ q: "'; DROP TABLE project; --" }, []],
    [{ 'f-fase': ['concept', 'idea'] }, [water, nursery]],
    [{ 'f-tilstand': 'waiting' }, [nursery]],
    [{ 'f-fremdrift': ['tom', 'ahead'] }, [library, nursery]],
    [{ 'f-budsjett-fra': '100', 'f-budsjett-til': '500' }, [archive]],
    [{ 'f-rapportert-til': '2026-08-01' }, [archive]],
    [{ 'f-tittel': '100 %' }, [water]],
    [{ 'f-mine': 'ja', 'f-tilstand': 'closed' }, [library]],
  ])('filtered by %o', async (address, expected) => {
    expect(await titles(bo, address)).toEqual(expected)
  })

  test('who leads is filtered by person', async () => {
    expect(await titles(bo, { 'f-leder': aase.personId })).toEqual([water, archive])
  })

  test('put together come with counts and sums of each group, in its logical order', async () => {
    const { groups, rows } = await find(bo, { gruppe: 'fase', kol: 'tittel,budsjett' })
    expect(groups.map(({ value, count, sums }) => [value, count, sums.budsjett])).toEqual([
      ['idea', 1, 0],
      ['concept', 1, 50],
      ['execution', 1, 400],
      ['realisation', 1, 1000],
    ])
    expect(rows.map((row) => row.group)).toEqual(['idea', 'concept', 'execution', 'realisation'])
  })

  test('are exported in the order of the screen, every hit', async () => {
    const exported: unknown[] = []
    for await (const row of allRows(bo, 'prosjekter', listQuery(portfolioLists.prosjekter, { kol: 'tittel', sorter: '-tittel' })))
      exported.push(row.cells.tittel?.value)
    expect(exported).toEqual([nursery, water, library, archive])
  })
})

describe.each(portfolioListNames)('the list «%s»', (name) => {
  const { columns } = portfolioLists[name]
  const everyColumn = columns.map(({ key }) => key).join(',')

  test('shows, sorts, filters and puts together by every column it has', async () => {
    const all = await find(bo, { kol: everyColumn, antall: '100' }, name)
    expect(all.total).toBeGreaterThan(0)
    for (const column of columns) {
      for (const sorter of [column.key, `-${column.key}`]) {
        const { rows } = await find(bo, { kol: everyColumn, sorter, antall: '100' }, name)
        expect(new Set(rows.map(({ id }) => id)), sorter).toEqual(new Set(all.rows.map(({ id }) => id)))
      }
      const empty = await find(bo, { [`f-${column.key}`]: 'tom' }, name)
      expect(empty.total, `${column.key} tom`).toBeLessThanOrEqual(all.total)
      if (hasRange(column)) await find(bo, { [`f-${column.key}-fra`]: column.kind === 'date' ? '2026-01-01' : '1' }, name)
      if (column.isGroupable) {
        const { groups } = await find(bo, { gruppe: column.key, kol: everyColumn }, name)
        expect(
          groups.reduce((sum, { count }) => sum + count, 0),
          column.key,
        ).toBe(all.total)
      }
    }
  }, 60_000)

  test('finds again by its value what it shows', async () => {
    const all = await find(bo, { kol: everyColumn, antall: '100' }, name)
    for (const column of columns.filter(({ kind }) => ['choice', 'entity', 'boolean'].includes(kind))) {
      for (const row of all.rows.slice(0, 3)) {
        const value = row.cells[column.key]?.value
        if (value === null || value === undefined) continue
        const wanted = typeof value === 'boolean' ? (value ? 'ja' : 'nei') : String(value)
        const { rows } = await find(bo, { kol: everyColumn, antall: '100', [`f-${column.key}`]: wanted }, name)
        expect(
          rows.map(({ id }) => id),
          `${column.key} ${wanted}`,
        ).toContain(row.id)
      }
    }
  }, 60_000)
})
