import { expect, test } from 'vitest'
import { featureState, placesOnFront } from './rules'

const shown = { startsOn: '2026-11-01', endsOn: '2026-11-30', isOpen: true, isMerged: false, place: 1 }

test('a featured case waits until its owner opens it to all', () => {
  expect(featureState({ ...shown, isOpen: false, place: null }, '2026-11-23')).toBe('waiting')
  expect(featureState(shown, '2026-11-23')).toBe('showing')
})

test('the last day counts, the day after does not', () => {
  expect(featureState(shown, '2026-11-30')).toBe('showing')
  expect(featureState(shown, '2026-12-01')).toBe('ended')
  expect(featureState({ ...shown, place: null }, '2026-10-31')).toBe('upcoming')
})

test('what the front page has no room for is in the queue, and a report found by way of another is not shown', () => {
  expect(featureState({ ...shown, place: placesOnFront }, '2026-11-23')).toBe('showing')
  expect(featureState({ ...shown, place: placesOnFront + 1 }, '2026-11-23')).toBe('queued')
  expect(featureState({ ...shown, place: null }, '2026-11-23')).toBe('queued')
  expect(featureState({ ...shown, isMerged: true, place: null }, '2026-11-23')).toBe('merged')
})
