import { expect, test } from 'vitest'
import { reportsBy } from '@/lib/experiences/queries'
import { visitor } from '@/lib/platform/actor'
import { addDays, dateOf, today } from '@/lib/platform/dates'
import { projectsSharedBy } from '@/lib/projects/list/queries'
import { makeAdvisor, makeLesson, makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { makeDuplicates } from '@/lib/testing/conversation'
import { municipalityShares } from './queries'

const open = { visibility: 'open' as const }

test('the profile tells what is shared with the reader, and nothing that is found by way of another', async () => {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const id = kari.municipality.id
  const projects = [await makeProject(kari, open), await makeProject(kari), await makeProject(kari)]
  const [first, second, third] = projects
  if (!first || !second || !third) throw new Error('three were made')
  const shared = await makeReport(kari, first, open)
  await makeReport(kari, second, { visibility: 'municipalities' })
  await makeDuplicates(await makeAdvisor(), await makeReport(kari, third, open), shared)
  await makeLesson(kari, first, { title: 'Åpen erfaring', ...open })
  await makeLesson(kari, first, { title: 'Vår egen erfaring' })

  const seen = await municipalityShares(visitor, id)
  expect(seen.counts).toEqual({ reports: 1, projects: 1, lessons: 1 })
  expect(seen.lessons.map(({ title }) => title)).toEqual(['Åpen erfaring'])
  expect(seen.parts.find(({ kind }) => kind === 'milestones')?.count).toBe(1)
  expect(seen.people.map(({ slug }) => slug)).toEqual([shared.slug])
  expect((await reportsBy(visitor, id)).map(({ slug }) => slug)).toEqual([shared.slug])
  expect(await projectsSharedBy(visitor, id)).toHaveLength(1)
  expect((await municipalityShares(ola, id)).counts).toMatchObject({ reports: 2 })
  // One's own is not shared with oneself: it stands in the portfolio.
  expect((await municipalityShares(kari, id)).counts.lessons).toBe(1)
})

test('whom to ask is told only to those who may know', async () => {
  const kari = await makeStaff()
  const report = await makeReport(kari, await makeProject(kari), open)
  const asked = async () => (await municipalityShares(visitor, kari.municipality.id)).people
  expect(await asked()).toMatchObject([{ slug: report.slug, role: expect.any(String) }])
  await owner().reportSection.updateMany({
    where: { reportId: report.id, kind: 'people' },
    data: { visibility: 'municipalities' },
  })
  expect(await asked()).toEqual([])
})

test('it uses what it has said is use, and said not too long ago', async () => {
  const [kari, ola] = [await makeStaff(), await makeStaff()]
  const report = async () => makeReport(kari, await makeProject(kari), open)
  const inUse = await report()
  await makeReuse(ola, inUse, open)
  await makeReuse(ola, await report(), { ...open, state: 'considering' })
  await makeReuse(ola, await report(), { ...open, state: 'rejected' })
  await makeReuse(ola, await report(), { ...open, confirmedOn: null })
  await makeReuse(ola, await report(), { ...open, confirmedOn: dateOf(addDays(today(), -800)) })
  const { uses } = await municipalityShares(visitor, ola.municipality.id)
  expect([uses.count, uses.rows.map((row) => row.report.slug)]).toEqual([1, [inUse.slug]])
})
