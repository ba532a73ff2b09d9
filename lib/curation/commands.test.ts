import { expect, test } from 'vitest'
import type { Visibility } from '@/generated/prisma/enums'
import { featuredReports } from '@/lib/experiences/queries'
import { type Actor, type Advisor, visitor } from '@/lib/platform/actor'
import { addDays, today } from '@/lib/platform/dates'
import {
  makeAdvisor,
  makeCollaboration,
  makeDraftReport,
  makeProject,
  makeReport,
  makeStaff,
  owner,
} from '@/lib/testing/builders'
import { featureReport, unfeatureReport } from './commands'
import { curationDesk } from './queries'

const showing = (slug: string, change: { startsOn?: string; endsOn?: string } = {}) => ({
  slug,
  reason: 'Tydelig om hva det kostet',
  startsOn: today(),
  endsOn: today(),
  ...change,
})
const slugsSeenBy = async (actor: Actor) => (await featuredReports(actor, 100)).map((report) => report.slug)
const desk = (advisor: Advisor, q = '') => curationDesk(advisor, { q, side: 1 })

async function published(visibility: Visibility) {
  const [kari, partner] = [await makeStaff(), await makeStaff()]
  const { slug: collaboration } = await makeCollaboration([kari.municipality, partner.municipality])
  const report = await makeReport(kari, await makeProject(kari, { collaboration }), { visibility })
  return { kari, partner, report }
}

test('an open case that an advisor features is shown to everybody, with the reason', async () => {
  const [advisor, { report, kari }] = [await makeAdvisor(), await published('open')]
  await featureReport(advisor, showing(report.slug))
  for (const actor of [visitor, kari, await makeStaff(), advisor]) expect(await slugsSeenBy(actor)).toContain(report.slug)
  const [shown] = (await featuredReports(visitor, 100)).filter((featured) => featured.slug === report.slug)
  expect(shown).toMatchObject({ reason: 'Tydelig om hva det kostet', municipality: { displayName: kari.municipality.name } })
  const trail = await owner().auditEvent.findMany({ where: { actorId: advisor.personId } })
  expect(trail).toMatchObject([{ action: 'report.feature', municipalityId: null, detail: { slug: report.slug } }])
})

test('a case shared with municipalities waits: visitors see it only when its owner opens it', async () => {
  const [advisor, { report }] = [await makeAdvisor(), await published('municipalities')]
  await featureReport(advisor, showing(report.slug))
  const state = async () => (await desk(advisor)).features.find((feature) => feature.report.slug === report.slug)?.state
  expect(await slugsSeenBy(visitor)).not.toContain(report.slug)
  expect(await slugsSeenBy(await makeStaff())).toContain(report.slug)
  expect(await state()).toBe('waiting')
  await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'open' } })
  expect(await slugsSeenBy(visitor)).toContain(report.slug)
  expect(await state()).toBe('showing')
  await owner().experienceReport.update({ where: { id: report.id }, data: { status: 'withdrawn' } })
  for (const actor of [visitor, advisor, await makeStaff()]) expect(await slugsSeenBy(actor)).not.toContain(report.slug)
})

test('only in its period', async () => {
  const advisor = await makeAdvisor()
  const [past, future, last] = [await published('open'), await published('open'), await published('open')]
  await featureReport(advisor, showing(past.report.slug, { startsOn: addDays(today(), -9), endsOn: addDays(today(), -1) }))
  await featureReport(advisor, showing(future.report.slug, { startsOn: addDays(today(), 1), endsOn: addDays(today(), 9) }))
  await featureReport(advisor, showing(last.report.slug, { startsOn: addDays(today(), -9) }))
  const seen = await slugsSeenBy(visitor)
  expect([past, future, last].map(({ report }) => seen.includes(report.slug))).toEqual([false, false, true])
})

test('featured twice is shown once', async () => {
  const [advisor, { report }] = [await makeAdvisor(), await published('open')]
  await featureReport(advisor, showing(report.slug))
  await featureReport(advisor, showing(report.slug))
  expect((await slugsSeenBy(visitor)).filter((slug) => slug === report.slug)).toHaveLength(1)
})

test('an advisor features only what an advisor may read', async () => {
  const advisor = await makeAdvisor()
  const [own, among] = [await published('municipality'), await published('collaboration')]
  const drafter = await makeStaff()
  const draft = await makeDraftReport(drafter, await makeProject(drafter), { visibility: 'open' })
  for (const slug of [own.report.slug, among.report.slug, draft.slug, 'finnes-ikke'])
    await expect(featureReport(advisor, showing(slug))).rejects.toMatchObject({ reason: 'not-found' })
  const offered = (await desk(advisor)).reports.map((report) => report.slug)
  for (const { slug } of [own.report, among.report, draft]) expect(offered).not.toContain(slug)
})

test('nobody but advisors features or takes away', async () => {
  const [advisor, { report, kari }] = [await makeAdvisor(), await published('open')]
  await featureReport(advisor, showing(report.slug))
  const { id } = await owner().featuredCase.findFirstOrThrow({ where: { reportId: report.id }, select: { id: true } })
  const administrator = await makeStaff({ roles: ['member', 'municipality_admin'] })
  const noLonger: Advisor = { ...(await makeAdvisor()), roles: [] }
  for (const actor of [visitor, kari, administrator, noLonger]) {
    await expect(featureReport(actor, showing(report.slug))).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(unfeatureReport(actor, { featureId: id })).rejects.toMatchObject({ reason: 'forbidden' })
  }
  expect(await owner().featuredCase.count({ where: { reportId: report.id } })).toBe(1)
})

test('another advisor may take it away, once', async () => {
  const [advisor, other, { report }] = [await makeAdvisor(), await makeAdvisor(), await published('open')]
  await featureReport(advisor, showing(report.slug))
  const { id } = await owner().featuredCase.findFirstOrThrow({ where: { reportId: report.id }, select: { id: true } })
  await unfeatureReport(other, { featureId: id })
  expect(await slugsSeenBy(visitor)).not.toContain(report.slug)
  await expect(unfeatureReport(other, { featureId: id })).rejects.toMatchObject({ reason: 'not-found' })
})

test('the desk searches by title and municipality, and pages', async () => {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  for (let number = 1; number <= 22; number++)
    await makeReport(kari, await makeProject(kari), { title: `Sommerfuglhage ${number}`, visibility: 'municipalities' })
  const first = await desk(advisor, 'sommerfugl')
  expect([first.total, first.pageCount, first.reports.length]).toEqual([22, 2, 20])
  const beyond = await curationDesk(advisor, { q: 'SOMMERFUGL', side: 9 })
  expect([beyond.page, beyond.reports.length]).toEqual([2, 2])
  const seen = new Set([...first.reports, ...beyond.reports].map((report) => report.slug))
  expect(seen.size).toBe(22)
  expect((await desk(advisor, kari.municipality.name)).total).toBeGreaterThanOrEqual(22)
})
