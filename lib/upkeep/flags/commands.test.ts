import { describe, expect, test } from 'vitest'
import { newsText } from '@/lib/letters/words'
import { noticePage } from '@/lib/news/queries'
import { type Actor, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { translatorFor } from '@/lib/platform/translator'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { confirmReport } from '../commands'
import { answerFlag, flagAsVisitor, flagOutdated } from './commands'
import { flagPage } from './queries'

async function begin(visibility: 'open' | 'municipalities' = 'open') {
  const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
  const report = await makeReport(kari, await makeProject(kari), { visibility })
  const say = (cause: 'figures_old' | 'rules_changed' = 'figures_old') => flagAsVisitor(visitor, { slug: report.slug, cause })
  const open = async (actor: Actor = visitor) => (await flagPage(actor, report.slug))?.open
  return { kari, ola, report, say, open }
}

const texts = async (actor: Actor) => (await noticePage(actor, 1)).notices.map((notice) => newsText(translatorFor('nb'), notice))

describe('a visitor', () => {
  test('says why an open report is outdated: it is counted by cause, the source is told once, and nothing of who it was is kept', async () => {
    const { kari, report, say, open } = await begin()
    for (const cause of ['figures_old', 'figures_old', 'rules_changed'] as const) await say(cause)
    expect(await open()).toMatchObject([
      { cause: 'rules_changed', times: 1, isVisitors: true, by: null, reason: '' },
      { cause: 'figures_old', times: 2, isVisitors: true },
    ])
    expect(await texts(kari)).toEqual(Array(2).fill(`En leser mener at «${report.title}» er utdatert`))
    const trail = await owner().auditEvent.findMany({ where: { action: 'report.flag-outdated', subjectId: report.id } })
    expect(trail.map(({ actorId, municipalityId }) => [actorId, municipalityId])).toEqual(
      Array(3).fill([null, kari.municipality.id]),
    )
  })

  test('cannot of what is not open to all, nor write a word', async () => {
    const { report, say } = await begin('municipalities')
    await expect(say()).rejects.toMatchObject({ reason: 'not-found' })
    const flag = (kind: string) => transaction(visitor, (tx) => tx.$executeRawUnsafe(kind, report.id))
    await expect(
      flag(`INSERT INTO outdated_flag (id, report_id, cause, reason) VALUES (gen_random_uuid(), $1::uuid, 'other', 'Kjøp her')`),
    ).rejects.toThrow(/row-level security/)
    await expect(
      flag(`INSERT INTO news_item (id, kind, report_id) VALUES (gen_random_uuid(), 'report_outdated', $1::uuid)`),
    ).rejects.toThrow(/row-level security/)
  })

  test('is not somebody who is signed in: they write why', async () => {
    const { ola, report } = await begin()
    await expect(flagAsVisitor(ola, { slug: report.slug, cause: 'other' })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(flagOutdated(visitor, { slug: report.slug, reason: 'Gammel' })).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

describe('the source', () => {
  test('answers in words, which all read, and whoever said so is told', async () => {
    const { kari, ola, report, open } = await begin()
    await flagOutdated(ola, { slug: report.slug, reason: 'Leverandøren er borte' })
    const [flag] = (await open(kari)) ?? []
    expect((await flagPage(ola, report.slug))?.mayAnswer).toBe(false)
    await expect(answerFlag(ola, { flagId: flag?.id ?? '', answer: 'Nei' })).rejects.toMatchObject({ reason: 'forbidden' })
    await answerFlag(kari, { flagId: flag?.id ?? '', answer: 'De heter noe annet nå' })
    await expect(answerFlag(kari, { flagId: flag?.id ?? '', answer: 'Igjen' })).rejects.toMatchObject({ reason: 'conflict' })
    const page = await flagPage(visitor, report.slug)
    expect(page?.open).toEqual([])
    expect(page?.answered).toMatchObject([
      { reason: 'Leverandøren er borte', answer: 'De heter noe annet nå', by: ola.municipality.name },
    ])
    expect(await texts(ola)).toEqual([`${kari.municipality.name} har svart på at du mente at «${report.title}» var utdatert`])
  })

  test('that confirms has answered visitors too, and they may doubt it anew', async () => {
    const { kari, report, say, open } = await begin()
    await say()
    await confirmReport(kari, { slug: report.slug })
    expect(await open()).toEqual([])
    await say()
    expect(await open()).toMatchObject([{ times: 1 }])
  })
})

describe('in the search', () => {
  test('a report that somebody doubts stands below its like until the source answers; a single visitor moves nothing', async () => {
    const { kari, ola, report, say, open } = await begin()
    const words = { title: 'Kjøkkenkverner i borettslag', summary: 'Slik gikk det med kjøkkenkverner' }
    const other = await makeReport(kari, await makeProject(kari), { visibility: 'open', ...words })
    const doubted = await makeReport(kari, await makeProject(kari), { visibility: 'open', ...words })
    const found = async () =>
      (await searchAll(visitor, searchQuery.parse({ q: 'kjøkkenkverner', type: 'rapport' }))).hits.map(({ href, isStale }) => [
        href,
        isStale,
      ])
    const of = ({ slug }: { slug: string }) => `/erfaringer/${slug}`
    await flagAsVisitor(visitor, { slug: doubted.slug, cause: 'other' })
    expect((await found()).map(([, isStale]) => isStale)).toEqual([false, false])
    await flagOutdated(ola, { slug: doubted.slug, reason: 'Gammel' })
    expect(await found()).toEqual([
      [of(other), false],
      [of(doubted), true],
    ])
    await confirmReport(kari, { slug: doubted.slug })
    expect((await found()).map(([, isStale]) => isStale)).toEqual([false, false])
    for (let times = 0; times < 3; times += 1) await flagAsVisitor(visitor, { slug: other.slug, cause: 'other' })
    expect((await found()).at(-1)).toEqual([of(other), true])
    await say()
    expect(await open()).toMatchObject([{ times: 1 }])
    expect(report.slug).not.toBe(other.slug)
  })
})
