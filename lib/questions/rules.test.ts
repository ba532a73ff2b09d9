import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualAnswer } from './rules'

test('how a source usually answers is the middle of at least three questions, and what got no answer counts', () => {
  expect(usualAnswer([1, 2])).toBeNull()
  expect(usualAnswer([9, 1, 2])).toEqual({ kind: 'within', days: 2 })
  expect(usualAnswer([1, 2, 3, 10])).toEqual({ kind: 'within', days: 3 })
  expect(usualAnswer([0.1, 0.2, 0.3])).toEqual({ kind: 'within', days: 1 })
  expect(usualAnswer([1, 2, null])).toEqual({ kind: 'within', days: 2 })
  expect(usualAnswer([1, null, null])).toEqual({ kind: 'seldom' })
  expect(usualAnswer([1, 1, null, null])).toEqual({ kind: 'seldom' })
})

test('a question that is answered after all never makes it worse', () => {
  const days = fc.array(fc.option(fc.double({ min: 0, max: 400, noNaN: true }), { nil: null }), { minLength: 3, maxLength: 20 })
  const worth = (given: (number | null)[]) => {
    const usual = usualAnswer(given)
    return usual?.kind === 'within' ? usual.days : Number.POSITIVE_INFINITY
  }
  fc.assert(
    fc.property(days, (given) => {
      expect(worth(given.map((one) => one ?? 400))).toBeLessThanOrEqual(worth(given))
    }),
  )
})
