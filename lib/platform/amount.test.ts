import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAmount } from './amount'

test.each([
  ['1 250 000', 1_250_000],
  ['1.500.000', 1_500_000],
  ['1 500 000', 1_500_000],
  ['1,5 mill', 1_500_000],
  ['1,5 mill.', 1_500_000],
  ['2 mrd', 2_000_000_000],
  ['1 234 567,89', 1_234_567.89],
  ['450 000 kr', 450_000],
  ['kr 450 000,-', 450_000],
  ['−3,2', -3.2],
  ['0', 0],
  ['-0', 0],
  ['−0,001', 0],
])('%s is read as %d', (typed, value) => {
  expect(parseAmount(typed)).toBe(value)
})

test.each(['', 'mye', '12 epler', '1,2,3', '--4', '1e400', '١٢', '１２', 'NaN', 'Infinity', '0x10', '9'.repeat(400)])(
  '%j is not an amount',
  (typed) => {
    expect(parseAmount(typed)).toBeNull()
  },
)

test('what Norwegians write is read back', () => {
  const format = new Intl.NumberFormat('nb-NO')
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      (value) => parseAmount(format.format(value)) === (value || 0),
    ),
  )
})
