import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ListDefinition, listHref, listParameters, listQuery, movedColumn, sortedBy, withoutFilter } from './rules'

const definition: ListDefinition = {
  path: '/liste',
  columns: [
    { key: 'tittel', kind: 'text', isDefault: true },
    { key: 'fase', kind: 'choice', of: 'phase', choices: ['idea', 'concept'], isDefault: true, isGroupable: true },
    { key: 'slutt', kind: 'date' },
    { key: 'budsjett', kind: 'nok', isSummed: true },
  ],
  defaultSort: [{ key: 'tittel', isDescending: false }],
}

const addressOf = (href: string) => {
  const parameters = new URL(href, 'http://localhost').searchParams
  return Object.fromEntries([...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)]))
}

describe('the address', () => {
  test('says nothing where everything is at its default', () => {
    expect(listHref(definition, listQuery(definition, {}))).toBe('/liste')
  })

  test('a mangled one shows the first page of everything', () => {
    const mangled = {
      side: '-3',
      antall: '7',
      kol: 'finnes,ikke',
      sorter: 'DROP TABLE',
      gruppe: 'tittel',
      'f-fase': 'x',
      'f-slutt-fra': '2026-02-30',
    }
    expect(listQuery(definition, mangled)).toEqual(listQuery(definition, {}))
  })

  test('filters by several values, by ranges and by nothing there', () => {
    const { filters } = listQuery(definition, {
      'f-fase': ['idea', 'concept', 'tull'],
      'f-budsjett-fra': '1 000',
      'f-budsjett-til': '2000,5',
      'f-slutt': 'tom',
    })
    expect(filters).toEqual({
      fase: { values: ['idea', 'concept'], from: null, to: null, isEmpty: false, isPresent: false },
      budsjett: { values: [], from: '1000', to: '2000.5', isEmpty: false, isPresent: false },
      slutt: { values: [], from: null, to: null, isEmpty: true, isPresent: false },
    })
  })

  test('alone reproduces what is on the screen', () => {
    const keys = definition.columns.map(({ key }) => key)
    const query = fc.record({
      q: fc.stringMatching(/^[a-zæøå0-9&=%+]{0,12}$/),
      kol: fc.subarray(keys).map((chosen) => chosen.join(',')),
      sorter: fc.subarray(keys).map((chosen) => chosen.map((key, index) => (index % 2 ? `-${key}` : key)).join(',')),
      gruppe: fc.constantFrom('', 'fase'),
      antall: fc.constantFrom('25', '50', '100'),
      side: fc.integer({ min: 1, max: 99 }).map(String),
      bredde: fc.integer({ min: 60, max: 900 }).map((width) => `tittel:${width}`),
      'f-fase': fc.subarray(['idea', 'concept', 'tom', 'utfylt']),
      'f-tittel': fc.stringMatching(/^[a-zæøå&=]{0,8}$/),
      'f-slutt-fra': fc.constantFrom('', '2026-01-31'),
    })
    fc.assert(
      fc.property(query, (address) => {
        const shown = listQuery(definition, address)
        const again = listQuery(definition, addressOf(`/liste?${listParameters(definition, shown)}`))
        expect(again).toEqual(shown)
      }),
    )
  })

  test('a change goes to page one, and keeps the rest', () => {
    const query = listQuery(definition, { side: '4', q: 'vann' })
    expect(listHref(definition, query, { group: 'fase' })).toBe('/liste?q=vann&gruppe=fase')
    expect(listHref(definition, query, { page: 5 })).toBe('/liste?q=vann&side=5')
  })
})

test('a heading sorts first by itself, then as before, by three at most', () => {
  const [once, twice] = [sortedBy(definition.defaultSort, 'fase'), sortedBy(sortedBy(definition.defaultSort, 'fase'), 'fase')]
  expect(once).toEqual([
    { key: 'fase', isDescending: false },
    { key: 'tittel', isDescending: false },
  ])
  expect(twice[0]).toEqual({ key: 'fase', isDescending: true })
  expect(['a', 'b', 'c', 'd'].reduce<ReturnType<typeof sortedBy>>((sort, key) => sortedBy(sort, key), [])).toHaveLength(3)
})

test('a column is moved a place, never out of the list', () => {
  expect(movedColumn(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(movedColumn(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(movedColumn(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
  expect(movedColumn(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
})

test('a filter is taken away alone', () => {
  const { filters } = listQuery(definition, { 'f-fase': 'idea', 'f-tittel': 'vann' })
  expect(Object.keys(withoutFilter(filters, 'fase'))).toEqual(['tittel'])
})
