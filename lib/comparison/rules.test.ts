import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dot, placeOf, rangeOf, sizeGroupOf } from './rules'

const dot = (value: number, number = `${value}`): Dot => ({
  ...{ id: `${value}`, slug: `s${value}`, title: '', municipality: '', population: 5000 },
  ...{ number, value, isStopped: false, isReuse: false },
})

describe('a range', () => {
  test('is shown from three cases on', () => {
    expect(rangeOf([dot(1), dot(2)])).toBeNull()
    expect(rangeOf([dot(30), dot(10), dot(20)])).toMatchObject({ low: 10, middle: 20, high: 30 })
    expect(rangeOf([dot(1), dot(2), dot(4), dot(9)])?.middle).toBe(3)
  })

  test('is of three municipalities, however many cases each of them has', () => {
    expect(rangeOf([dot(1, '4202'), dot(2, '4202'), dot(3, '4202')])).toBeNull()
    expect(rangeOf([dot(1, '4202'), dot(2, '4202'), dot(3, '4203'), dot(4, '4204')])).toMatchObject({ low: 1, high: 4 })
  })

  test('has its middle between its ends, and every dot on its scale', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 40 }), (values) => {
        const range = rangeOf(values.map((value, index) => dot(value, String(index))))
        if (!range) throw new Error('three make a range')
        expect(range.low).toBeLessThanOrEqual(range.middle)
        expect(range.middle).toBeLessThanOrEqual(range.high)
        for (const { value } of range.dots) {
          expect(placeOf(value, range)).toBeGreaterThanOrEqual(0)
          expect(placeOf(value, range)).toBeLessThanOrEqual(100)
        }
      }),
    )
  })
})

test('sizes are grouped as in the search, limits upward', () => {
  expect([4999, 5000, 10_000, 20_000, 49_999, 50_000].map(sizeGroupOf)).toEqual([
    ...['under5000', 'from5000', 'from10000', 'from20000', 'from20000', 'over50000'],
  ])
})
