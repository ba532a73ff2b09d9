import { expect, test } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { makeAdvisor, makeDraftReport, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { chosenReport, findReports } from './queries'

test('reports are found at the desk by words wherever they stand', async () => {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const made = [1, 2].map(async (number) =>
    makeReport(kari, await makeProject(kari), { title: `Sommerfuglhage ${number}`, visibility: 'municipalities' }),
  )
  const slugs = (await Promise.all(made)).map(({ slug }) => slug).sort()
  const found = async (q: string) => (await findReports(advisor, { q, side: 1 }))?.reports.map(({ slug }) => slug).sort()
  expect(await found('sommerfugl')).toEqual(slugs)
  expect(await found(`${kari.municipality.name.toUpperCase()} SOMMERFUGL`)).toEqual(slugs)
  expect(await found('sommerfugl nordlys')).toEqual([])
})

test('every report stands on one page of the hits', async () => {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const q = `Blåmeis ${kari.municipality.number}`
  for (const number of [1, 2, 3]) await makeReport(kari, await makeProject(kari), { title: `${q} ${number}` })
  const pages = [1, 2, 9].map(async (side) => findReports(advisor, { q, side, pageSize: 2 }))
  const [first, second, beyond] = await Promise.all(pages)
  expect([first?.total, first?.pageCount, first?.reports.length, second?.reports.length]).toEqual([3, 2, 2, 1])
  expect(new Set([...(first?.reports ?? []), ...(second?.reports ?? [])].map(({ slug }) => slug)).size).toBe(3)
  expect(beyond).toEqual(second)
})

test('a pasted address finds its report', async () => {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const { slug } = await makeReport(kari, await makeProject(kari))
  const found = await findReports(advisor, { q: `https://delt.example/erfaringer/${slug}/sporsmal?a=1`, side: 1 })
  expect(found?.reports.map((report) => report.slug)).toEqual([slug])
  expect(await chosenReport(advisor, slug)).toMatchObject({ slug, parts: expect.arrayContaining(['checklist']) })
})

test('only what advisors may read is found, by advisors alone, and nothing that is found by way of another', async () => {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const title = `Nattergal ${kari.municipality.number}`
  const made = (visibility: 'municipality' | 'municipalities') => async () =>
    makeReport(kari, await makeProject(kari), { title, visibility })
  const [own, keep, away] = [await made('municipality')(), await made('municipalities')(), await made('municipalities')()]
  const draft = await makeDraftReport(kari, await makeProject(kari), { title })
  await owner().reportMerge.create({
    data: { reportId: away.id, intoReportId: keep.id, note: '', mergedBy: advisor.personId },
  })
  expect((await findReports(advisor, { q: title, side: 1 }))?.reports.map(({ slug }) => slug)).toEqual([keep.slug])
  for (const { slug } of [own, draft]) expect(await chosenReport(advisor, slug)).toBeNull()
  for (const actor of [visitor, kari]) {
    expect(await findReports(actor, { q: title, side: 1 })).toBeNull()
    expect(await chosenReport(actor, keep.slug)).toBeNull()
  }
})
