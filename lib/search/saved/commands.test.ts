import { describe, expect, test } from 'vitest'
import { addSection, makeCollection, setStatus } from '@/lib/collections/commands'
import { indexReport } from '@/lib/experiences/indexing/commands'
import { fromPlain } from '@/lib/experiences/text/rules'
import { addressOf, keptAs } from '@/lib/municipalities/likeness/input'
import { nowhere } from '@/lib/municipalities/likeness/rules'
import { tell } from '@/lib/news/commands'
import { noticePage } from '@/lib/news/queries'
import { joinMunicipality } from '@/lib/operation/commands'
import { type Staff, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { indexProject } from '@/lib/projects/indexing/commands'
import {
  addItem,
  makeAdvisor,
  makeCollaboration,
  makeMunicipality,
  makeOperator,
  makeProject,
  makeReport,
  makeStaff,
  owner,
} from '@/lib/testing/builders'
import { searchQuery } from '../input'
import { forgetSearch, saveSearch, searchFor } from './commands'
import { mySearches, peopleToSearchFor, savedAs } from './queries'

type Audience = 'municipality' | 'collaboration' | 'municipalities' | 'open'

/** The report of a new project, published just now. */
async function share(kari: Staff, title: string, visibility: Audience = 'municipalities') {
  const report = await makeReport(kari, await makeProject(kari), { title, visibility })
  await owner().searchDocument.deleteMany({ where: { OR: [{ reportId: report.id }, { part: { reportId: report.id } }] } })
  await owner().experienceReport.update({ where: { id: report.id }, data: { publishedAt: new Date() } })
  await transaction(kari, (tx) => indexReport(tx, report.id))
  return report
}

/** Gives a project an audience, as its form does. */
async function open(kari: Staff, id: string, visibility: Audience, collaborationId?: string) {
  await owner().project.update({ where: { id }, data: { visibility, visibleToCollaborationId: collaborationId ?? null } })
  await transaction(kari, (tx) => indexProject(tx, id))
}

/** Ola has saved a search; Kari shares. */
async function begin(address = 'q=flommarkører', name = 'Flom') {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const { searchId } = await saveSearch(ola, { name, address })
  const told = async () => (await noticePage(ola, 1)).notices.map(({ title, topic, savedSearch }) => [title, topic, savedSearch])
  return { kari, ola, searchId, told, look: () => searchFor(ola.personId) }
}

describe('a saved search', () => {
  test('tells its owner of what is shared later and matches, once', async () => {
    const { kari, ola, told, look } = await begin()
    expect(await peopleToSearchFor()).not.toContain(ola.personId)
    await share(kari, 'Flommarkør langs elva')
    await share(kari, 'Ladestolper ved helsehuset')
    expect(await peopleToSearchFor()).toContain(ola.personId)
    await look()
    await look()
    expect(await told()).toEqual([['Flommarkør langs elva', 'searches', 'Flom']])
  })

  test('tells nothing of what was there before, nor when it is only indexed anew or revised', async () => {
    const kari = await makeStaff()
    const report = await share(kari, 'Flommarkør fra i går')
    const { told, look } = await begin()
    await owner().newsItem.updateMany({
      where: { documentId: { not: null } },
      data: { createdAt: new Date(Date.now() - 60_000) },
    })
    await owner().experienceReport.update({ where: { id: report.id }, data: { publishedAt: new Date() } })
    await transaction(kari, (tx) => indexReport(tx, report.id))
    await look()
    expect(await told()).toEqual([])
  })

  test('tells nothing of what its owner may not read, or has shared themselves', async () => {
    const { kari, ola, told, look } = await begin()
    await share(kari, 'Flommarkør på lager', 'municipality')
    await share(ola, 'Flommarkør hos oss')
    await look()
    expect(await told()).toEqual([])
  })

  test('tells of projects, lessons, parts and guides too, and names every search that found it', async () => {
    const { kari, ola, told, look } = await begin('q=flommarkører', 'Alt')
    for (const [name, address] of [
      ['Prosjekter', 'q=flommarkører&type=prosjekt'],
      ['Deler', 'q=flommarkører&type=del'],
    ] as const)
      await saveSearch(ola, { name, address })
    const project = await makeProject(kari, { title: 'Flommarkører i elva' })
    await open(kari, project.id, 'open')
    await addItem(kari, project, 'lesson', { title: 'Avtal flommarkører', visibility: 'municipalities' })
    const advisor = await makeAdvisor()
    const { collectionId } = await makeCollection(advisor, { title: 'Om flommarkører', lead: 'Kort', themeCode: 'byggesak' })
    await addSection(advisor, { collectionId, version: 1, title: 'Mål først', phaseCode: 'concept', advice: fromPlain('') })
    await setStatus(advisor, { collectionId, version: 2, status: 'published' })
    await look()
    expect((await told()).map(([title, , names]) => `${title}: ${names}`).sort()).toEqual([
      'Avtal flommarkører: Alt',
      'Flommarkører i elva: Alt, Prosjekter',
      'Om flommarkører: Alt',
    ])
  })

  test('tells of a municipality when it begins to take part', async () => {
    const { told, look } = await begin('type=kommune&q=Modum', 'Modum')
    await joinMunicipality(await makeOperator(), { number: '3316' })
    await look()
    expect(await told()).toEqual([['Modum', 'searches', 'Modum']])
  })

  test('tells those who can find more when more can, and others not again', async () => {
    const [kari, partner, stranger] = [await makeStaff(), await makeStaff(), await makeStaff()]
    const { id: collaborationId } = await makeCollaboration([kari.municipality, partner.municipality])
    for (const person of [partner, stranger]) await saveSearch(person, { name: 'Fyrlys', address: 'q=fyrlysvakt' })
    const counts = async () => {
      for (const person of [partner, stranger]) await searchFor(person.personId)
      return Promise.all([partner, stranger].map(async (person) => (await noticePage(person, 1)).count))
    }
    const project = await makeProject(kari, { title: 'Fyrlysvakt' })
    await open(kari, project.id, 'collaboration', collaborationId)
    expect(await counts()).toEqual([1, 0])
    await open(kari, project.id, 'municipalities')
    expect(await counts()).toEqual([1, 1])
    await open(kari, project.id, 'municipality')
    expect(await counts()).toEqual([0, 0])
    await open(kari, project.id, 'municipalities')
    expect(await counts()).toEqual([1, 1])
  })

  test('says nothing more to those who were told as followers', async () => {
    const { kari, ola, look } = await begin()
    await owner().follow.create({ data: { personId: ola.personId, themeCode: 'barnehage' } })
    const report = await share(kari, 'Flommarkør langs elva')
    await transaction(kari, (tx) => tell(tx, kari, { kind: 'report_published', reportId: report.id }))
    await look()
    expect((await noticePage(ola, 1)).notices).toMatchObject([{ topic: 'followed', kind: 'report_published' }])
  })

  test('keeps the narrowing of the address, and not the page', async () => {
    const { kari, ola, told, look } = await begin('q=flommarkører&tema=skole&tema=vei&side=4&sorter=tull')
    const [saved] = await mySearches(ola)
    expect(saved?.query).toMatchObject({ q: 'flommarkører', tema: ['skole', 'vei'], sorter: '' })
    expect(saved?.query).not.toHaveProperty('side')
    await share(kari, 'Flommarkør langs elva')
    await look()
    expect(await told()).toEqual([])
  })

  test('only from those who are alike, goes by what counted when it was saved', async () => {
    const facts = { county: 'Likfylke', kostraGroup: 'EKG98', population: 31_000, centralityClass: 2 }
    const ola = await makeStaff({ municipality: await makeMunicipality(facts) })
    const [like, unlike] = [
      await makeStaff({ municipality: await makeMunicipality(facts) }),
      await makeStaff({
        municipality: await makeMunicipality({ ...facts, population: 600, centralityClass: 6, kostraGroup: 'EKG97' }),
      }),
    ]
    const onlyCounty = { population: 0, kostra: 0, centrality: 0, county: 3, collaborations: 0, technologies: 0 }
    const standpunkt = keptAs(addressOf({ ...nowhere, weights: onlyCounty }))
    await saveSearch(ola, { name: 'Lik', address: 'q=brannhydrant&lik=ja' })
    await saveSearch(ola, { name: 'Fylke', address: `q=brannhydrant&lik=ja&type=rapport&${new URLSearchParams({ standpunkt })}` })
    await share(like, 'Brannhydrant A')
    await share(unlike, 'Brannhydrant B')
    await searchFor(ola.personId)
    const told = (await noticePage(ola, 1)).notices.map(({ title, savedSearch }) => `${title}: ${savedSearch}`).sort()
    expect(told).toEqual(['Brannhydrant A: Fylke, Lik', 'Brannhydrant B: Fylke'])
  })

  test('is known again, and kept once', async () => {
    const { ola, searchId } = await begin('q=flommarkører&tema=skole')
    const query = searchQuery.parse({ q: 'flommarkører', tema: 'skole', side: '2', sorter: 'nyeste' })
    expect(await savedAs(ola, query)).toBe(searchId)
    expect(await savedAs(ola, { ...query, tema: [] })).toBeNull()
    expect(await savedAs(visitor, query)).toBeNull()
    expect(await saveSearch(ola, { name: 'Igjen', address: 'tema=skole&q=flommarkører' })).toEqual({ searchId })
  })

  test('is its owner’s alone, and can be forgotten', async () => {
    const { kari, ola, searchId } = await begin()
    expect(await mySearches(kari)).toEqual([])
    await expect(forgetSearch(kari, { searchId })).rejects.toMatchObject({ reason: 'not-found' })
    // Operators are told of nothing.
    for (const nobody of [visitor, await makeOperator()])
      await expect(saveSearch(nobody, { name: 'x', address: '' })).rejects.toMatchObject({ reason: 'forbidden' })
    await forgetSearch(ola, { searchId })
    expect(await owner().savedSearch.count({ where: { id: searchId } })).toBe(0)
  })
})
