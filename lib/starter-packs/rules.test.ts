import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceTo, isFor, startsOf } from './rules'

test('a pack is for the sizes it says, limits included', () => {
  const pack = { fromPopulation: 2000, toPopulation: 5000 }
  expect([1999, 2000, 5000, 5001].map((population) => isFor(pack, population))).toEqual([false, true, true, false])
  expect(isFor({ fromPopulation: null, toPopulation: null }, 700_000)).toBe(true)
})

test('a pack lies no distance away exactly from those it is for', () => {
  const limit = fc.option(fc.integer({ min: 0, max: 1_000_000 }))
  fc.assert(
    fc.property(limit, limit, fc.integer({ min: 1, max: 1_000_000 }), (fromPopulation, toPopulation, population) => {
      fc.pre(fromPopulation === null || toPopulation === null || fromPopulation <= toPopulation)
      const pack = { fromPopulation, toPopulation }
      expect(distanceTo(pack, population) === 0).toBe(isFor(pack, population))
      expect(distanceTo(pack, population)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('projects start one after the other, at the end of shorter months too', () => {
  expect(startsOf('2026-12-31', 2, 3)).toEqual(['2026-12-31', '2027-02-28', '2027-04-30'])
  expect(startsOf('2026-12-31', 0, 2)).toEqual(['2026-12-31', '2026-12-31'])
})
