import { describe, expect, test } from 'vitest'
import { fromPlain } from '../text/rules'
import { type ComparedWords, changesBetween, type ReadReport } from './rules'

describe('the changes between two versions', () => {
  const words: ComparedWords = {
    outcome: String,
    theme: String,
    cost: ({ year, actual }) => `${year}: ${actual}`,
    effect: ({ title }) => title,
    prerequisite: ({ text }) => text,
    part: (kind, items) => `${kind}: ${items.join(', ')}`,
  }
  const report = (change: Partial<ReadReport> = {}): ReadReport => ({
    ...{ title: 'Tittel', summary: 'Kort', outcome: 'completed', themeCode: 'barnehage' },
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

  test('are not told where only the room between lines is another', () => {
    const spaced = { need: fromPlain('Behov\n\nMer'), affected: 'A\nB', alternatives: fromPlain('') }
    const [before, after] = [spaced, { ...spaced, affected: 'A\n\nB ' }].map((background) => report({ sections: { background } }))
    expect(before && after && changesBetween(before, after, words)).toEqual([])
  })

  test('leave out a section that is kept from the reader in one of them', () => {
    const hidden = report({ sections: {} })
    expect(changesBetween(hidden, report(), words)).toEqual([])
    expect(changesBetween(report(), hidden, words)).toEqual([])
  })
})
