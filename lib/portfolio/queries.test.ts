import { beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { makeCollaboration, makeProject, makeStaff, makeStatusReport } from '@/lib/testing/builders'
import { portfolioQuery, sortKeys } from './input'
import { portfolioPage } from './queries'

const find = (actor: Staff, address: Record<string, string> = {}) => portfolioPage(actor, portfolioQuery.parse(address))
const titles = async (actor: Staff, address: Record<string, string> = {}) =>
  (await find(actor, address)).rows.map((row) => row.title)

describe('a portfolio', () => {
  let aase: Staff
  let bo: Staff

  beforeAll(async () => {
    bo = await makeStaff({ name: 'Bo Berg' })
    aase = await makeStaff({ name: 'Åse Aas', municipality: bo.municipality })
    const money = (budgetNok: number, costNok: number, forecastNok: number) => [{ year: 2026, budgetNok, costNok, forecastNok }]
    const library = await makeProject(bo, {
      number: '2026-001',
      title: 'Ærlig bibliotek',
      goal: 'Lån uten kø',
      theme: 'kultur-og-fritid',
      phase: 'realisation',
      lifecycle: 'closed',
      budgets: [...money(300, 100, 200), { year: 2027, budgetNok: 700, costNok: 200, forecastNok: 300 }],
    })
    const water = await makeProject(aase, {
      number: '2026-002',
      title: 'Øvre vannverk 100 %',
      goal: 'Rent vann',
      theme: 'vann-og-avlop',
      phase: 'concept',
      budgets: money(50, 900, 950),
      visibility: 'open',
    })
    await makeProject(bo, {
      number: '2026-003',
      title: 'Åpen barnehage',
      goal: 'Flere barn',
      phase: 'idea',
      lifecycle: 'waiting',
      budgets: [],
    })
    const archive = await makeProject(aase, {
      number: '2026-010',
      title: 'Arkiv',
      goal: 'Alt på ett sted',
      theme: 'arkiv-og-sak',
      budgets: money(400, 400, 400),
    })
    await makeStatusReport(bo, library, { periodEndOn: '2026-08-31', progress: 'delayed', economy: 'over_budget', risk: 'high' })
    await makeStatusReport(bo, library, { periodEndOn: '2026-09-30', progress: 'ahead', economy: 'under_budget', risk: 'low' })
    await makeStatusReport(aase, water, { periodEndOn: '2026-10-31', progress: 'delayed', economy: 'over_budget', risk: 'high' })
    await makeStatusReport(aase, archive, {
      periodEndOn: '2026-07-31',
      progress: 'on_plan',
      economy: 'on_budget',
      risk: 'medium',
    })

    // What others have, also what they share: never in here.
    const partner = await makeStaff()
    const { slug: collaboration } = await makeCollaboration([bo.municipality, partner.municipality])
    await makeProject(partner, { title: 'Deres åpne', visibility: 'open' })
    await makeProject(partner, { title: 'Deres i samarbeidet', visibility: 'collaboration', collaboration })
    await makeProject(partner, { title: 'Deres egne' })
  })

  test('shows its own rows and no others, to all who work there', async () => {
    for (const actor of [bo, aase])
      expect(await titles(actor)).toEqual(['Ærlig bibliotek', 'Øvre vannverk 100 %', 'Åpen barnehage', 'Arkiv'])
    expect(await find(await makeStaff())).toMatchObject({ rows: [], total: 0, page: 1, pageCount: 1, sums: { budgetNok: 0 } })
  })

  test('a row tells phase, manager, money over all years, and the latest published status', async () => {
    const [row] = (await find(bo)).rows
    expect(row).toMatchObject({
      number: '2026-001',
      lifecycle: 'closed',
      phase: { code: 'realisation' },
      manager: 'Bo Berg',
      status: { progress: 'ahead', economy: 'under_budget', risk: 'low' },
      budgetNok: 1000,
      costNok: 300,
      forecastNok: 500,
      reportedOn: '2026-09-30',
    })
    const [waiting] = (await find(bo, { tilstand: 'waiting' })).rows
    expect(waiting).toMatchObject({ status: null, reportedOn: null, budgetNok: 0, costNok: 0, forecastNok: 0 })
  })

  test('the sums are of every hit of the filter', async () => {
    expect((await find(bo)).sums).toEqual({ budgetNok: 1450, costNok: 1600, forecastNok: 1850 })
    expect((await find(bo, { tema: 'arkiv-og-sak' })).sums).toEqual({ budgetNok: 400, costNok: 400, forecastNok: 400 })
  })

  const order = ['Ærlig bibliotek', 'Øvre vannverk 100 %', 'Åpen barnehage', 'Arkiv']
  const [library, water, nursery, archive] = order as [string, string, string, string]
  test.each<[string, string[], string[]]>([
    ['nummer', [library, water, nursery, archive], [archive, nursery, water, library]],
    ['tittel', [archive, library, water, nursery], [nursery, water, library, archive]],
    ['fase', [nursery, water, archive, library], [library, archive, water, nursery]],
    // What has no status comes last either way.
    ['status', [library, archive, water, nursery], [water, archive, library, nursery]],
    ['leder', [library, nursery, water, archive], [water, archive, library, nursery]],
    ['budsjett', [nursery, water, archive, library], [library, archive, water, nursery]],
    ['kostnad', [nursery, library, archive, water], [water, archive, library, nursery]],
    ['prognose', [nursery, archive, library, water], [water, library, archive, nursery]],
    ['rapportert', [archive, library, water, nursery], [water, library, archive, nursery]],
  ])('sorted by %s, both ways', async (key, ascending, descending) => {
    expect(await titles(bo, { sorter: key })).toEqual(ascending)
    expect(await titles(bo, { sorter: `-${key}` })).toEqual(descending)
  })

  test('every way of sorting is tried above', () => {
    expect(sortKeys).toHaveLength(9)
  })

  test.each<[Record<string, string>, string[]]>([
    [{ q: 'BIBLIOTEK' }, [library]],
    [{ q: '2026-01' }, [archive]],
    [{ q: 'rent vann' }, [water]],
    // Signs that ILIKE reads specially stand for themselves.
    [{ q: '%' }, [water]],
    [{ q: '_' }, []],
    [{ q: '\\' }, []],
    [{ q: "'; DROP TABLE project; --" }, []],
    [{ fase: 'concept' }, [water]],
    [{ tilstand: 'waiting' }, [nursery]],
    [{ tema: 'kultur-og-fritid' }, [library]],
    [{ tema: 'finnes-ikke' }, []],
    [{ tilstand: 'active', q: 'vann' }, [water]],
    [{ tilstand: 'closed', q: 'vann' }, []],
  ])('filtered by %o', async (address, expected) => {
    const { rows, total } = await find(bo, address)
    expect([rows.map((row) => row.title), total]).toEqual([expected, expected.length])
  })

  test('filtered by manager, of whom one’s own are offered by name', async () => {
    const { choices } = await find(bo)
    expect(choices.managers).toEqual([
      { id: bo.personId, name: 'Bo Berg' },
      { id: aase.personId, name: 'Åse Aas' },
    ])
    expect(await titles(bo, { leder: aase.personId })).toEqual([water, archive])
    expect(choices.themes).toHaveLength(12)
    expect(choices.phases.map((phase) => phase.code).sort()).toEqual([
      'closing',
      'concept',
      'execution',
      'idea',
      'planning',
      'realisation',
    ])
  })

  test('a mangled address shows the first page of everything', async () => {
    const mangled = { fase: '', tilstand: 'x', leder: 'x', sorter: 'DROP', antall: '7', side: '-1' }
    expect(await titles(bo, mangled)).toEqual(order)
  })
})

describe('a long portfolio', () => {
  let kari: Staff

  beforeAll(async () => {
    kari = await makeStaff()
    for (let number = 1; number <= 53; number++) {
      const title = `Prosjekt ${number % 3}`
      await makeProject(kari, {
        number: `2026-${String(number).padStart(3, '0')}`,
        title,
        budgets: [{ year: 2026, budgetNok: 1, costNok: 2, forecastNok: 3 }],
      })
    }
  }, 120_000)

  test('each project stands on one page, also where many sort alike', async () => {
    for (const sorter of ['nummer', '-tittel', 'leder', 'status']) {
      const pages = await Promise.all(['1', '2', '3'].map((side) => find(kari, { side, sorter })))
      expect(pages.map((page) => page.rows.length)).toEqual([25, 25, 3])
      expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size, sorter).toBe(53)
      for (const page of pages) expect(page).toMatchObject({ total: 53, pageCount: 3, sums: { budgetNok: 53, costNok: 106 } })
    }
  })

  test('a page beyond the end is the last page', async () => {
    expect(await find(kari, { side: '99' })).toMatchObject({ page: 3, pageCount: 3 })
    expect((await find(kari, { side: '99' })).rows).toHaveLength(3)
  })

  test('a page may be larger', async () => {
    expect((await find(kari, { antall: '100' })).rows).toHaveLength(53)
    expect(await find(kari, { antall: '50', side: '2' })).toMatchObject({ page: 2, pageCount: 2 })
  })
})
