import { describe, expect, test } from 'vitest'
import { type Staff, visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { makeAdvisor, makeCollaboration, makeMunicipality, makeProject, makeReport, makeStaff } from '@/lib/testing/builders'
import { addressOf, keptAs } from './input'
import { comparedMunicipalities, likeMunicipalities, likeThe, standpointOf } from './queries'
import { nowhere, standardWeights } from './rules'

const from = (staff: Staff | null) => ({ municipality: staff?.municipality ?? null, weights: standardWeights })

describe('municipalities like one', () => {
  test('are found among all of them, never oneself, the most alike first and with why', async () => {
    const kari = await makeStaff({
      municipality: await makeMunicipality({ population: 612, centralityClass: 6, kostraGroup: 'EKG99' }),
    })
    const twin = await makeMunicipality({ population: 640, centralityClass: 6, kostraGroup: 'EKG99' })
    await makeCollaboration([kari.municipality, twin])
    const found = await read(kari, (tx) =>
      likeMunicipalities(tx, { municipality: kari.municipality, weights: standardWeights }, 5),
    )
    expect(found).toHaveLength(5)
    expect(found.map(({ municipality }) => municipality.id)).not.toContain(kari.municipality.id)
    expect(found[0]?.municipality.id).toBe(twin.id)
    expect(found[0]?.reasons.map(({ trait }) => trait)).toEqual([
      'population',
      'kostra',
      'centrality',
      'county',
      'collaborations',
    ])
    expect(await read(kari, (tx) => comparedMunicipalities(tx))).toHaveLength(
      (await read(visitor, (tx) => comparedMunicipalities(tx))).length,
    )
  })

  test('what a municipality uses is told only by what the reader may read', async () => {
    const [kari, ola] = [await makeStaff(), await makeStaff()]
    await makeProject(kari, { technologies: ['Lukket'], visibility: 'municipality' })
    const told = await makeProject(kari, { technologies: ['Delt med kommuner'] })
    await makeReport(kari, told, { visibility: 'municipalities' })
    await makeProject(kari, { technologies: ['Åpen'], visibility: 'open' })
    const known = async (who: Parameters<typeof read>[0]) =>
      (await read(who, (tx) => comparedMunicipalities(tx))).find(({ id }) => id === kari.municipality.id)?.technologies
    expect(await known(kari)).toEqual(expect.arrayContaining(['Lukket', 'Delt med kommuner', 'Åpen']))
    expect(await known(ola)).toEqual(['Delt med kommuner', 'Åpen'])
    expect(await known(visitor)).toEqual(['Åpen'])
  })

  test('a number nobody has finds nobody; those who share are told apart', async () => {
    expect(await likeThe(visitor, '9999', from(null), 5)).toBeNull()
    const kari = await makeStaff()
    await makeReport(kari, await makeProject(kari), { visibility: 'municipalities' })
    const ola = await makeStaff()
    const found = await likeThe(ola, ola.municipality.number, from(ola), 400)
    expect(found?.ours).toBeNull()
    expect(found?.sharing.find(({ municipality }) => municipality.id === kari.municipality.id)?.reportCount).toBe(1)
    const forVisitor = await likeThe(visitor, ola.municipality.number, from(null), 400)
    expect(forVisitor?.sharing.map(({ municipality }) => municipality.id)).not.toContain(kari.municipality.id)
    expect((await likeThe(ola, kari.municipality.number, from(ola), 1))?.ours?.score).toBeGreaterThan(0.5)
  })
})

describe('where a reader stands', () => {
  const remembered = async (number: string) => keptAs({ ...addressOf(nowhere), som: number, fylke: 3 })

  test('is where they say they are from, with what they say counts', async () => {
    const { id, number, name } = await makeMunicipality()
    const weights = { ...standardWeights, county: 3 }
    for (const who of [visitor, await makeAdvisor()])
      expect(await standpointOf(who, await remembered(number))).toEqual({ municipality: { id, number, name }, weights })
  })

  test('is one’s own municipality for those who work in one, whoever used the browser before', async () => {
    const kari = await makeStaff()
    const found = await standpointOf(kari, await remembered((await makeMunicipality()).number))
    expect(found.municipality?.id).toBe(kari.municipality.id)
    expect(found.weights.county).toBe(3)
  })

  test.each(['', 'som=9999', 'som=%00&fylke=99', '%', 'som=4203%27'])('is nowhere in particular for «%s»', async (kept) => {
    expect(await standpointOf(visitor, kept)).toEqual(nowhere)
  })
})
