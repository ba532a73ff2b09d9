import { describe, expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { makeCollaboration, makeMunicipality, makeProject, makeReport, makeStaff } from '@/lib/testing/builders'
import { comparedMunicipalities, likeMunicipalities, likeThe } from './queries'
import { standardWeights } from './rules'

describe('municipalities like one', () => {
  test('are found among all of them, never oneself, the most alike first and with why', async () => {
    const kari = await makeStaff({
      municipality: await makeMunicipality({ population: 612, centralityClass: 6, kostraGroup: 'EKG99' }),
    })
    const twin = await makeMunicipality({ population: 640, centralityClass: 6, kostraGroup: 'EKG99' })
    await makeCollaboration([kari.municipality, twin])
    const found = await read(kari, (tx) => likeMunicipalities(tx, kari.municipality.id, standardWeights, 5))
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
    expect(await likeThe(visitor, '9999', standardWeights, 5)).toBeNull()
    const kari = await makeStaff()
    await makeReport(kari, await makeProject(kari), { visibility: 'municipalities' })
    const ola = await makeStaff()
    const found = await likeThe(ola, ola.municipality.number, standardWeights, 400)
    expect(found?.ours).toBeNull()
    expect(found?.sharing.find(({ municipality }) => municipality.id === kari.municipality.id)?.reportCount).toBe(1)
    const forVisitor = await likeThe(visitor, ola.municipality.number, standardWeights, 400)
    expect(forVisitor?.sharing.map(({ municipality }) => municipality.id)).not.toContain(kari.municipality.id)
    expect((await likeThe(ola, kari.municipality.number, standardWeights, 1))?.ours?.score).toBeGreaterThan(0.5)
  })
})
