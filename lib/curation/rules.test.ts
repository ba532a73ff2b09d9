import { expect, test } from 'vitest'
import { featureState } from './rules'

const period = { startsOn: '2026-11-01', endsOn: '2026-11-30' }

test('a featured case waits until its owner opens it to all', () => {
  expect(featureState({ ...period, visibility: 'municipalities' }, '2026-11-23')).toBe('waiting')
  expect(featureState({ ...period, visibility: 'open' }, '2026-11-23')).toBe('showing')
})

test('the last day counts, the day after does not', () => {
  expect(featureState({ ...period, visibility: 'open' }, '2026-11-30')).toBe('showing')
  expect(featureState({ ...period, visibility: 'open' }, '2026-12-01')).toBe('ended')
  expect(featureState({ ...period, visibility: 'open' }, '2026-10-31')).toBe('upcoming')
})
