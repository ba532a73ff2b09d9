import { beforeEach, describe, expect, test } from 'vitest'
import type { Visibility } from '@/generated/prisma/enums'
import { newestReports, reportPage } from '@/lib/experiences/queries'
import { type Actor, type Advisor, visitor } from '@/lib/platform/actor'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { lineagePage } from '@/lib/sharing/lineage/queries'
import { makeAdvisor, makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { mergeReports, tellApart, unmergeReport } from './commands'
import { duplicatesDesk, foundByWayOf, mergePreview } from './queries'

let solveig: Advisor

beforeEach(async () => {
  solveig = await makeAdvisor()
  // Each test has its reports to itself.
  await owner().experienceReport.updateMany({ data: { status: 'draft', publishedAt: null, confirmedOn: null } })
})

async function told(title: string, visibility: Visibility = 'open') {
  const staff = await makeStaff()
  return { ...(await makeReport(staff, await makeProject(staff), { title, visibility })), staff }
}

const newest = async (actor: Actor) => (await newestReports(actor, 20)).map(({ slug }) => slug)
const found = async (actor: Actor, q: string) =>
  (await searchAll(actor, searchQuery.parse({ q, type: 'rapport' }))).hits.map(({ href }) => href)
const merged = (keep: { slug: string }, away: { slug: string }) =>
  mergeReports(solveig, { keep: keep.slug, away: away.slug, note: 'Har også tall for 2025.' })

describe('a report that is merged into another', () => {
  test('is found by way of it: not in lists or searches, and its page says where to go', async () => {
    const [keep, away] = [await told('Ladestolper ved rådhuset'), await told('Ladestolper ved rådhuset i sentrum')]
    await merged(keep, away)
    for (const actor of [visitor, await makeStaff()]) {
      expect(await newest(actor)).toEqual([keep.slug])
      expect(await found(actor, 'ladestolper')).toEqual([`/erfaringer/${keep.slug}`])
      expect((await reportPage(actor, away.slug))?.mergedInto?.slug).toBe(keep.slug)
    }
    const page = await reportPage(visitor, keep.slug)
    expect(page?.merged).toMatchObject([{ slug: away.slug, note: 'Har også tall for 2025.' }])
    expect(page?.mergedInto).toBeNull()
  })

  test('is still found by those who may not read the other', async () => {
    const [keep, away] = [await told('Vannmålere', 'municipalities'), await told('Vannmålere på nett')]
    await merged(keep, away)
    expect(await newest(visitor)).toEqual([away.slug])
    expect(await found(visitor, 'vannmålere')).toEqual([`/erfaringer/${away.slug}`])
    expect((await reportPage(visitor, away.slug))?.mergedInto).toBeNull()
    expect(await newest(away.staff)).toEqual([keep.slug])
  })

  test('counts once in the lineage, and what builds on it builds on the other', async () => {
    const [keep, away] = [await told('Byggesak'), await told('Byggesak på nett')]
    const builder = await makeStaff()
    await makeReuse(builder, away, { visibility: 'open' })
    await merged(keep, away)
    expect((await lineagePage(visitor, keep.slug))?.reach.count).toBe(1)
    expect((await lineagePage(visitor, away.slug))?.tree[0]?.slug).toBe(keep.slug)
  })

  test('comes back when the merge is undone, or the other is taken back', async () => {
    const [keep, away] = [await told('Turnus'), await told('Turnus i helse')]
    await merged(keep, away)
    await unmergeReport(solveig, away)
    expect((await newest(visitor)).sort()).toEqual([keep.slug, away.slug].sort())
    await merged(keep, away)
    await owner().experienceReport.update({ where: { id: keep.id }, data: { status: 'withdrawn' } })
    expect(await newest(visitor)).toEqual([away.slug])
  })

  test('is told to those who answer for either, and leaves a trail', async () => {
    const [keep, away] = [await told('Robot'), await told('Robot for faktura')]
    await merged(keep, away)
    const news = await owner().newsItem.findMany({ where: { kind: 'report_merged' }, select: { reportId: true } })
    expect(news.map(({ reportId }) => reportId)).toEqual(expect.arrayContaining([keep.id, away.id]))
    expect(await owner().auditEvent.count({ where: { action: 'report.merge', subjectId: away.id } })).toBe(1)
  })
})

test('whoever follows a report hears of the one it is found by way of', async () => {
  const [keep, away, ola] = [await told('Elvebåt'), await told('Elvebåt på nett'), await makeStaff()]
  for (const reportId of [keep.id, away.id]) await owner().follow.create({ data: { personId: keep.staff.personId, reportId } })
  await owner().follow.create({ data: { personId: ola.personId, reportId: away.id } })
  await merged(keep, away)
  expect(await owner().follow.count({ where: { personId: ola.personId, reportId: keep.id } })).toBe(1)
  expect(await owner().follow.count({ where: { personId: keep.staff.personId, reportId: keep.id } })).toBe(1)
})

test('those who are led on go to the other; its own municipality and advisors read both', async () => {
  const [keep, away] = [await told('Sandstrand'), await told('Sandstrand på kart')]
  await merged(keep, away)
  for (const actor of [visitor, await makeStaff()]) expect(await foundByWayOf(actor, away.slug)).toBe(keep.slug)
  for (const actor of [solveig, away.staff]) expect(await foundByWayOf(actor, away.slug)).toBeNull()
  expect(await foundByWayOf(visitor, keep.slug)).toBeNull()
})

describe('what is said of a report that is merged', () => {
  const said = async (report: { id: string }) => ({
    reuse: await owner().reuse.count({ where: { reportId: report.id } }),
    questions: await owner().question.count({ where: { reportId: report.id } }),
  })
  async function spokenOf(visibility: Visibility = 'open') {
    const [keep, away, ola] = [await told('Snøvarsling', visibility), await told('Snøvarsling på nett'), await makeStaff()]
    await makeReuse(ola, away)
    await owner().question.create({
      data: {
        municipalityId: ola.municipality.id,
        reportId: away.id,
        askedBy: ola.personId,
        signature: 'Ola',
        text: 'Hva kostet det?',
      },
    })
    return { keep, away, ola }
  }

  test('is read with the one that is kept, counts there, and goes back when the merging is undone', async () => {
    const { keep, away, ola } = await spokenOf()
    await makeReuse(keep.staff, away)
    await merged(keep, away)
    expect(await said(keep)).toEqual({ reuse: 1, questions: 1 })
    expect((await reportPage(ola, keep.slug))?.reuses).toHaveLength(1)
    expect((await newestReports(ola, 5))[0]?.reuseCount).toBe(1)
    // How a municipality uses its own is nothing to tell.
    expect(await said(away)).toEqual({ reuse: 1, questions: 0 })
    await unmergeReport(solveig, away)
    expect(await said(keep)).toEqual({ reuse: 0, questions: 0 })
    expect(await said(away)).toEqual({ reuse: 2, questions: 1 })
  })

  test('stays where a municipality has said it of both', async () => {
    const { keep, away, ola } = await spokenOf()
    await makeReuse(ola, keep)
    await merged(keep, away)
    expect([await said(keep), await said(away)]).toEqual([
      { reuse: 1, questions: 1 },
      { reuse: 1, questions: 0 },
    ])
  })

  test('stays, or goes back, where fewer may read the one that is kept', async () => {
    const { keep, away } = await spokenOf('municipalities')
    await merged(keep, away)
    expect(await said(away)).toEqual({ reuse: 1, questions: 1 })
    const audience = (visibility: Visibility) => owner().experienceReport.update({ where: { id: keep.id }, data: { visibility } })
    await audience('open')
    expect(await said(keep)).toEqual({ reuse: 1, questions: 1 })
    await audience('municipalities')
    expect(await said(away)).toEqual({ reuse: 1, questions: 1 })
    await audience('open')
    await owner().experienceReport.update({ where: { id: keep.id }, data: { status: 'withdrawn' } })
    expect(await said(away)).toEqual({ reuse: 1, questions: 1 })
  })

  test('leads on to the last one of a chain, whichever end it grows from', async () => {
    const { keep, away } = await spokenOf()
    const [last, late] = [await told('Snøvarsling i sanntid'), await told('Snøvarsling, igjen')]
    await merged(keep, away)
    await merged(last, keep)
    expect(await foundByWayOf(visitor, away.slug)).toBe(last.slug)
    expect(await said(last)).toEqual({ reuse: 1, questions: 1 })
    // Merging into what is merged already is merging into where that leads.
    await merged(keep, late)
    expect(await foundByWayOf(visitor, late.slug)).toBe(last.slug)
    await unmergeReport(solveig, keep)
    expect(await foundByWayOf(visitor, keep.slug)).toBeNull()
    expect(await foundByWayOf(visitor, away.slug)).toBe(last.slug)
    await unmergeReport(solveig, away)
    expect(await said(away)).toEqual({ reuse: 1, questions: 1 })
  })

  test('is told to the advisor before, and stands in the trail after', async () => {
    const { keep, away, ola } = await spokenOf()
    const [last, before] = [await told('Snøvarsling i sanntid'), await told('Snøvarsling, først')]
    await owner().follow.create({ data: { personId: ola.personId, reportId: away.id } })
    await merged(away, before)
    await merged(last, keep)
    const follows = { followers: 1, questions: 1, reuses: 1, builders: 0, merged: 1, stays: false }
    const asked = { keep: keep.slug, away: away.slug }
    expect(await mergePreview(solveig, asked)).toMatchObject({ kept: { slug: last.slug }, isLedOn: true, follows })
    for (const actor of [visitor, ola]) expect(await mergePreview(actor, asked)).toBeNull()
    expect(await mergePreview(solveig, { keep: last.slug, away: keep.slug })).toBeNull()
    await merged(keep, away)
    const [trail] = await owner().auditEvent.findMany({ where: { action: 'report.merge', subjectId: away.id } })
    expect(trail?.detail).toMatchObject({ into: last.slug, ...follows })
  })
})

describe('merging refuses', () => {
  test('the second of two who merge the same at once, with a word and no fault', async () => {
    const [keep, away] = [await told('Isbane'), await told('Isbane på taket')]
    const other = await makeAdvisor()
    const input = { keep: keep.slug, away: away.slug, note: '' }
    const both = await Promise.allSettled([mergeReports(solveig, input), mergeReports(other, input)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const second = both.find((one) => one.status === 'rejected')
    expect(second?.reason).toMatchObject({ fields: { away: 'errors.mergedAlready' } })
  })

  test('what is merged already, also into the very report that would go', async () => {
    const [first, second, third] = [await told('En'), await told('To'), await told('Tre')]
    await merged(second, third)
    await expect(merged(first, third)).rejects.toMatchObject({ fields: { away: 'errors.mergedAlready' } })
    await expect(merged(third, second)).rejects.toMatchObject({ fields: { keep: 'errors.mergedIntoThis' } })
    const around = { reportId: first.id, intoReportId: third.id, note: '', mergedBy: solveig.personId }
    await expect(owner().reportMerge.create({ data: around })).rejects.toThrow(/merged into a report that is merged away/)
  })

  test('what does not exist, what the advisor may not read, and everybody else', async () => {
    const [keep, hidden] = [await told('En'), await told('To', 'municipality')]
    await expect(merged(keep, hidden)).rejects.toMatchObject({ fields: { away: 'errors.noSuchReport' } })
    for (const actor of [visitor, keep.staff]) {
      await expect(mergeReports(actor, { keep: 'a', away: 'b', note: '' })).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(unmergeReport(actor, keep)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(tellApart(actor, { one: 'a', other: 'b' })).rejects.toMatchObject({ reason: 'forbidden' })
      expect(await duplicatesDesk(actor, { side: 1 })).toBeNull()
    }
  })
})

describe('the desk', () => {
  const pairs = async () =>
    (await duplicatesDesk(solveig, { side: 1 }))?.pairs.map(({ one, other }) => [one.slug, other.slug].sort())

  test('suggests titles alike within a theme, until somebody has decided', async () => {
    const [one, other] = [await told('Digital søknad om barnehageplass'), await told('Digital søknad om barnehageplasser')]
    await told('Nye rør i bakken')
    const pair = [one.slug, other.slug].sort()
    expect(await pairs()).toEqual([pair])
    await tellApart(solveig, { one: other.slug, other: one.slug })
    await tellApart(solveig, { one: one.slug, other: other.slug })
    expect(await pairs()).toEqual([])
    await owner().reportNotDuplicate.deleteMany()
    await merged(one, other)
    expect(await pairs()).toEqual([])
    expect((await duplicatesDesk(solveig, { side: 1 }))?.merges).toMatchObject([{ into: { slug: one.slug } }])
  })

  test('counts reuse as everywhere else: also what has been stopped, not what was chosen away', async () => {
    const [one, other] = [await told('Snøbrøyting på kart'), await told('Snøbrøyting på kartet')]
    await makeReuse(await makeStaff(), one, { state: 'stopped' })
    await makeReuse(await makeStaff(), one, { state: 'rejected' })
    const [pair] = (await duplicatesDesk(solveig, { side: 1 }))?.pairs ?? []
    expect([pair?.one, pair?.other].find((shown) => shown?.slug === one.slug)?.reuseCount).toBe(1)
    expect([pair?.one, pair?.other].find((shown) => shown?.slug === other.slug)?.reuseCount).toBe(0)
    const { hits } = await searchAll(visitor, searchQuery.parse({ q: 'snøbrøyting', type: 'rapport' }))
    const listed = await newestReports(visitor, 20)
    for (const { slug, reuseCount } of listed)
      expect(hits.find(({ href }) => href === `/erfaringer/${slug}`)?.reuseCount, slug).toBe(reuseCount)
  })

  test('never suggests a report and what it builds on', async () => {
    const [one, other] = [await told('Flomvarsling i elva'), await told('Flomvarsling i elven')]
    expect(await pairs()).toHaveLength(1)
    await owner().projectCopy.create({
      data: {
        ...{ municipalityId: other.municipalityId, projectId: other.projectId, sourceVersion: 1, origins: [] },
        ...{ sourceMunicipalityId: one.municipalityId, sourceProjectId: one.projectId, sourceReportId: one.id },
      },
    })
    expect(await pairs()).toEqual([])
  })
})
