import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { compared } from '@/lib/comparison/reports/queries'
import { likeMunicipalities } from '@/lib/municipalities/likeness/queries'
import { standardWeights } from '@/lib/municipalities/likeness/rules'
import { reportData } from '@/lib/open-pages/linked-data'
import { type Actor, type Staff, visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { makeProject, makeStaff, owner } from '@/lib/testing/builders'
import { publishWritten } from '@/lib/testing/writing'
import { reportPage } from './queries'
import { versionPage } from './versions/queries'

// Suppliers never see who uses what, unless it is open to all: what a section names is known to those who may read it.

// Names of its own for each test: lists are of the whole country.
let [technology, supplier] = ['', '']
beforeEach(() => {
  ;[technology, supplier] = [`Vannorakel ${randomUUID()}`, `Brønngraver ${randomUUID()}`]
})

const isNarrow = { audiences: { solution: 'municipality' } }
const solution = () => ({ visibility: 'open', technologies: technology, suppliers: supplier })

async function write(change: object = {}) {
  const kari = await makeStaff()
  const project = await makeProject(kari, { technologies: [], suppliers: [] })
  return { kari, project, ...(await publishWritten(kari, project, { ...solution(), ...change })) }
}

const names = (found: unknown) => [technology, supplier].filter((name) => JSON.stringify(found ?? null).includes(name))

/** Everything a reader meets of a report, by place. */
async function met(actor: Actor, slug: string, municipality: Staff['municipality']) {
  const page = await reportPage(actor, slug)
  const isAmong = (hits: object[]) => JSON.stringify(hits).includes(slug)
  const search = (query: object) => searchAll(actor, searchQuery.parse({ type: 'rapport', ...query }))
  const head = (tx: Parameters<Parameters<typeof read>[1]>[0]) =>
    tx.experienceReport.findUnique({ where: { slug }, select: { technologies: true, suppliers: true } })
  return {
    page: names(page),
    linkedData: names(page && reportData('https://delt.test', page, 'Barnehage')),
    head: names(await read(actor, head)),
    version: names(await versionPage(actor, slug, 1)),
    comparison: names(await compared(actor, [slug])),
    likeness: names(await read(actor, (tx) => likeMunicipalities(tx, { municipality, weights: standardWeights }, 400))),
    facet: names((await search({ tema: 'barnehage' })).facets),
    found: isAmong((await search({ q: supplier })).hits) || isAmong((await search({ teknologi: technology })).hits),
  }
}

test('what a solution for all names is read and found by all', async () => {
  const { slug, kari } = await write()
  const { found, linkedData, facet, likeness, ...read } = await met(visitor, slug, kari.municipality)
  expect(Object.values(read)).toEqual(Object.values(read).map(() => [technology, supplier]))
  expect([linkedData, facet, found, likeness]).toEqual([[technology], [technology], true, []])
})

test('what a narrow solution names is met nowhere by others, and by its own where they read', async () => {
  const { slug, kari } = await write(isNarrow)
  for (const actor of [visitor, await makeStaff()])
    expect(await met(actor, slug, kari.municipality)).toEqual({
      ...{ page: [], linkedData: [], head: [], version: [], comparison: [], likeness: [], facet: [], found: false },
    })
  expect(names(await reportPage(kari, slug))).toEqual([technology, supplier])
  expect(names(await versionPage(kari, slug, 1))).toEqual([technology, supplier])
})

test('narrowed in the next version, it is named no longer, also not by the first', async () => {
  const { slug, kari, project } = await write()
  await publishWritten(kari, project, { ...solution(), ...isNarrow })
  expect((await met(visitor, slug, kari.municipality)).version).toEqual([])
  expect((await met(visitor, slug, kari.municipality)).found).toBe(false)
})

test('nobody can write names into the head past the section', async () => {
  const { slug } = await write(isNarrow)
  await owner().experienceReport.update({ where: { slug }, data: { technologies: [technology], suppliers: [supplier] } })
  expect(await owner().experienceReport.findUnique({ where: { slug }, select: { technologies: true, suppliers: true } })).toEqual(
    {
      technologies: [],
      suppliers: [],
    },
  )
})
