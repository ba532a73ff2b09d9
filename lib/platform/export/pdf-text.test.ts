import { describe, expect, test } from 'vitest'
import { showable, wrapped } from './pdf-text'

const latin = (codePoint: number) => codePoint >= 32 && codePoint < 0x180
/** Every sign is one wide. */
const measure = (text: string) => text.length

describe('text a font can show', () => {
  test.each([
    ['Æresgård i Bodø', 'Æresgård i Bodø'],
    ['a\u030A', 'å'],
    ['1\u202F250', '1\u00A0250'],
    ['a\tb\u0007c', 'a bc'],
    ['ﬁn ½\u200B x²', 'fin ½ x²'],
    ['bruker\u2011test', 'bruker-test'],
    ['漢字 😀', '?? ?'],
    ['\uD800', '?'],
    ['en\r\nto\rtre', 'en\nto\ntre'],
  ])('%j becomes %j', (text, shown) => {
    expect(showable(text, latin)).toBe(shown)
  })
})

describe('lines', () => {
  test.each([
    ['', 10, ['']],
    ['kort', 10, ['kort']],
    ['en to tre fire', 6, ['en to ', 'tre ', 'fire']],
    ['en\n\nto', 6, ['en', '', 'to']],
    ['kommunestyre', 5, ['kommu', 'nesty', 're']],
    ['ja kommunestyre nei', 5, ['ja ', 'kommu', 'nesty', 're ', 'nei']],
    ['Nord-Norge', 7, ['Nord-', 'Norge']],
    ['fra -5 til 5', 5, ['fra ', '-5 ', 'til 5']],
    ['1\u00A0250 kr', 6, ['1\u00A0250 ', 'kr']],
    ['👨‍👩‍👧👨‍👩‍👧', 8, ['👨‍👩‍👧', '👨‍👩‍👧']],
  ])('%j within %i', (text, width, lines) => {
    expect(wrapped(text, width, measure)).toEqual(lines)
  })
})
