import { expect, test } from 'vitest'
import { day, version } from './input'

test.each(['1900-01-01', '2026-11-23', '2199-12-31', '2028-02-29'])('%s is a day somebody can mean', (typed) => {
  expect(day.safeParse(typed).success).toBe(true)
})

test.each(['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '12026-01-01', '2027-02-29', '23.11.2026', ''])(
  '«%s» is not, and says so',
  (typed) => {
    expect(day.safeParse(typed).error?.issues[0]?.message).toBe('errors.date')
  },
)

test.each(['0', '1', '2147483647'])('%s is a version', (typed) => {
  expect(version.safeParse(typed).success).toBe(true)
})

test.each(['-1', '1,5', '2147483648', '9007199254740993', '1e400', 'NaN', 'siste'])('%s is no version', (typed) => {
  expect(version.safeParse(typed).success).toBe(false)
})
