import { expect, test } from 'vitest'
import { formatDate, formatNok, formatNumber, localeFor } from './locale'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('numbers, money and dates as Norwegians write them', () => {
  expect(plain(formatNumber(1234567.89, 'nb'))).toBe('1 234 567,89')
  expect(plain(formatNok(1_250_000, 'nn'))).toBe('1 250 000 kr')
  expect(formatNumber(-3.5, 'nb')).toBe('\u22123,5')
  expect(formatDate('2026-11-23', 'nb')).toBe('23. november 2026')
  expect(formatDate('2026-11-03', 'nb', 'short')).toBe('03.11.2026')
  expect(formatDate('2026-11-23', 'en')).toBe('23 November 2026')
})

test('people read Delt in the language they chose, else in that of their municipality', () => {
  expect(localeFor('en', 'nynorsk')).toBe('en')
  expect(localeFor(undefined, 'nynorsk')).toBe('nn')
  expect(localeFor(undefined, 'noytral')).toBe('nb')
  expect(localeFor('tlh')).toBe('nb')
})
