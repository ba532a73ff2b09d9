import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sum } from '@/lib/experiences/cost/rules'
import { type Case, type CaseEffect, measureViews, qualityView, sizeViews } from './rules'

const measured = (amount: number): Sum => ({ amount, isMeasured: true })
const estimated = (amount: number): Sum => ({ amount, isMeasured: false })

const made = (number: string, cost: Partial<Case['cost']>, more: Partial<Case> = {}): Case => ({
  ...{ id: `${number}${JSON.stringify(cost)}`, slug: number, title: '', municipality: number, number, outcome: 'completed' },
  cost: { introduction: null, operation: null, hours: null, population: 1000, ...cost },
  ...{ effects: [], isReuse: false },
  ...more,
})
const viewOf = (cases: Case[], measure: string) => measureViews(cases).find((view) => view.measure === measure)

describe('what cases come to', () => {
  test('is per inhabitant, own time and gains per thousand, each by itself', () => {
    const saves = (amount: number): CaseEffect[] => [{ category: 'time_saved', yearly: measured(amount), result: null }]
    const cases = ['1', '2', '3'].map((number, index) =>
      made(
        number,
        { introduction: measured(1000 * (index + 1)), hours: measured(500), operation: { ...measured(100), year: 2026 } },
        { effects: [...saves(30), ...saves(20)] },
      ),
    )
    expect(viewOf(cases, 'introduction')?.measured.range).toMatchObject({ low: 1, middle: 2, high: 3 })
    expect(viewOf(cases, 'operation')?.measured.range).toMatchObject({ low: 0.1, high: 0.1 })
    expect(viewOf(cases, 'hours')?.measured.range).toMatchObject({ low: 500 })
    expect(viewOf(cases, 'time_saved')?.measured.range).toMatchObject({ low: 50 })
    expect(viewOf(cases, 'avoided_cost')).toBeUndefined()
  })

  test('is measured apart from estimated, and says how many more it takes', () => {
    const cases = [
      ...['1', '2', '3'].map((number) => made(number, { introduction: measured(1) })),
      ...['4', '5'].map((number) => made(number, { introduction: estimated(9) })),
    ]
    expect(viewOf(cases, 'introduction')).toMatchObject({
      measured: { municipalities: 3, range: { high: 0.001 } },
      estimated: { municipalities: 2, range: null },
    })
  })

  test('marks what was stopped', () => {
    const cases = ['1', '2', '3'].map((number) => made(number, { introduction: measured(1) }, { outcome: 'stopped' }))
    expect(viewOf(cases, 'introduction')?.measured.range?.dots.every(({ isStopped }) => isStopped)).toBe(true)
  })

  test('never makes a range of fewer than three municipalities, and counts each once', () => {
    const some = fc.array(
      fc.record({
        number: fc.constantFrom('1', '2', '3', '4'),
        amount: fc.integer({ min: 0, max: 9999 }),
        isMeasured: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, (told) => {
        const cases = told.map(({ number, ...introduction }) => made(number, { introduction }))
        for (const { measured, estimated } of measureViews(cases))
          for (const { range, municipalities } of [measured, estimated]) {
            expect(range !== null).toBe(municipalities >= 3)
            expect(municipalities).toBeLessThanOrEqual(4)
          }
      }),
    )
  })
})

test('every size stands beside the others, with a range where there are enough of it', () => {
  const sized = (number: string, population: number) => made(number, { introduction: measured(population * 2), population })
  const range = viewOf([sized('1', 900), sized('2', 800), sized('3', 700), sized('4', 60_000)], 'introduction')?.measured.range
  if (!range) throw new Error('four make a range')
  const views = sizeViews(range)
  expect(views.map(({ group, dots, spread }) => [group, dots.length, spread.range !== null])).toEqual([
    ['under5000', 3, true],
    ...['from5000', 'from10000', 'from20000'].map((group) => [group, 0, false]),
    ['over50000', 1, false],
  ])
})

test('of quality it is told how many say that it became better', () => {
  const said = (number: string, ...results: CaseEffect['result'][]) =>
    made(number, {}, { effects: results.map((result) => ({ category: 'quality', yearly: null, result })) })
  expect(qualityView([said('1', 'better'), said('2', 'worse'), said('2', 'better')])).toBeNull()
  expect(
    qualityView([said('1', 'better', 'unchanged'), said('2', 'worse', null), said('3', 'better'), said('4', null)]),
  ).toMatchObject({
    ...{ better: 2, unchanged: 1, worse: 1, municipalities: 3 },
    cases: [{ municipality: '1' }, { municipality: '2' }, { municipality: '3' }],
  })
})
