import { beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '@/lib/platform/actor'
import { addDays, today } from '@/lib/platform/dates'
import { makeProject, makeStaff, makeStatusReport, owner } from '@/lib/testing/builders'
import { sampleProject } from '@/lib/testing/sample'
import type { DemoDecision, DemoProject } from '@/prisma/demo/content'
import { type Dashboard, dashboard } from './queries'

const day = (days: number) => addDays(today(), days)
const money = (budgetNok: number, costNok: number, forecastNok: number) => [{ year: 2026, budgetNok, costNok, forecastNok }]
const condition = (dueOn: string, isClosed = false) => ({ text: 'Vilkår', owner: 'Oppvekstsjefen', dueOn, isClosed })
const decision = (on: string, conditions: DemoDecision['conditions']): DemoDecision => ({
  gate: 'BP2',
  outcome: conditions ? 'approved_with_conditions' : 'approved',
  on,
  decidedBy: 'Rådmannen',
  rationale: 'Klart',
  conditions,
})
const [benefit] = sampleProject.benefits
const benefits = (value: number | null, indicator = benefit?.indicator): DemoProject['benefits'] =>
  benefit && indicator
    ? [{ ...benefit, indicator: { ...indicator, measurements: value === null ? [] : [{ on: '2026-10-15', value }] } }]
    : []

let per: Staff
let ids: Record<'bridge' | 'road' | 'library' | 'archive' | 'harbour', string>

/** A portfolio small enough to count on fingers. */
beforeAll(async () => {
  per = await makeStaff()
  const make = (overrides: Partial<Omit<DemoProject, 'report'>>) =>
    makeProject(per, { decisions: [], benefits: [], budgets: [], phases: [], ...overrides })
  const bridge = await make({
    title: 'Bru',
    phase: 'execution',
    phases: [{ code: 'execution', plannedEndOn: day(-3) }],
    budgets: [...money(300, 100, 200), { year: 2027, budgetNok: 700, costNok: 0, forecastNok: 800 }],
    decisions: [decision('2026-04-24', [condition(day(-1)), condition(day(0)), condition(day(30)), condition(day(-1), true)])],
    // (320 − 400) / (150 − 400) = 32 %
    benefits: benefits(320),
  })
  const road = await make({
    title: 'Vei',
    phase: 'execution',
    phases: [{ code: 'execution', plannedEndOn: day(91) }],
    budgets: money(50, 60, 70),
    // A condition of what was decided again is not open any more.
    decisions: [decision('2026-03-01', [condition(day(-9))]), decision('2026-05-01', undefined)],
    // (100 − 400) / (150 − 400) = 120 %
    benefits: benefits(100),
  })
  const library = await make({ title: 'Bibliotek', phase: 'concept', lifecycle: 'waiting', benefits: benefits(null) })
  const archive = await make({ title: 'Arkiv', phase: 'realisation', lifecycle: 'closed', budgets: money(9, 9, 9) })
  const harbour = await make({
    title: 'Havn',
    phase: 'idea',
    startOn: day(-100),
    phases: [{ code: 'idea', plannedEndOn: day(90) }],
    benefits: benefit ? [{ ...benefit, indicator: undefined } as typeof benefit] : [],
  })
  await make({ title: 'Stoppet', phase: 'idea', lifecycle: 'stopped' })
  ids = { bridge: bridge.id, road: road.id, library: library.id, archive: archive.id, harbour: harbour.id }

  const status = { progress: 'on_plan', economy: 'on_budget', quality: 'to_spec', risk: 'low', benefit: 'on_plan' } as const
  await makeStatusReport(per, bridge, { ...status, periodEndOn: day(-45) })
  await makeStatusReport(per, bridge, {
    ...status,
    periodEndOn: day(-5),
    progress: 'delayed',
    economy: 'under_budget',
    risk: 'high',
  })
  await makeStatusReport(per, road, { ...status, periodEndOn: day(-40), progress: 'delayed' })
  await makeStatusReport(per, road, { ...status, periodEndOn: day(-5), progress: 'minor_delay' })
  await makeStatusReport(per, library, { ...status, periodEndOn: day(-45), risk: 'high' })
  await makeStatusReport(per, archive, { ...status, periodEndOn: day(-45) })
  await makeStatusReport(per, archive, { ...status, periodEndOn: day(-5), progress: 'delayed' })
  await makeStatusReport(per, harbour, { ...status, periodEndOn: day(-4), progress: 'delayed' })

  // Others’, open to all: never counted here.
  const other = await makeStaff()
  const open = await makeProject(other, { visibility: 'open', title: 'Deres' })
  await makeStatusReport(other, open, { periodEndOn: day(-45), progress: 'on_plan' })
  await makeStatusReport(other, open, { periodEndOn: day(-5), progress: 'delayed' })
})

const seen = (): Promise<Dashboard> => dashboard(per)

describe('the dashboard of a portfolio', () => {
  test('counts running projects and their money by phase, and every project by how it stands', async () => {
    const { phases, lifecycles } = await seen()
    expect(phases.map(({ code, count, budget, cost, forecast }) => [code, count, budget, cost, forecast])).toEqual([
      ['idea', 1, 0, 0, 0],
      ['concept', 1, 0, 0, 0],
      ['execution', 2, 1050, 160, 1070],
    ])
    expect(Object.fromEntries(lifecycles.map(({ lifecycle, count }) => [lifecycle, count]))).toEqual({
      active: 3,
      waiting: 1,
      closed: 1,
      stopped: 1,
    })
  })

  test('counts how running projects stand by their latest report', async () => {
    const { statuses } = await seen()
    const of = (wanted: string) =>
      Object.fromEntries(statuses.filter(({ section }) => section === wanted).map(({ value, count }) => [value, count]))
    expect(of('progress')).toEqual({ delayed: 2, minor_delay: 1, on_plan: 1 })
    expect(of('economy')).toEqual({ under_budget: 1, on_budget: 3 })
    expect(of('quality')).toEqual({ to_spec: 4 })
    expect(of('risk')).toEqual({ high: 2, low: 2 })
    expect(of('benefit')).toEqual({ on_plan: 4 })
  })

  test('shows what is worse than a month ago, and only that', async () => {
    expect((await seen()).worsened).toEqual([
      {
        id: ids.bridge,
        title: 'Bru',
        sections: [
          { section: 'progress', before: 'on_plan', now: 'delayed' },
          { section: 'risk', before: 'low', now: 'high' },
        ],
      },
    ])
  })

  test('counts the reports that are overdue, by the rhythm of the municipality', async () => {
    expect((await seen()).overdueReports).toBe(0)
    const municipalityId = per.municipality.id
    const rhythm = (reportEveryDays: number) =>
      owner().municipalitySettings.upsert({
        where: { municipalityId },
        create: { municipalityId, reportEveryDays },
        update: { reportEveryDays },
      })
    const silent = await makeProject(per, {
      startOn: day(-8),
      decisions: [],
      benefits: [],
      budgets: [],
      phases: [],
      phase: 'idea',
    })
    await rhythm(7)
    expect((await seen()).overdueReports).toBe(1)
    await rhythm(8)
    expect((await seen()).overdueReports).toBe(0)
    await owner().municipalitySettings.delete({ where: { municipalityId } })
    await owner().project.update({ where: { id: silent.id }, data: { lifecycle: 'stopped' } })
  })

  test('counts the open conditions of decisions that stand, and those past their day', async () => {
    expect((await seen()).conditions).toEqual({ open: 3, overdue: 1 })
  })

  test('weighs the benefits planned against those realised', async () => {
    expect((await seen()).benefits).toEqual({
      rows: 4,
      withoutIndicator: 1,
      measured: 2,
      unmeasured: 1,
      reached: 1,
      averagePct: 76,
    })
  })

  test('shows the gates that running projects plan to reach within three months, the overdue first', async () => {
    expect((await seen()).gates).toEqual([
      { id: ids.bridge, title: 'Bru', gate: 'BP4', on: day(-3) },
      { id: ids.harbour, title: 'Havn', gate: 'BP1', on: day(90) },
    ])
  })

  test('is empty where there is nothing, and the same for everybody who works there', async () => {
    expect(await dashboard(await makeStaff())).toEqual({
      phases: [],
      lifecycles: [],
      statuses: [],
      worsened: [],
      everyDays: 30,
      overdueReports: 0,
      conditions: { open: 0, overdue: 0 },
      benefits: { rows: 0, withoutIndicator: 0, measured: 0, unmeasured: 0, reached: 0, averagePct: null },
      gates: [],
    })
    const reader = await makeStaff({ municipality: per.municipality, roles: ['portfolio_reader'] })
    expect(await dashboard(reader)).toEqual(await seen())
  })
})
