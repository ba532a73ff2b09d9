import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAddress, slugIn } from './rules'

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,40}$/).filter((word) => word !== 'erfaringer')

test('the address of a report, or of a page of it, is known by its report', () => {
  fc.assert(
    fc.property(
      slug,
      fc.constantFrom('', '/', '/sporsmal', '/versjon/2', '?fra=sok', '#parts', '/kopier?deler=plan#a'),
      (word, rest) => {
        for (const typed of [
          `https://delt.kommit.no/erfaringer/${word}${rest}`,
          `/erfaringer/${word}${rest}`,
          ` erfaringer/${word}${rest} `,
        ])
          expect(slugIn(typed)).toBe(word)
        expect(isAddress(`https://delt.kommit.no/erfaringer/${word}${rest}`)).toBe(true)
        expect(slugIn(` ${word} `)).toBe(word)
      },
    ),
  )
})

test('words are not an address', () => {
  for (const typed of ['digital byggesak', 'erfaringer', '', '/erfaringer/']) expect(isAddress(typed)).toBe(false)
  expect(slugIn('')).toBe('')
})
