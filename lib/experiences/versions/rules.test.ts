import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromPlain } from '../text/rules'
import { type ComparedWords, changesBetween, differences, type ReadReport } from './rules'

const text = fc
  .array(fc.constantFrom('vi', 'tok', 'i', 'bruk', 'ID-porten', '\n', ' ', '  ', 'først'), { maxLength: 30 })
  .map((words) => words.join(' '))
const of = (pieces: ReturnType<typeof differences>, without: string) =>
  pieces
    .filter((piece) => piece.kind !== without)
    .map((piece) => piece.text)
    .join('')

describe('the difference between two texts', () => {
  test('holds both: same and added make the second, same and removed the first', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differences(before, after)
        expect(of(pieces, 'removed')).toBe(after)
        expect(of(pieces, 'added')).toBe(before)
      }),
    )
  })

  test('of a text with itself is nothing', () => {
    fc.assert(fc.property(text, (one) => differences(one, one).every((piece) => piece.kind === 'same')))
  })

  test('is the words that changed, and no more', () => {
    expect(differences('Det tok seks uker i alt', 'Det tok åtte uker i alt')).toEqual([
      { kind: 'same', text: 'Det tok ' },
      { kind: 'removed', text: 'seks' },
      { kind: 'added', text: 'åtte' },
      { kind: 'same', text: ' uker i alt' },
    ])
  })

  test('of very long texts is still true', () => {
    const long = (word: string) => Array.from({ length: 4000 }, (_, index) => `${word}${index}`).join(' ')
    const pieces = differences(long('a'), long('b'))
    expect([of(pieces, 'removed'), of(pieces, 'added')]).toEqual([long('b'), long('a')])
  })
})

describe('the changes between two versions', () => {
  const words: ComparedWords = {
    outcome: String,
    theme: String,
    cost: ({ year, actual }) => `${year}: ${actual}`,
    effect: ({ title }) => title,
    part: (kind, items) => `${kind}: ${items.join(', ')}`,
  }
  const report = (change: Partial<ReadReport> = {}): ReadReport => ({
    ...{ title: 'Tittel', summary: 'Kort', outcome: 'completed', themeCode: 'barnehage', technologies: [], suppliers: [] },
    ...{ costs: [], effects: [], prerequisites: [], parts: [] },
    sections: { background: { need: fromPlain('Behov'), affected: '', alternatives: fromPlain('') }, cost: { comment: '' } },
    ...change,
  })

  test('are told field by field, in the order of reading', () => {
    const after = report({
      title: 'Ny tittel',
      sections: {
        background: { need: fromPlain('Stort behov'), affected: '', alternatives: fromPlain('') },
        cost: { comment: '' },
      },
      costs: [{ kind: 'purchase', year: 2026, planned: null, actual: 5, quality: 'measured' }],
    })
    expect(changesBetween(report(), after, words).map(({ section, field }) => [section, field])).toEqual([
      ['short', 'title'],
      ['background', 'need'],
      ['cost', 'costs'],
    ])
    expect(changesBetween(after, after, words)).toEqual([])
  })

  test('leave out a section that is kept from the reader in one of them', () => {
    const hidden = report({ sections: {} })
    expect(changesBetween(hidden, report(), words)).toEqual([])
    expect(changesBetween(report(), hidden, words)).toEqual([])
  })
})
