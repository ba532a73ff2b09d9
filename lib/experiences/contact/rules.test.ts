import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contactParts } from './rules'

const links = (text: string) => contactParts(text).flatMap(({ href }) => href ?? [])

describe('how to reach somebody', () => {
  test.each([
    ['vann@lillesand.example', ['mailto:vann@lillesand.example']],
    ['Ring 37 26 15 00, eller skriv til post@bø.kommune.no.', ['tel:+4737261500', 'mailto:post@bø.kommune.no']],
    ['+47 901 23 456', ['tel:+4790123456']],
    ['0047 90123456', ['tel:+4790123456']],
    ['Sentralbordet, rom 204, åpent 8–15', []],
    ['Sak 2024/1234567890 og 330 000 000 kr', []],
    ['organisasjonsnummer 964 965 404', []],
    ['', []],
  ])('«%s»', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })

  test('is told as it was written', () => {
    const text = fc.array(fc.constantFrom('post@kommune.no', ' ', '37261500', '+47', 'Kari, ', '12', '@', '.', 'å'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(text, (words) => {
        expect(
          contactParts(words.join(''))
            .map((part) => part.text)
            .join(''),
        ).toBe(words.join(''))
      }),
    )
  })
})
