import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAccountNumber, isIdentityNumber } from './numbers/rules'
import { findings } from './rules'

const found = (text: string, people: string[] = []) =>
  findings([{ section: 'background', field: 'need', text }], people).map(({ kind, found }) => [kind, found])

/** All eleven-digit numbers that begin so and that the rule accepts. */
const numbersFrom = (nine: string) =>
  Array.from({ length: 100 }, (_, check) => `${nine}${String(check).padStart(2, '0')}`).filter(isIdentityNumber)

const birth = fc
  .tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-28'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom(0, 40),
    fc.constantFrom(0, 40, 65, 80),
  )
  .map(([date, serial, moreDays, moreMonths]) => {
    const two = (value: number) => String(value).padStart(2, '0')
    const [day, month] = [date.getUTCDate() + moreDays, date.getUTCMonth() + 1 + moreMonths]
    return `${two(day)}${two(month)}${two(date.getUTCFullYear() % 100)}${String(serial).padStart(3, '0')}`
  })

describe('identity numbers', () => {
  test('are known, from birth, as D-numbers and in the test series', () => {
    for (const number of ['31129956715', '01010750160', '41010199946']) expect(isIdentityNumber(number)).toBe(true)
    for (const number of ['31129956716', '32129956715', '00000000000', '3112995671', '123456789012'])
      expect(isIdentityNumber(number)).toBe(false)
  })

  test('have at most one number for each of the four remainders of the first check digit', () => {
    fc.assert(
      fc.property(birth, (nine) => {
        const numbers = numbersFrom(nine)
        expect(numbers.length).toBeLessThanOrEqual(4)
        expect(new Set(numbers.map((number) => number[9])).size).toBe(numbers.length)
      }),
    )
  })

  test('with one digit wrong are not the same kind of number by the rule until 2032, and never two readings of one', () => {
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (nine, place, change) => {
        for (const number of numbersFrom(nine)) {
          const digit = (Number(number[place]) + change) % 10
          const wrong = `${number.slice(0, place)}${digit}${number.slice(place + 1)}`
          // The second check digit catches every single slip.
          expect(isIdentityNumber(wrong)).toBe(false)
        }
      }),
    )
  })

  test('are found however they are spaced, and never as telephone numbers', () => {
    fc.assert(
      fc.property(birth, fc.constantFrom('', ' ', '.', '-', '\u00a0'), (nine, gap) => {
        for (const number of numbersFrom(nine)) {
          const written = `${number.slice(0, 6)}${gap}${number.slice(6)}`
          expect(found(`Søkeren, ${written}, klaget.`)).toEqual([['identity', written]])
        }
      }),
    )
  })
})

describe('what is asked about', () => {
  test('account numbers, telephone numbers and e-mail addresses', () => {
    expect(isAccountNumber('76940512057')).toBe(true)
    expect(found('Betal til 7694 05 12057.')).toEqual([['account', '7694 05 12057']])
    for (const phone of ['22 33 44 55', '22334455', '912 34 567', '+47 91 23 45 67', '004791234567'])
      expect(found(`Ring ${phone} i dag`)).toEqual([['phone', phone]])
    expect(found('Skriv til kari.nordmann@lillevik.kommune.no.')).toEqual([['email', 'kari.nordmann@lillevik.kommune.no']])
  })

  test('people of the municipality however they are written, and others by a common given name', () => {
    expect(found('spør THEODORA VIK om det', ['Theodora Vik'])).toEqual([['name', 'THEODORA VIK']])
    expect(found('Ingrid Haugland ledet arbeidet, med Anne-Lise Berg.')).toEqual([
      ['name', 'Ingrid Haugland'],
      ['name', 'Anne-Lise Berg'],
    ])
  })

  test('not money, years, days, organisation numbers, places or systems', () => {
    for (const text of [
      'Det kostet 22 500 000 kroner i 2026 og 2027.',
      'Budsjett 91234567 kr',
      'Dato 20261123, sak 2026/1234',
      'Organisasjonsnummer 987654321',
      'Vi brukte KS FIKS og Noark 5. Digital Byggesak i Ny Løsning. Nord Norge og Sør Trøndelag.',
      'Alle Kommuner',
      '1 250 000 kr og 45,5 prosent',
    ])
      expect(found(text)).toEqual([])
  })

  test('once for each thing in a field, with the words around it', () => {
    const [finding, ...rest] = findings([{ section: 'background', field: 'need', text: 'Ring 22334455. Eller 22334455.' }], [])
    expect(rest).toEqual([])
    expect(finding).toMatchObject({
      before: 'Ring ',
      field: 'need',
      section: 'background',
      key: 'background:need:phone:22334455',
    })
  })

  test('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { found, before, after } of findings([{ section: 'short', field: 'summary', text }], ['Kari Nordmann']))
          expect(text.replace(/\s+/g, ' ')).toContain(`${before}${found.replace(/\s+/g, ' ')}${after}`.trim().slice(0, 5))
      }),
    )
  })
})
