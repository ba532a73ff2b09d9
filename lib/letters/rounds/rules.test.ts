import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastDue } from './rules'

const due = (cadence: 'daily' | 'weekly', now: string) => lastDue(cadence, new Date(now)).toISOString()

test('a daily letter was last due at seven in the morning, in summer and in winter', () => {
  expect(due('daily', '2026-11-23T05:59:59Z')).toBe('2026-11-22T06:00:00.000Z')
  expect(due('daily', '2026-11-23T06:00:00Z')).toBe('2026-11-23T06:00:00.000Z')
  expect(due('daily', '2026-07-01T05:00:00Z')).toBe('2026-07-01T05:00:00.000Z')
  expect(due('daily', '2026-07-01T23:30:00Z')).toBe('2026-07-01T05:00:00.000Z')
  // The night the clock goes back.
  expect(due('daily', '2026-10-25T05:59:00Z')).toBe('2026-10-24T05:00:00.000Z')
})

test('a weekly letter was last due on Monday at half past seven', () => {
  expect(due('weekly', '2026-11-23T06:29:00Z')).toBe('2026-11-16T06:30:00.000Z')
  expect(due('weekly', '2026-11-23T06:30:00Z')).toBe('2026-11-23T06:30:00.000Z')
  expect(due('weekly', '2026-11-29T22:59:00Z')).toBe('2026-11-23T06:30:00.000Z')
})

test('whenever one asks, it was due, and no longer ago than until the next', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (now) => {
      for (const [cadence, hours] of [
        ['daily', 25],
        ['weekly', 169],
      ] as const) {
        const since = now.getTime() - lastDue(cadence, now).getTime()
        expect(since).toBeGreaterThanOrEqual(0)
        expect(since).toBeLessThan(hours * 3_600_000)
      }
    }),
  )
})
