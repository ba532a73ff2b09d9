import { beforeEach, describe, expect, test } from 'vitest'
import { standardWeights } from '@/lib/municipalities/likeness/rules'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import {
  makeAdvisor,
  makeMunicipality,
  makeProject,
  makeReport,
  makeReuse,
  makeStaff,
  owner,
  type TestMunicipality,
} from '@/lib/testing/builders'
import { makeDuplicates } from '@/lib/testing/conversation'
import type { DemoReport } from '@/prisma/demo/content'
import { rangeQuery } from './input'
import { costRange, rangesByTheme, themeRanges } from './queries'
import { candidates, compared } from './reports/queries'

beforeEach(async () => {
  // Each test has its cases to itself.
  await owner().experienceReport.updateMany({ data: { status: 'draft', publishedAt: null, confirmedOn: null } })
})

const theme = 'barnehage'

interface Told {
  municipality?: TestMunicipality
  isMeasured?: boolean
  report?: Partial<DemoReport>
  theme?: 'barnehage' | 'byggesak'
}

/** A case that has cost so many kroner per inhabitant. */
async function paid(each: number, { municipality, isMeasured = true, report: more, theme: about = theme }: Told = {}) {
  const staff = await makeStaff(municipality && { municipality })
  const { population } = await owner().municipality.findUniqueOrThrow({ where: { id: staff.municipality.id } })
  const sum = { planned: each * population, ...(isMeasured && { actual: each * population }) }
  const costs = [
    { kind: 'purchase' as const, year: 2026, ...sum, quality: isMeasured ? ('measured' as const) : ('estimated' as const) },
  ]
  const report = await makeReport(staff, await makeProject(staff, { theme: about }), {
    visibility: 'open',
    costs,
    effects: [],
    ...more,
  })
  return { ...report, staff }
}

const from = (staff?: Staff) => ({ municipality: staff?.municipality ?? null, weights: standardWeights })
const shown = (actor: Actor, query: object = {}, staff?: Staff) =>
  themeRanges(actor, from(staff ?? (actor.kind === 'staff' ? actor : undefined)), { ...rangeQuery.parse(query), tema: theme })
const introduction = async (...asked: Parameters<typeof shown>) =>
  (await shown(...asked)).measures.find(({ measure }) => measure === 'introduction')

