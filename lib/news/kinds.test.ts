import { describe, expect, test } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { answerAdvice, sendAdvice } from '@/lib/advice/commands'
import { featureReport } from '@/lib/curation/features/commands'
import { follow } from '@/lib/following/commands'
import { writeLetter } from '@/lib/letters/commands'
import { newsText } from '@/lib/letters/words'
import type { Actor, Staff } from '@/lib/platform/actor'
import { addDays, dateOf, today } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { translatorFor } from '@/lib/platform/translator'
import { replyToReview, reviewReport } from '@/lib/reviews/commands'
import { reviewPoints } from '@/lib/reviews/rules'
import { copyProject } from '@/lib/sharing/commands'
import { handOver, setSteward } from '@/lib/stewards/commands'
import {
  makeAdvisor,
  makeCollaboration,
  makeLesson,
  makeProject,
  makeReport,
  makeReuse,
  makeStaff,
  owner,
} from '@/lib/testing/builders'
import { askForUpkeep, confirmReport } from '@/lib/upkeep/commands'
import { flagOutdated } from '@/lib/upkeep/flags/commands'
import { recommend, replyToRecommendation } from '@/lib/upkeep/recommendations/commands'
import { type News, tell, tellOfPlan } from './commands'
import { noticePage } from './queries'

/** The notices of a kind that somebody can read, as they are shown. */
async function told(actor: Actor, kind: News['kind']) {
  const t = translatorFor('nb')
  const { notices } = await noticePage(actor, 1)
  return notices.filter((notice) => notice.kind === kind).map((notice) => ({ ...notice, text: newsText(t, notice) }))
}

async function begin() {
  const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
  const project = await makeProject(kari)
  const report = await makeReport(kari, project)
  return { kari, ola, project, report }
}

const tells = (actor: Staff, news: News) => transaction(actor, (tx) => tell(tx, actor, news))

const copied = (staff: Staff, projectId: string, parts: ('milestones' | 'checklist')[]) =>
  copyProject(staff, { projectId, title: 'Vår egen', startOn: '2027-01-04', parts })

describe('a part that was made better', () => {
  /** As publishing does it: the part is renewed and told of in one transaction. */
  const improve = (kari: Staff, reportId: string, kind: 'milestones' | 'checklist') =>
    transaction(kari, async (tx) => {
      const part = await tx.reportPart.findFirstOrThrow({ where: { reportId, kind } })
      const content = (part.content as Prisma.InputJsonValue[]).slice(1)
      await tx.reportPart.update({ where: { id: part.id }, data: { content, version: { increment: 1 } }, select: { id: true } })
      await tell(tx, kari, { kind: 'part_improved', reportId })
    })

  test('is told to those who hold a copy of it, by way of their own project, and to those who say they use the report', async () => {
    const { kari, ola, project, report } = await begin()
    const [holdsOther, adopter, reader] = [await makeStaff(), await makeStaff(), await makeStaff()]
    const { projectId } = await copied(ola, project.id, ['milestones'])
    await copied(holdsOther, project.id, ['checklist'])
    await owner().reuse.deleteMany({ where: { municipalityId: { in: [ola.municipality.id, holdsOther.municipality.id] } } })
    const reuse = await makeReuse(adopter, report)
    await owner().reuse.update({ where: { id: reuse.id }, data: { saidBy: adopter.personId } })
    await improve(kari, report.id, 'milestones')
    expect(await told(ola, 'part_improved')).toMatchObject([
      { path: `/prosjekter/${projectId}/forbedringer`, topic: 'work', text: expect.stringContaining(report.title) },
    ])
    expect(await told(adopter, 'part_improved')).toMatchObject([{ path: `/erfaringer/${report.slug}` }])
    for (const actor of [holdsOther, reader, kari]) expect(await told(actor, 'part_improved')).toEqual([])
  })

  test('is told of once for each time the report is published, and not when nothing was made better', async () => {
    const { kari, ola, project, report } = await begin()
    await copied(ola, project.id, ['milestones', 'checklist'])
    await improve(kari, report.id, 'milestones')
    await tells(kari, { kind: 'part_improved', reportId: report.id })
    expect(await told(ola, 'part_improved')).toHaveLength(1)
  })
})

