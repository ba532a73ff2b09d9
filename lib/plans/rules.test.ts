import { describe, expect, test } from 'vitest'
import { isAhead, kinshipReasons, planLikeness, shownFrom } from './rules'

const kin = (change: object = {}) => ({ sameTheme: false, words: 0, daysApart: 400, ...change })

describe('how like a plan is to one’s own', () => {
  test('what it is about decides over who plans it', () => {
    const [near, same, called] = [
      planLikeness(kin(), 1),
      planLikeness(kin({ sameTheme: true }), 0),
      planLikeness(kin({ words: 0.8 }), 0),
    ]
    expect(same).toBeGreaterThan(near)
    expect(called).toBeGreaterThan(same)
  })

  test('among those about the same, the municipality most like one’s own comes first, then the one that begins at the same time', () => {
    const about = kin({ sameTheme: true })
    expect(planLikeness(about, 0.9)).toBeGreaterThan(planLikeness(about, 0.4))
    expect(planLikeness(kin({ sameTheme: true, daysApart: 10 }), 0.4)).toBeGreaterThan(planLikeness(about, 0.4))
  })

  test('time alone makes nothing alike', () => {
    expect(planLikeness(kin({ daysApart: 0 }), 0.5)).toBe(planLikeness(kin(), 0.5))
    expect(kinshipReasons(kin({ daysApart: 0 }))).toEqual([])
  })

  test('says why', () => {
    expect(kinshipReasons(kin({ sameTheme: true }))).toEqual(['theme'])
    expect(kinshipReasons(kin({ sameTheme: true, words: 0.5, daysApart: 90 }))).toEqual(['words', 'theme', 'time'])
  })
})

test('a plan begins today or later, and is shown a year before', () => {
  expect(isAhead('2026-11-30', '2026-11-30')).toBe(true)
  expect(isAhead('2026-11-29', '2026-11-30')).toBe(false)
  expect(shownFrom('2028-03-01')).toBe('2027-03-01')
  expect(shownFrom('2028-02-29')).toBe('2027-02-28')
})
