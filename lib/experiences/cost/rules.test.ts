import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CostKind, FigureQuality } from '@/generated/prisma/enums'
import type { CostLine } from '../rules'
import { caseCost, perInhabitants } from './rules'

const line = (
  kind: CostKind,
  year: number,
  planned: number | null,
  actual: number | null,
  quality: FigureQuality = 'measured',
) => ({
  ...{ kind, year, planned, actual, quality },
})

describe('what a case has cost', () => {
  test('is purchases and training; own time is hours, and running it is by the year', () => {
    const cost = caseCost(
      [
        line('purchase', 2024, 100, 120),
        line('training', 2025, 30, 20, 'audited'),
        line('own_hours', 2024, 400, 500),
        line('operation', 2025, 10, 12),
        line('operation', 2026, 10, 14),
      ],
      1000,
    )
    expect(cost).toEqual({
      introduction: { amount: 140, isMeasured: true },
      operation: { amount: 14, isMeasured: true, year: 2026 },
      hours: { amount: 500, isMeasured: true },
      population: 1000,
    })
  })

  test('is an estimate as soon as a part of it is: one year told of is not the whole', () => {
    const whole = caseCost([line('purchase', 2024, 100, 90), line('purchase', 2025, 200, null)], 1000)
    expect(whole.introduction).toEqual({ amount: 290, isMeasured: false })
    const guessed = caseCost([line('purchase', 2024, 100, 90, 'estimated')], 1000)
    expect(guessed.introduction).toEqual({ amount: 90, isMeasured: false })
  })

  test('to run is the last year as it turned out, before a later one as it is planned', () => {
    const lines = [line('operation', 2025, 10, 12), line('operation', 2026, 13, null), line('operation', 2024, 9, 9)]
    expect(caseCost(lines, 1).operation).toEqual({ amount: 12, isMeasured: true, year: 2025 })
    expect(caseCost([...lines, line('operation', 2025, 5, 5)], 1).operation?.amount).toBe(17)
    expect(caseCost([line('operation', 2027, 13, null)], 1).operation).toEqual({ amount: 13, isMeasured: false, year: 2027 })
  })

  test('is nothing where nothing is told', () => {
    expect(caseCost([line('purchase', 2024, null, null)], 5)).toEqual({
      ...{ introduction: null, operation: null, hours: null, population: 5 },
    })
  })

  test('does not depend on the order of the lines, nor is changed by a line that says nothing', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1e6 }))
    const some = fc.record({
      kind: fc.constantFrom(...Object.values(CostKind)),
      year: fc.integer({ min: 2020, max: 2027 }),
      ...{ planned: amount, actual: amount },
      quality: fc.constantFrom(...Object.values(FigureQuality)),
    })
    const lines: fc.Arbitrary<CostLine[]> = fc.uniqueArray(some, { selector: ({ kind, year }) => `${kind} ${year}` })
    fc.assert(
      fc.property(lines, (told) => {
        const cost = caseCost(told, 7)
        expect(caseCost(told.toReversed(), 7)).toEqual(cost)
        expect(caseCost([...told, line('training', 2030, null, null)], 7)).toEqual(cost)
      }),
    )
  })
})

test('a sum is told per inhabitant, or per thousand of them', () => {
  expect([perInhabitants(5000, 1000), perInhabitants(500, 2000, 1000)]).toEqual([5, 250])
})
