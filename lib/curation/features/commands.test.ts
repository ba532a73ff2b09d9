import { beforeEach, expect, test } from 'vitest'
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
import { changeFeature, featureReport, moveFeature, unfeatureReport } from './commands'
import { featuresDesk } from './queries'
import { placesOnFront } from './rules'

const showing = (slug: string, change: { startsOn?: string; endsOn?: string } = {}) => ({
  slug,
  reason: 'Tydelig om hva det kostet',
  startsOn: today(),
  endsOn: today(),
  ...change,
})
const slugsSeenBy = async (actor: Actor) => (await featuredReports(actor, 100)).map((report) => report.slug)
const desk = async (advisor: Advisor) => (await featuresDesk(advisor)) ?? []
const stateOf = async (advisor: Advisor, slug: string) =>
  (await desk(advisor)).filter(({ report }) => report.slug === slug).map(({ state }) => state)

beforeEach(async () => {
  // Each test has the front page to itself.
  await owner().featuredCase.deleteMany()
})

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
  const state = async () => (await stateOf(advisor, report.slug))[0]
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

test('is featured once at a time, and again later', async () => {
  const [advisor, { report }] = [await makeAdvisor(), await published('open')]
  await featureReport(advisor, showing(report.slug, { endsOn: addDays(today(), 5) }))
  const later = { startsOn: addDays(today(), 5), endsOn: addDays(today(), 9) }
  await expect(featureReport(advisor, showing(report.slug, later))).rejects.toMatchObject({
    fields: { startsOn: 'errors.featuredAlready' },
  })
  await featureReport(advisor, showing(report.slug, { ...later, startsOn: addDays(today(), 6) }))
  expect((await stateOf(advisor, report.slug)).sort()).toEqual(['showing', 'upcoming'])
  expect((await slugsSeenBy(visitor)).filter((slug) => slug === report.slug)).toHaveLength(1)
})

test('the desk says shown of those the front page shows, and no other', async () => {
  const advisor = await makeAdvisor()
  const [away, keep, closed] = [await published('open'), await published('open'), await published('municipalities')]
  const others = [await published('open'), await published('open'), await published('open')]
  for (const { report } of [keep, ...others, closed, away].reverse()) await featureReport(advisor, showing(report.slug))
  await owner().reportMerge.create({
    data: { reportId: away.report.id, intoReportId: keep.report.id, note: '', mergedBy: advisor.personId },
  })
  const onFront = (await featuredReports(visitor, placesOnFront)).map(({ slug }) => slug)
  const shown = (await desk(advisor)).filter(({ state }) => state === 'showing').map(({ report }) => report.slug)
  expect(shown).toEqual(onFront)
  expect(shown).toHaveLength(placesOnFront)
  expect(await stateOf(advisor, others[2]?.report.slug ?? '')).toEqual(['queued'])
  expect(await stateOf(advisor, closed.report.slug)).toEqual(['waiting'])
  expect(await stateOf(advisor, away.report.slug)).toEqual(['merged'])
})

test('a step up is a step up on the front page, and what is over stands last', async () => {
  const advisor = await makeAdvisor()
  const [first, second, over] = [await published('open'), await published('open'), await published('open')]
  for (const { report } of [second, first]) await featureReport(advisor, showing(report.slug))
  await featureReport(advisor, showing(over.report.slug, { startsOn: addDays(today(), -9), endsOn: addDays(today(), -1) }))
  const order = async () => (await desk(advisor)).map(({ report }) => report.slug)
  const [one, two, three] = [first.report.slug, second.report.slug, over.report.slug]
  expect(await order()).toEqual([one, two, three])
  const featureId = (await desk(advisor))[1]?.id ?? ''
  await moveFeature(advisor, { featureId, direction: 'up' })
  expect(await order()).toEqual([two, one, three])
  expect(await slugsSeenBy(visitor)).toEqual([two, one])
  await moveFeature(advisor, { featureId, direction: 'up' })
  expect(await order()).toEqual([two, one, three])
  await expect(moveFeature(first.kari, { featureId, direction: 'up' })).rejects.toMatchObject({ reason: 'forbidden' })
  const ended = (await desk(advisor))[2]?.id ?? ''
  await expect(moveFeature(advisor, { featureId: ended, direction: 'up' })).rejects.toMatchObject({ reason: 'not-found' })
})

test('the reason and the period can be changed, and the second of two is told', async () => {
  const [advisor, { report, kari }] = [await makeAdvisor(), await published('open')]
  await featureReport(advisor, showing(report.slug))
  const featureId = (await desk(advisor))[0]?.id ?? ''
  const change = { featureId, version: 1, reason: 'Nye tall', startsOn: today(), endsOn: addDays(today(), 9) }
  await expect(changeFeature(kari, change)).rejects.toMatchObject({ reason: 'forbidden' })
  await changeFeature(advisor, change)
  expect((await desk(advisor))[0]).toMatchObject({ reason: 'Nye tall', endsOn: addDays(today(), 9) })
  await expect(changeFeature(advisor, change)).rejects.toMatchObject({ meanwhile: { values: { reason: 'Nye tall' } } })
  expect(await owner().auditEvent.count({ where: { action: 'report.change-feature', subjectId: featureId } })).toBe(1)
  expect(await featuresDesk(kari)).toBeNull()
})

test('an advisor features only what an advisor may read', async () => {
  const advisor = await makeAdvisor()
  const [own, among] = [await published('municipality'), await published('collaboration')]
  const drafter = await makeStaff()
  const draft = await makeDraftReport(drafter, await makeProject(drafter), { visibility: 'open' })
  for (const slug of [own.report.slug, among.report.slug, draft.slug, 'finnes-ikke'])
    await expect(featureReport(advisor, showing(slug))).rejects.toMatchObject({ reason: 'not-found' })
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