describe('a report that is taken back', () => {
  test('is told to those who copied, use or follow it, with why, though they can read it no longer', async () => {
    const { kari, ola, project, report } = await begin()
    const [adopter, follower, reader] = [await makeStaff(), await makeStaff(), await makeStaff()]
    await copied(ola, project.id, ['milestones'])
    await makeReuse(adopter, report)
    await owner().roleAssignment.create({ data: { personId: adopter.personId, role: 'portfolio_manager' } })
    await follow(follower, { kind: 'report', subject: report.id })
    await owner().person.update({ where: { id: follower.personId }, data: { email: 'f@fjordvik.example' } })
    await tells(kari, { kind: 'report_withdrawn', reportId: report.id, title: report.title, reason: 'Tallene var feil' })
    await owner().experienceReport.update({ where: { id: report.id }, data: { status: 'withdrawn' } })
    for (const actor of [ola, adopter, follower])
      expect(await told(actor, 'report_withdrawn')).toMatchObject([
        { text: `${kari.municipality.name} har tatt tilbake «${report.title}»: Tallene var feil`, path: '/varsler' },
      ])
    expect(await told(reader, 'report_withdrawn')).toEqual([])
    await writeLetter(follower.personId, 'weekly')
    const [letter] = await owner().letter.findMany({ where: { personId: follower.personId } })
    expect(letter?.text).toContain('Tallene var feil')
  })

  test('is not told to somebody it was narrowed away from before', async () => {
    const { kari, ola, report } = await begin()
    await follow(ola, { kind: 'report', subject: report.id })
    const near = await makeStaff()
    const collaboration = await makeCollaboration([kari.municipality, near.municipality])
    await follow(near, { kind: 'report', subject: report.id })
    await owner().experienceReport.update({
      where: { id: report.id },
      data: { visibility: 'collaboration', visibleToCollaborationId: collaboration.id },
    })
    await tells(kari, { kind: 'report_withdrawn', reportId: report.id, title: report.title })
    await owner().experienceReport.update({ where: { id: report.id }, data: { status: 'withdrawn' } })
    expect(await told(ola, 'report_withdrawn')).toEqual([])
    expect(await told(near, 'report_withdrawn')).toHaveLength(1)
  })
})

describe('whoever answers for a report', () => {
  test('is told that it is featured, and so is the owner of the project', async () => {
    const { kari, report, project } = await begin()
    const boss = await makeStaff({ municipality: kari.municipality })
    await owner().projectMember.updateMany({
      where: { projectId: project.id, role: 'project_owner' },
      data: { personId: boss.personId },
    })
    const period = { startsOn: today(), endsOn: addDays(today(), 7) }
    await featureReport(await makeAdvisor(), { slug: report.slug, reason: 'Tydelig', ...period })
    for (const actor of [kari, boss]) expect(await told(actor, 'report_featured')).toHaveLength(1)
    expect(await told(await makeStaff(), 'report_featured')).toEqual([])
  })

  test('is told that they do, and of a hand-over in one word', async () => {
    const { kari, report } = await begin()
    const municipality = kari.municipality
    const [siri, per] = [await makeStaff({ municipality }), await makeStaff({ municipality })]
    const steward = { slug: report.slug, personId: kari.personId, standInId: siri.personId, version: 0 }
    await setSteward(kari, steward)
    expect(await told(siri, 'steward_changed')).toMatchObject([{ path: `/erfaringer/${report.slug}` }])
    await setSteward(kari, { ...steward, personId: per.personId, version: 1 })
    expect(await told(siri, 'steward_changed')).toHaveLength(1)
    expect(await told(per, 'steward_changed')).toHaveLength(1)
    const manager = await makeStaff({ municipality, roles: ['member', 'portfolio_manager'] })
    const next = await makeStaff({ municipality })
    await handOver(manager, { fromId: per.personId, toId: next.personId })
    expect(await told(next, 'steward_changed')).toMatchObject([
      { path: '/min-side#forvalter', text: expect.stringContaining('flere rapporter') },
    ])
  })
})

test('whoever said that a report is outdated hears when the source has answered', async () => {
  const { kari, ola, report } = await begin()
  const other = await makeStaff()
  await flagOutdated(ola, { slug: report.slug, reason: 'Leverandøren er borte' })
  await confirmReport(kari, { slug: report.slug })
  expect(await told(ola, 'outdated_answered')).toMatchObject([
    { path: `/erfaringer/${report.slug}/utdatert`, by: kari.municipality.name },
  ])
  await confirmReport(kari, { slug: report.slug })
  expect(await told(ola, 'outdated_answered')).toHaveLength(1)
  expect(await told(other, 'outdated_answered')).toEqual([])
})

