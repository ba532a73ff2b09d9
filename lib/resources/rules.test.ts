import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mondayOf, weeklyLoad, weeksFrom } from './rules'

test('a week begins on Monday, also for its Sunday', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(weeksFrom('2026-12-30', 2)).toEqual(['2026-12-28', '2027-01-04'])
})

const share = (percent: number, startOn: string, endOn: string) => ({ personId: 'p', percent, startOn, endOn })

test('half a week counts half, and absence takes from what is left', () => {
  const weeks = ['2026-11-23', '2026-11-30']
  const load = weeklyLoad(
    weeks,
    [share(80, '2026-11-23', '2026-12-31'), share(50, '2026-11-26', '2026-11-27')],
    [share(100, '2026-11-30', '2026-12-01')],
  )
  expect(load).toEqual([
    { weekOn: '2026-11-23', assigned: 100, available: 100, isOver: false },
    { weekOn: '2026-11-30', assigned: 80, available: 60, isOver: true },
  ])
})

test('nobody is over without anything assigned, and what is available is a share', () => {
  const percents = fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 5 })
  fc.assert(
    fc.property(percents, (absent) => {
      const [week] = weeklyLoad(
        ['2026-11-23'],
        [],
        absent.map((percent) => share(percent, '2026-01-01', '2026-12-31')),
      )
      expect(week?.isOver).toBe(false)
      expect(week?.available).toBeGreaterThanOrEqual(0)
      expect(week?.available).toBeLessThanOrEqual(100)
    }),
  )
})
