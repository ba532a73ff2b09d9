import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Effect } from '../rules'
import { foremost, resultOf, yearlyGain } from './rules'

const effect = (more: Partial<Effect>): Effect => ({
  ...{ category: 'time_saved', title: 'Timer til avlesning', unit: 'hours', valueBefore: 90, valueAfter: 40, per: 'month' },
  ...{ quality: 'measured', result: null, wordsBefore: '', wordsAfter: '', period: '', source: '', beneficiary: '' },
  ...more,
})

test('what is freed or saved is reckoned for a year', () => {
  expect(yearlyGain(effect({}))).toEqual({ amount: 600, isMeasured: true })
  expect(yearlyGain(effect({ valueAfter: 100, quality: 'estimated', per: 'year' }))).toEqual({ amount: -10, isMeasured: false })
  expect(yearlyGain(effect({ category: 'avoided_cost', unit: 'nok', per: 'quarter' }))?.amount).toBe(200)
})

test('figures of a case, of other things, or that are not known, are of no year', () => {
  for (const more of [
    ...[{ per: 'other' as const }, { unit: 'percent' as const }, { category: 'quality' as const }],
    ...[{ valueBefore: null }, { category: 'avoided_cost' as const }],
  ])
    expect(yearlyGain(effect(more))).toBeNull()
})

test('it became better when the figure has moved towards its target, whichever way that is', () => {
  expect([resultOf(34, 10, 24), resultOf(71, 95, 91), resultOf(34, 10, 34), resultOf(34, 10, 40)]).toEqual([
    ...['better', 'better', 'unchanged', 'worse'],
  ])
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (start, target, now) => {
      expect(resultOf(start, target, now)).toBe(resultOf(-start, -target, -now))
    }),
  )
})

test('what is measured, and became better or worse, is told first; what is told in words is told too', () => {
  const [estimated, words, better, worse] = [
    effect({ title: 'Anslag', quality: 'estimated', result: 'better' }),
    effect({ title: 'Ord', valueBefore: null, valueAfter: null, wordsAfter: 'Færre klager' }),
    effect({ title: 'Bedre', result: 'better' }),
    effect({ title: 'Verre', result: 'worse' }),
  ]
  expect(foremost([estimated, words, better, worse], 2)).toEqual([better, worse])
  expect(foremost([estimated, words], 1)).toEqual([words])
  expect(foremost([], 2)).toEqual([])
})