describe('a recommendation', () => {
  test('is asked for, once a year, of those who have the thing in operation and have said nothing', async () => {
    const { ola, report } = await begin()
    const [plans, hasSaid] = [await makeStaff(), await makeStaff()]
    for (const [actor, state] of [
      [ola, 'in_operation'],
      [plans, 'planned'],
      [hasSaid, 'in_operation'],
    ] as const) {
      const { id } = await makeReuse(actor, report, { state })
      await owner().reuse.update({ where: { id }, data: { saidBy: actor.personId } })
    }
    await recommend(hasSaid, { slug: report.slug, answer: 'yes', comment: '' })
    await Promise.all([askForUpkeep(), askForUpkeep()])
    expect(await told(ola, 'recommendation_wanted')).toMatchObject([
      { path: `/erfaringer/${report.slug}/anbefalinger`, topic: 'upkeep', by: null },
    ])
    for (const actor of [plans, hasSaid]) expect(await told(actor, 'recommendation_wanted')).toEqual([])
    await owner().reuse.updateMany({ where: { reportId: report.id }, data: { confirmedOn: dateOf(addDays(today(), 300)) } })
    await askForUpkeep(addDays(today(), 300))
    expect(await told(ola, 'recommendation_wanted')).toHaveLength(1)
    await askForUpkeep(addDays(today(), 366))
    expect(await told(ola, 'recommendation_wanted')).toHaveLength(2)
  })

  test('that is replied to is told to whoever gave it and to those in the thread', async () => {
    const { kari, ola, report } = await begin()
    const [first, second, outside] = [await makeStaff(), await makeStaff(), await makeStaff()]
    await makeReuse(ola, report)
    await recommend(ola, { slug: report.slug, answer: 'adapted', comment: '' })
    const { id: recommendationId } = await owner().reportRecommendation.findFirstOrThrow({ where: { reportId: report.id } })
    await replyToRecommendation(first, { recommendationId, text: 'Hvorfor?' })
    await replyToRecommendation(second, { recommendationId, text: 'Det lurer jeg også på' })
    expect(await told(ola, 'recommendation_replied')).toHaveLength(2)
    expect(await told(first, 'recommendation_replied')).toMatchObject([
      { path: `/erfaringer/${report.slug}/anbefalinger`, topic: 'questions', by: second.municipality.name },
    ])
    for (const actor of [second, outside, kari]) expect(await told(actor, 'recommendation_replied')).toEqual([])
  })
})

describe('an advisor', () => {
  test('hears what a municipality says to the review and to the advice they gave, and no other advisor does', async () => {
    const { kari, project, report } = await begin()
    const [solveig, other] = [await makeAdvisor(), await makeAdvisor()]
    const points = Object.fromEntries(reviewPoints.map((point) => [point, { isFine: true, comment: '' }]))
    await reviewReport(solveig, { slug: report.slug, reportVersion: 1, comment: 'Fint', points })
    const { id: reviewId } = await owner().reportReview.findFirstOrThrow({ where: { reportId: report.id } })
    await replyToReview(kari, { slug: report.slug, reviewId, reply: 'Takk' })
    await owner().project.update({ where: { id: project.id }, data: { visibility: 'municipalities' } })
    const { adviceId } = await sendAdvice(solveig, {
      projectId: project.id,
      report: '',
      title: 'Mål først',
      text: 'Før dere begynner',
    })
    await answerAdvice(kari, { projectId: project.id, adviceId, answer: 'adopting', reason: 'Vi gjør det', version: 1 })
    expect(await told(solveig, 'review_replied')).toMatchObject([{ path: `/kuratering/gjennomgang/${report.slug}` }])
    expect(await told(solveig, 'advice_answered')).toMatchObject([
      { path: '/kuratering/rad?svar=besvart', by: kari.municipality.name },
    ])
    for (const kind of ['review_replied', 'advice_answered'] as const) expect(await told(other, kind)).toEqual([])
  })
})

describe('a project that is followed', () => {
  test('tells outsiders that the plan changed, once a week, and neither decisions nor status', async () => {
    const { kari, ola, project } = await begin()
    const colleague = await makeStaff({ municipality: kari.municipality })
    await owner().project.update({ where: { id: project.id }, data: { visibility: 'municipalities' } })
    for (const actor of [ola, colleague]) await follow(actor, { kind: 'project', subject: project.id })
    await transaction(kari, (tx) => tellOfPlan(tx, kari, project.id))
    await transaction(kari, (tx) => tellOfPlan(tx, kari, project.id))
    // However they are told of, outsiders hear nothing of these.
    for (const kind of ['gate_decided', 'status_published'] as const) await tells(kari, { kind, projectId: project.id })
    expect(await told(ola, 'plan_changed')).toMatchObject([{ path: `/prosjekter/${project.id}`, topic: 'followed' }])
    for (const kind of ['gate_decided', 'status_published'] as const) {
      expect(await told(ola, kind)).toEqual([])
      expect(await told(colleague, kind)).toHaveLength(1)
    }
  })

  test('that is shared no longer tells outsiders nothing', async () => {
    const { kari, ola, project } = await begin()
    await owner().project.update({ where: { id: project.id }, data: { visibility: 'municipalities' } })
    await follow(ola, { kind: 'project', subject: project.id })
    await owner().project.update({ where: { id: project.id }, data: { visibility: 'municipality' } })
    await transaction(kari, (tx) => tellOfPlan(tx, kari, project.id))
    expect(await told(ola, 'plan_changed')).toEqual([])
  })
})

test('a lesson about a technology reaches those who follow it', async () => {
  const { kari, ola, project } = await begin()
  const { id: lessonId } = await makeLesson(kari, project, { visibility: 'municipalities' })
  await owner().lesson.update({ where: { id: lessonId }, data: { technologies: ['LoRaWAN'] } })
  await follow(ola, { kind: 'technology', subject: 'lorawan' })
  await tells(kari, { kind: 'lesson_shared', lessonId })
  expect(await told(ola, 'lesson_shared')).toMatchObject([{ path: `/prosjekter/${project.id}/erfaringer/${lessonId}` }])
})
