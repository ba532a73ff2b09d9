import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasRange, listQuery } from '@/lib/lists/rules'
import { makeProject, makeStaff } from '@/lib/testing/builders'
import { portfolioListNames, portfolioLists } from './columns'
import { portfolioList } from './queries'

// An address is typed, shared and cut in two by mail programs: whatever it says, it gives a page.

const odd = fc.constantFrom(
  ...[
    '',
    ' ',
    '%',
    '_',
    "'",
    '"',
    '\\',
    '$1',
    '-1',
    '0',
    '1e400',
    '99999999999999999999',
    '0000-00-00',
    '9999-99-99',
    '2026-02-30',
  ],
  ...[
    'tom',
    'utfylt',
    'null',
    'NaN',
    'æøå',
    'ŧ',
    '👍',
    '\ud83d',
    '%00',
    'ja',
    'nei',
    'aktiv',
    '00000000-0000-0000-0000-000000000000',
  ],
  ...['1 500 000', '1,5 mill', '−3', 'a'.repeat(5000), 'tittel', '-tittel', 'tittel,-nummer,fase', 'x-tittel:400', '2026-01-01'],
)
const value = fc.oneof(
  odd,
  fc.string({ unit: 'binary' }).map((typed) => typed.replaceAll('\0', '')),
)

test('any address of any list gives a page', async () => {
  const actor = await makeStaff({ roles: ['member', 'portfolio_manager'] })
  await makeProject(actor)
  const name = fc.constantFrom(...portfolioListNames)
  const address = name.chain((list) => {
    const columns = portfolioLists[list].columns.map(({ key }) => key)
    const ranges = portfolioLists[list].columns.filter(hasRange).flatMap(({ key }) => [`f-${key}-fra`, `f-${key}-til`])
    const parameters = [
      'q',
      'kol',
      'bredde',
      'sorter',
      'grupper',
      'side',
      'antall',
      'visning',
      ...columns.map((key) => `f-${key}`),
      ...ranges,
    ]
    return fc.tuple(
      fc.constant(list),
      fc.dictionary(fc.constantFrom(...parameters), fc.oneof(value, fc.array(value, { maxLength: 3 })), { maxKeys: 6 }),
    )
  })
  await fc.assert(
    fc.asyncProperty(address, async ([list, typed]) => {
      const page = await portfolioList(actor, list, listQuery(portfolioLists[list], typed))
      expect(page.rows.length).toBeLessThanOrEqual(100)
    }),
    { numRuns: 200 },
  )
}, 120_000)
