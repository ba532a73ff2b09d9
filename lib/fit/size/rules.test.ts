import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, sizeIn, sizeOf } from './rules'

const from = (least: number) => ({ least, most: null })
const upTo = (most: number) => ({ least: null, most })
const between = (least: number, most: number) => ({ least, most })

describe('the size that a line asks for', () => {
  test.each([
    ['Minst 5 000 innbyggere', from(5000)],
    ['Kommunar under 10.000 innbyggjarar', upTo(10_000)],
    ['Mellom 2000 og 6 000 innbyggere', between(2000, 6000)],
    ['5–10 000 innbyggere', between(5000, 10_000)],
    ['5 - 10 tusen innbyggjarar', between(5000, 10_000)],
    ['50 % stilling i en kommune med over 10 000 innbyggere', from(10_000)],
    ['Folketall på minst 3 000', from(3000)],
    ['Innbyggjartal over 20 000', from(20_000)],
    ['4 000 innbyggere eller færre', upTo(4000)],
    ['Passer for kommuner med inntil ca. 8 000 innb.', upTo(8000)],
  ])('«%s»', (text, size) => {
    expect(sizeIn(text)).toEqual(size)
  })

  test.each([
    'Innbyggerundersøkelse gjennomført etter 2024',
    'Innbyggertorg med åpent 5 dager i uka',
    '1 rådgiver per 1 000 innbyggere',
    'Noen som kan ta imot meldingene og svare innbyggeren',
    'Minst 500 brukere',
    '2 årsverk og støtte fra innbyggerne',
  ])('is not in «%s»', (text) => {
    expect(sizeIn(text)).toBeNull()
  })

  test('is the number at the word, whatever other numbers the line holds', () => {
    const word = fc.constantFrom('årsverk', 'prosent stilling', 'år', 'brukere', 'millioner kroner')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), word, fc.integer({ min: 100, max: 900_000 }), (other, what, count) => {
        expect(sizeIn(`${other} ${what} i en kommune med minst ${count} innbyggere`)).toEqual(from(count))
        expect(sizeIn(`Minst ${count} innbyggere, og ${other} ${what}`)).toEqual(from(count))
        expect(sizeIn(`${other} ${what}, helst mer`)).toBeNull()
      }),
    )
  })

  test('may stand alone in its field', () => {
    expect(['5 000', 'inntil 5000', '5–10 000', 'mange'].map(sizeOf)).toEqual([
      from(5000),
      upTo(5000),
      between(5000, 10_000),
      null,
    ])
  })

  test('holds within its limits, and they are within', () => {
    expect([4999, 5000, 9000].map((population) => isWithin(population, between(5000, 9000)))).toEqual([false, true, true])
  })
})
