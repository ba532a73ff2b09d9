import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { makeCollaboration, makeDraftReport, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import type { DemoProject, DemoReport } from '@/prisma/demo/content'
import { similarCases } from './queries'

let kari: Staff
const title = 'Digital søknad om barnehageplass'

beforeEach(async () => {
  kari = await makeStaff()
  // Each test has its cases to itself.
  await owner().experienceReport.updateMany({ data: { status: 'draft', publishedAt: null, confirmedOn: null } })
})

const plan = (change: object = {}) => ({
  municipalityId: kari.municipality.id,
  title,
  themeCode: 'barnehage',
  technologies: ['ID-porten', 'KS FIKS'],
  ...change,
})
const slugs = async (actor: Actor = kari, change: object = {}) =>
  (await read(actor, (tx) => similarCases(tx, plan(change)))).map(({ slug }) => slug)

/** A case from somewhere else that has nothing in common with the plan unless it is given. */
async function told(slug: string, project: Partial<Omit<DemoProject, 'report'>> = {}, report: Partial<DemoReport> = {}) {
  const ola = await makeStaff()
  const unlike: Partial<Omit<DemoProject, 'report'>> = { theme: 'vann-og-avlop', technologies: [], title: 'Nye rør' }
  const words = { title: 'Nye rør i bakken', summary: 'Mindre lekkasje.' }
  return makeReport(ola, await makeProject(ola, { ...unlike, ...project }), { slug, ...words, ...report })
}

describe('cases that resemble a plan', () => {
  test('come the most alike first: theme, then technologies, then words', async () => {
    await told('ord', {}, { title })
    await told('tema', { theme: 'barnehage' })
    await told('teknologi', { technologies: ['ID-porten'] }, { title: 'Digital søknad' })
    await told('alt', { theme: 'barnehage', technologies: ['KS FIKS', 'ID-porten', 'Noark 5'] }, { title })
    expect(await slugs()).toEqual(['alt', 'tema', 'teknologi'])
  })

  test('are none where nothing is alike', async () => {
    await told('ror')
    expect(await slugs()).toEqual([])
  })

  test('among equals, the newest come first, and three are enough', async () => {
    for (const day of ['01', '04', '02', '03'])
      await told(`dag-${day}`, { theme: 'barnehage' }, { publishedOn: `2026-10-${day}`, confirmedOn: '2026-11-02' })
    expect(await slugs()).toEqual(['dag-04', 'dag-03', 'dag-02'])
  })

  test('carry what is needed to choose', async () => {
    const report = await told('hel', { theme: 'barnehage' })
    const municipality = await owner().municipality.findUniqueOrThrow({ where: { id: report.municipalityId } })
    const [found] = await read(kari, (tx) => similarCases(tx, plan()))
    expect(found).toEqual({
      slug: 'hel',
      title: 'Nye rør i bakken',
      municipality: municipality.displayName,
      summary: 'Mindre lekkasje.',
      outcome: 'in_operation',
    })
  })

  test('are others’: never one’s own', async () => {
    const own = await makeReport(kari, await makeProject(kari), { slug: 'egen', title })
    expect(await slugs()).toEqual([])
    expect(await slugs(await makeStaff(), { municipalityId: (await makeStaff()).municipality.id })).toEqual([own.slug])
  })

  test('are only those that are published, and that the reader may read', async () => {
    const ola = await makeStaff()
    await makeDraftReport(ola, await makeProject(ola), { slug: 'kladd', visibility: 'open' })
    await told('deres', { theme: 'barnehage' }, { visibility: 'municipality' })
    const { slug: collaboration } = await makeCollaboration([ola.municipality, kari.municipality])
    await makeReport(ola, await makeProject(ola, { collaboration }), { slug: 'sammen', visibility: 'collaboration' })
    await told('kommuner', { theme: 'barnehage' })
    await told('apen', { theme: 'barnehage' }, { visibility: 'open' })
    expect((await slugs()).toSorted()).toEqual(['apen', 'kommuner', 'sammen'])
    expect((await slugs(await makeStaff())).toSorted()).toEqual(['apen', 'kommuner'])
    expect(await slugs(visitor)).toEqual(['apen'])
  })
})
