import { beforeAll, describe, expect, test } from 'vitest'
import { indexReport } from '@/lib/experiences/indexing/commands'
import { textsOf } from '@/lib/experiences/sections'
import { standpointOf } from '@/lib/municipalities/likeness/queries'
import { type Actor, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import {
  makeAdvisor,
  makeCollaboration,
  makeMunicipality,
  makeProject,
  makeReport,
  makeReuse,
  makeStaff,
  owner,
  type TestMunicipality,
} from '@/lib/testing/builders'
import { sampleLesson } from '@/lib/testing/sample'
import { type SearchQuery, searchQuery } from '../input'
import { searchAll } from '../queries'
import { toggled } from '../rules'

const titleOf = ({ title }: { title: { text: string }[] }) => title.map(({ text }) => text).join('')
const search = async (actor: Actor, address: Record<string, unknown>, kept = '') =>
  searchAll(actor, searchQuery.parse(address), await standpointOf(actor, kept))
const titles = async (actor: Actor, address: Record<string, unknown>, kept = '') =>
  (await search(actor, { type: 'rapport', ...address }, kept)).hits.map(titleOf)

/** Three municipalities and what each has told of lighthouses; the second is like the reader's own. */
let own: TestMunicipality
let second: TestMunicipality
let collaboration: { name: string }

beforeAll(async () => {
  const facts = { county: 'Fyrfylket', kostraGroup: 'EKG96', centralityClass: 6, population: 2_100 }
  own = await makeMunicipality(facts)
  const first = await makeMunicipality({ county: 'Storfylket', kostraGroup: 'EKG13', centralityClass: 1, population: 400_000 })
  second = await makeMunicipality({ ...facts, population: 2_000 })
  const third = await makeMunicipality({ ...facts, county: 'Annetfylket', kostraGroup: 'EKG95', population: 30_000 })
  collaboration = await makeCollaboration([second, third])
  const costs = [{ kind: 'purchase' as const, year: 2025, actual: 330_000, quality: 'measured' as const }]
  for (const [municipality, title, publishedOn, theme, technologies, used] of [
    [first, 'Fyrlykt A', '2026-03-01', 'skole', ['LoRaWAN', 'Sensor'], 0],
    [second, 'Fyrlykt B', '2026-01-01', 'vann-og-avlop', ['lorawan'], 1],
    [third, 'Fyrlykt C', '2026-02-01', 'vann-og-avlop', [], 2],
  ] as const) {
    const kari = await makeStaff({ municipality })
    const project = await makeProject(kari, {
      theme,
      technologies: [...technologies],
      goal: '',
      background: '',
      suppliers: ['Fyr og Flamme AS'],
    })
    const report = await makeReport(kari, project, { title, publishedOn, visibility: 'open', costs })
    await owner().experienceReport.update({ where: { id: report.id }, data: { confirmedOn: new Date(), summary: 'Kort' } })
    for (let count = 0; count < used; count++) await makeReuse(await makeStaff(), report)
  }
})

describe('the order', () => {
  test('is by when it was shared, by reuse, or by likeness with the reader’s municipality, whoever they are', async () => {
    const q = 'fyrlykt'
    expect(await titles(visitor, { q, sorter: 'nyeste' })).toEqual(['Fyrlykt A', 'Fyrlykt C', 'Fyrlykt B'])
    const reader = await makeStaff({ municipality: own })
    expect(await titles(reader, { q, sorter: 'gjenbruk' })).toEqual(['Fyrlykt C', 'Fyrlykt B', 'Fyrlykt A'])
    const expected = ['Fyrlykt B', 'Fyrlykt C', 'Fyrlykt A']
    expect(await titles(reader, { q, sorter: 'liker' })).toEqual(expected)
    for (const who of [visitor, await makeAdvisor()])
      expect(await titles(who, { q, sorter: 'liker' }, `som=${own.number}`)).toEqual(expected)
  })

  test('changes with what the reader says counts', async () => {
    const onlySize = 'kostra=0&sentralitet=0&fylke=0&samarbeid=0&teknologi=0'
    const large = await makeMunicipality({ population: 390_000, county: 'Fyrfylket', kostraGroup: 'EKG96', centralityClass: 6 })
    const sorted = (kept: string) => titles(visitor, { q: 'fyrlykt', sorter: 'liker' }, `som=${large.number}&${kept}`)
    expect((await sorted(onlySize))[0]).toBe('Fyrlykt A')
    expect((await sorted('folketall=0'))[0]).toBe('Fyrlykt B')
  })

  test('is new first for what was just shared, though it begins long after', async () => {
    const kari = await makeStaff()
    const fields = { visibility: 'open' as const, title: 'Fyrtårnsvakt' }
    const late = await makeProject(kari, {
      ...fields,
      title: 'Fyrtårnsvakt i framtiden',
      startOn: '2031-01-01',
      endOn: '2032-01-01',
    })
    await makeProject(kari, { ...fields, startOn: '2026-02-02' })
    await owner().searchDocument.updateMany({ where: { projectId: late.id }, data: { datedOn: new Date('2026-01-01') } })
    const found = await titles(visitor, { q: 'fyrtårnsvakt', type: 'prosjekt', sorter: 'nyeste' })
    expect(found).toEqual(['Fyrtårnsvakt', 'Fyrtårnsvakt i framtiden'])
  })

  test('puts what nobody has confirmed for a year after its like, and the report before its project', async () => {
    const kari = await makeStaff()
    for (const title of ['Moloskilt gammel', 'Moloskilt fersk']) {
      const report = await makeReport(kari, await makeProject(kari, { title: 'Noe annet' }), { title, visibility: 'open' })
      const confirmedOn = new Date(title.endsWith('gammel') ? '2020-01-01' : Date.now())
      await owner().experienceReport.update({ where: { id: report.id }, data: { confirmedOn } })
    }
    const { hits } = await search(visitor, { q: 'moloskilt', type: 'rapport' })
    expect(hits.map((hit) => [titleOf(hit), hit.isStale])).toEqual([
      ['Moloskilt fersk', false],
      ['Moloskilt gammel', true],
    ])
    const both = await makeProject(kari, { title: 'Molobrygge', visibility: 'open' })
    await makeReport(kari, both, { title: 'Molobrygge', visibility: 'open' })
    expect((await search(visitor, { q: 'molobrygge' })).hits.map(({ kind }) => kind)).toEqual(['report', 'project'])
  })
})

describe('what narrows', () => {
  const q = 'fyrlykt'
  const facetsOf = async (address: object) => (await search(visitor, { q, type: 'rapport', ...address })).facets

  test('each facet counts what it would show, and several values are either of them', async () => {
    const facets = await facetsOf({})
    expect(facets.tema).toEqual([
      { value: 'vann-og-avlop', count: 2 },
      { value: 'skole', count: 1 },
    ])
    expect(facets.fylke.map(({ value }) => value).sort()).toEqual(['Annetfylket', 'Fyrfylket', 'Storfylket'])
    expect(facets.samarbeid).toEqual([{ value: collaboration.name, count: 2 }])
    expect(facets.kommune).toContainEqual({ value: second.number, text: second.name, count: 1 })
    const narrowed = { tema: 'vann-og-avlop', fylke: ['Annetfylket', 'Storfylket'] }
    expect(await titles(visitor, { q, ...narrowed })).toEqual(['Fyrlykt C'])
    const after = await facetsOf(narrowed)
    expect(after.tema).toEqual([
      { value: 'skole', count: 1 },
      { value: 'vann-og-avlop', count: 1 },
    ])
    expect(after.fylke.map(({ value }) => value).sort()).toEqual(['Annetfylket', 'Fyrfylket'])
  })

  test('a technology is the same however it is written', async () => {
    const { teknologi } = await facetsOf({})
    expect(teknologi.filter(({ value }) => value.toLowerCase() === 'lorawan')).toMatchObject([{ count: 2 }])
    expect((await titles(visitor, { q, teknologi: 'LORAWAN' })).sort()).toEqual(['Fyrlykt A', 'Fyrlykt B'])
    expect(await titles(visitor, { q, teknologi: ['sensor', 'Finnes ikke'] })).toEqual(['Fyrlykt A'])
  })

  test('a municipality, or the members of a collaboration, can be chosen', async () => {
    expect(await titles(visitor, { q, kommune: second.number })).toEqual(['Fyrlykt B'])
    expect((await titles(visitor, { q, samarbeid: collaboration.name })).sort()).toEqual(['Fyrlykt B', 'Fyrlykt C'])
  })

  test('choosing a value adds it, choosing it again takes it away', () => {
    const query: SearchQuery = searchQuery.parse({ tema: ['skole', 'barnehage'] })
    expect(toggled(query, 'tema', 'skole')).toEqual({ tema: ['barnehage'] })
    expect(toggled(query, 'tema', 'byggesak')).toEqual({ tema: ['skole', 'barnehage', 'byggesak'] })
  })
})

describe('what a hit tells', () => {
  test('size and cost, and how like the reader’s municipality it is, with one reason', async () => {
    const { hits } = await search(visitor, { q: 'fyrlykt b', type: 'rapport', sorter: 'liker' }, `som=${own.number}`)
    const [hit] = hits
    expect(hit?.municipality).toMatchObject({ name: second.name, population: 2_000 })
    expect(hit?.cost).toMatchObject({ introduction: { amount: 330_000, isMeasured: true }, population: 2_000 })
    expect(hit?.likeness).toMatchObject({ reason: { trait: 'population', population: 2_000 } })
    expect((await search(visitor, { q: 'fyrlykt b' })).hits[0]?.likeness).toBeNull()
  })

  test('no cost that the reader may not read', async () => {
    const kari = await makeStaff()
    const report = await makeReport(kari, await makeProject(kari), { title: 'Skumringsbryter', visibility: 'open' })
    const where = { reportId: report.id, kind: 'cost' as const }
    await owner().reportSection.updateMany({ where, data: { visibility: 'municipality' } })
    expect((await search(visitor, { q: 'skumringsbryter' })).hits[0]?.cost?.introduction ?? null).toBeNull()
    expect((await search(kari, { q: 'skumringsbryter' })).hits[0]?.cost?.introduction).not.toBeNull()
  })

  test('where it was found: a name, or the line of the text', async () => {
    const kari = await makeStaff()
    const lesson = {
      ...sampleLesson,
      title: 'Kjør sakte',
      whatHappened: `${'Mange ord før. '.repeat(20)}Vi fant en sjøpølse i røret. Så kom resten.`,
    }
    await makeProject(kari, {
      title: 'Brøyting',
      visibility: 'open',
      suppliers: ['Nattravn Drift AS'],
      lessons: [lesson],
    })
    expect((await search(visitor, { q: 'nattravn', type: 'prosjekt' })).hits[0]?.why).toMatchObject({
      place: 'names',
      words: ['Nattravn Drift AS'],
    })
    const why = (await search(visitor, { q: 'sjøpølse', type: 'erfaring' })).hits[0]?.why
    expect(why?.place).toBe('body')
    const excerpt = why?.excerpt.map(({ text }) => text).join('') ?? ''
    expect(excerpt).toMatch(/^… .*Vi fant en sjøpølse i røret\. Så kom resten\./)
    expect(excerpt.length).toBeLessThan(200)
  })

  test('nothing of a section that not all readers of the report may read', async () => {
    const kari = await makeStaff()
    const report = await makeReport(kari, await makeProject(kari), { title: 'Slagregn', visibility: 'open' })
    const section = await owner().reportSection.findFirstOrThrow({ where: { reportId: report.id, kind: 'lessons' } })
    const [sentence = ''] = textsOf(section.content)
    const bodyNow = async () => (await owner().searchDocument.findFirstOrThrow({ where: { reportId: report.id } })).body
    expect(await bodyNow()).toContain(sentence)
    await owner().reportSection.updateMany({
      where: { reportId: report.id, kind: 'lessons' },
      data: { visibility: 'municipality' },
    })
    await transaction(kari, (tx) => indexReport(tx, report.id))
    expect(await bodyNow()).not.toContain(sentence)
  })
})
