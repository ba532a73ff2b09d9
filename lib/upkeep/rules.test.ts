import { describe, expect, test } from 'vitest'
import { dueFollowUps, monthsAfter } from './rules'

describe('follow-up of effects', () => {
  test('is due on the day 6, 12 and 24 months after, and not before', () => {
    expect(dueFollowUps('2025-11-24', [], '2026-11-23')).toEqual([6])
    expect(dueFollowUps('2025-11-23', [], '2026-11-23')).toEqual([6, 12])
    expect(dueFollowUps('2024-01-31', [6], '2026-11-23')).toEqual([12, 24])
    expect(dueFollowUps('2026-11-01', [], '2026-11-23')).toEqual([])
  })

  test('counts months by the calendar, to the last day of a shorter one', () => {
    expect(monthsAfter('2025-08-31', 6)).toBe('2026-02-28')
    expect(monthsAfter('2025-12-15', 12)).toBe('2026-12-15')
    expect(monthsAfter('2026-11-30', 24)).toBe('2028-11-30')
  })
})
