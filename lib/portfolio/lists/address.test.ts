import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Address, hasRange, type ListDefinition, listParameters, listQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { makeLesson, makeProject, makeStaff, makeStatusReport } from '@/lib/testing/builders'
import { isStorable, typedText } from '@/lib/testing/typed'
import { portfolioListNames, portfolioLists } from './columns'
import { portfolioList } from './queries'

/** An address as somebody may write it: of the names a list reads, with anything behind them. */
function addressesOf({ columns }: ListDefinition): fc.Arbitrary<Address> {
  const keys = columns.map(({ key }) => key)
  const key = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: typedText })
  const sorting = fc.tuple(fc.constantFrom('', '-'), key).map((parts) => parts.join(''))
  const choices = columns.flatMap((column) => column.choices ?? [])
  const value = fc.oneof(typedText, fc.constantFrom('tom', 'utfylt', ...choices))
  const filters = columns.map((column) => `f-${column.key}`)
  const ranges = columns.flatMap((column) => (hasRange(column) ? [`f-${column.key}-fra`, `f-${column.key}-til`] : []))
  const bound = fc.oneof(typedText, fc.constantFrom(...ends))
  return fc
    .tuple(
      fc.record(
        {
          q: typedText,
          kol: fc.array(key, { maxLength: 5 }).map((names) => names.join(',')),
          sorter: fc.array(sorting, { maxLength: 4 }).map((names) => names.join(',')),
          gruppe: key,
          side: typedText,
          antall: fc.oneof(typedText, fc.constantFrom('25', '50')),
          bredde: fc.tuple(key, typedText).map((pair) => pair.join(':')),
          visning: typedText,
        },
        { requiredKeys: [] },
      ),
      fc.dictionary(fc.constantFrom(...filters), fc.oneof(value, fc.array(value, { maxLength: 3 })), { maxKeys: 3 }),
      ranges.length > 0 ? fc.dictionary(fc.constantFrom(...ranges), bound, { maxKeys: 3 }) : fc.constant({}),
    )
    .map(([shown, filtered, bounded]) => ({ ...shown, ...filtered, ...bounded }))
}

const ends = [
  '0000-01-01',
  '0000-12-31',
  '0001-01-01',
  '2026-02-28',
  '9999-12-31',
  '-9999999999999',
  '9999999999999,9999',
  '-0,5',
]

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []

let per: Staff

beforeAll(async () => {
  per = await makeStaff()
  const project = await makeProject(per)
  await makeStatusReport(per, project)
  await makeLesson(per, project)
})

test.each(portfolioListNames)(
  'whatever the address of %s says, it is read as something that can be asked for, once and again',
  (name) => {
    const definition = portfolioLists[name]
    fc.assert(
      fc.property(addressesOf(definition), (address) => {
        const query = listQuery(definition, address)
        expect(textsIn(query).filter((text) => !isStorable(text))).toEqual([])
        const parameters = listParameters(definition, query)
        const again = Object.fromEntries([...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)]))
        expect(listQuery(definition, again)).toEqual(query)
      }),
    )
  },
)

test.each(portfolioListNames)(
  'whatever the address of %s says, the database answers',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(addressesOf(portfolioLists[name]), async (address) => {
        const { rows, total, page, pageCount } = await portfolioList(per, name, listQuery(portfolioLists[name], address))
        expect(rows.length).toBeLessThanOrEqual(total)
        expect(page).toBeLessThanOrEqual(pageCount)
      }),
      { numRuns: 25 },
    )
  },
  60_000,
)