describe('ranges', () => {
  test('are of three municipalities, measured apart from estimated, and of one theme', async () => {
    for (const each of [10, 30, 20]) await paid(each)
    for (const each of [5, 7]) await paid(each, { isMeasured: false })
    await paid(900, { theme: 'byggesak' })
    const view = await introduction(visitor)
    expect(view?.measured.range).toMatchObject({ low: 10, middle: 20, high: 30 })
    expect(view?.estimated).toEqual({ range: null, municipalities: 2 })
    expect(await costRange(visitor, theme)).toMatchObject({ range: { high: 30 }, isMeasured: true })
    expect(await costRange(visitor, 'byggesak')).toBeNull()
    expect((await rangesByTheme(visitor)).map(({ themeCode, municipalities }) => [themeCode, municipalities])).toEqual([
      [theme, 5],
      ['byggesak', 1],
    ])
  })

  test('are not made of three cases of one municipality', async () => {
    const { staff } = await paid(10)
    for (const each of [20, 30]) await paid(each, { municipality: staff.municipality })
    expect((await introduction(visitor))?.measured).toEqual({ range: null, municipalities: 1 })
  })

  test('leave out what is not shared with the reader, and what is found by way of another', async () => {
    const [first, second] = [await paid(10), await paid(20)]
    const third = await paid(30)
    for (const each of [40, 50]) await paid(each, { report: { visibility: 'municipality' } })
    const narrow = await paid(60)
    await owner().reportSection.updateMany({ where: { reportId: narrow.id, kind: 'cost' }, data: { visibility: 'municipality' } })
    expect((await introduction(visitor))?.measured.range).toMatchObject({ high: 30 })
    await makeDuplicates(await makeAdvisor(), first, second)
    expect((await introduction(visitor))?.measured.municipalities).toBe(2)
    expect((await shown(third.staff)).caseCount).toBe(3)
  })

  test('are of one’s own size where there is one, unless another is asked for', async () => {
    const small = { population: 3000, county: 'Liknes', kostraGroup: 'EKG98' }
    const me = await makeStaff({ municipality: await makeMunicipality(small) })
    for (const each of [10, 20]) await paid(each, { municipality: await makeMunicipality(small) })
    await paid(900)
    expect((await shown(me)).size).toBeNull()
    await paid(30, { municipality: await makeMunicipality(small) })
    expect(await shown(me)).toMatchObject({ size: 'under5000', caseCount: 3, home: { group: 'under5000' } })
    expect((await introduction(me))?.measured.range).toMatchObject({ high: 30 })
    expect((await introduction(visitor, {}, me))?.measured.range).toMatchObject({ high: 30 })
    expect((await introduction(visitor))?.measured.range).toMatchObject({ high: 900 })
    expect((await introduction(me, { storrelse: 'alle' }))?.measured.range).toMatchObject({ high: 900 })
    expect((await introduction(me, { storrelse: 'from10000' }))?.measured).toEqual({ range: null, municipalities: 1 })
    const { sizes } = await shown(me)
    expect(sizes?.groups.map(({ dots }) => dots.length)).toEqual([3, 0, 1, 0, 0])
  })

  test('can be of those like one’s own, which a visitor from nowhere has not', async () => {
    const facts = { county: 'Liknes', kostraGroup: 'EKG97', population: 31_000, centralityClass: 2 }
    const me = await makeStaff({ municipality: await makeMunicipality(facts) })
    for (const each of [10, 30, 20]) await paid(each, { municipality: await makeMunicipality(facts) })
    const city = await makeMunicipality({ county: 'Storby', kostraGroup: 'EKG13', population: 690_000, centralityClass: 1 })
    await paid(900, { municipality: city })
    expect((await introduction(me, { storrelse: 'liker' }))?.measured.range).toMatchObject({ high: 30 })
    expect((await introduction(visitor, { storrelse: 'liker' }))?.measured.range).toMatchObject({ high: 900 })
  })

  test('hold what adopters tell that they have paid, as estimates, for as long as their word counts', async () => {
    const report = await paid(10)
    const adopters = [await makeStaff(), await makeStaff(), await makeStaff()]
    for (const [index, adopter] of adopters.entries())
      await makeReuse(adopter, report, {
        costNok: 12_400 * (index + 1),
        visibility: 'open',
        ...(index === 2 && { state: 'rejected' }),
      })
    expect((await introduction(visitor))?.estimated).toEqual({ range: null, municipalities: 2 })
    await owner().reuse.updateMany({ where: { reportId: report.id }, data: { state: 'in_operation' } })
    const view = await introduction(visitor)
    expect(view?.estimated.range).toMatchObject({ low: 1, high: 3 })
    expect(view?.estimated.range?.dots.every(({ isReuse, slug }) => isReuse && slug === report.slug)).toBe(true)
    expect((await shown(visitor)).caseCount).toBe(1)
  })

  test('are of what is freed and saved in a year, and of quality by how many say that it is better', async () => {
    const told = { period: '', source: '', beneficiary: '' }
    const effects: DemoReport['effects'] = [
      { ...told, category: 'time_saved', title: 'Timer', unit: 'hours', before: 62, after: 0, per: 'month' },
      { ...told, category: 'time_saved', title: 'Dager per sak', unit: 'count', before: 9, after: 1 },
      {
        ...told,
        category: 'avoided_cost',
        title: 'Porto',
        unit: 'nok',
        before: 124,
        after: 0,
        per: 'year',
        quality: 'estimated',
      },
      { ...told, category: 'quality', title: 'Klager', unit: 'count', before: 9, after: 1, result: 'better' },
    ]
    for (const each of [1, 2, 3]) await paid(each, { report: { effects } })
    const { measures, quality } = await shown(visitor)
    const of = (name: string) => measures.find(({ measure }) => measure === name)
    expect(of('time_saved')).toMatchObject({ measured: { range: { low: 60, high: 60 } }, estimated: { municipalities: 0 } })
    expect(of('avoided_cost')).toMatchObject({ measured: { municipalities: 0 }, estimated: { range: { low: 10 } } })
    expect(quality).toMatchObject({ better: 3, worse: 0 })
  })
})

test('what one compares, and what one may add, is what one may read', async () => {
  const [first, second] = [await paid(1), await paid(2)]
  const other = await paid(4, { theme: 'byggesak' })
  const hidden = await paid(3)
  await owner().experienceReport.update({ where: { id: hidden.id }, data: { visibility: 'municipality' } })
  const { reports, missing } = await compared(visitor, [first.slug, hidden.slug])
  expect([reports.map(({ slug }) => slug), missing]).toEqual([[first.slug], 1])
  expect((await candidates(visitor, reports)).map(({ slug }) => slug)).toEqual([second.slug, other.slug])
  expect((await candidates(visitor, [], 'byggesak')).map(({ slug }) => slug)).toEqual([other.slug])
})
