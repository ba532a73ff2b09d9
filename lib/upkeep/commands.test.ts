import { describe, expect, test } from 'vitest'
import { reportPage } from '@/lib/experiences/queries'
import { writeLetter } from '@/lib/letters/commands'
import { linkToken } from '@/lib/letters/token'
import { noticePage } from '@/lib/news/queries'
import { type Actor, visitor } from '@/lib/platform/actor'
import { addDays, dateOf, isoDate, today } from '@/lib/platform/dates'
import { makeAdvisor, makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import {
  answerFollowUpLink,
  answerLink,
  askForUpkeep,
  confirmReport,
  enterEvaluation,
  followUpEffects,
  withdrawEvaluation,
} from './commands'
import { flagOutdated } from './flags/commands'
import { followUpPage, linkPage, truthOf } from './queries'
import { recommend, replyToRecommendation } from './recommendations/commands'
import { recommendationQuery } from './recommendations/input'
import { recommendationPage as pageOf } from './recommendations/queries'

const recommendationPage = (actor: Actor, slug: string) => pageOf(actor, slug, recommendationQuery.parse({}))

async function begin() {
  const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
  await owner().person.update({ where: { id: kari.personId }, data: { email: 'kari@fagervik.example' } })
  const report = await makeReport(kari, await makeProject(kari))
  const aged = (daysAgo: number) => {
    const on = dateOf(addDays(today(), -daysAgo))
    return owner().experienceReport.update({ where: { id: report.id }, data: { confirmedOn: on, publishedAt: on } })
  }
  const confirmedOn = async () => {
    const { confirmedOn: on } = await owner().experienceReport.findUniqueOrThrow({ where: { id: report.id } })
    return on && isoDate(on)
  }
  const kinds = async (actor = kari) => (await noticePage(actor, 1)).notices.map(({ kind }) => kind).sort()
  return { kari, ola, report, aged, confirmedOn, kinds }
}

describe('a report that grows old', () => {
  test('is asked about after a year, once, and again when nobody has answered in 90 days', async () => {
    const { aged, kinds } = await begin()
    await aged(360)
    await askForUpkeep()
    expect(await kinds()).toEqual(['effect_to_follow_up'])
    await aged(370)
    await Promise.all([askForUpkeep(), askForUpkeep()])
    expect(await kinds()).toEqual(['effect_to_follow_up', 'effect_to_follow_up', 'report_to_confirm'])
    await askForUpkeep()
    expect(await kinds()).toHaveLength(3)
    await askForUpkeep(addDays(today(), 91))
    expect((await kinds()).filter((kind) => kind === 'report_to_confirm')).toHaveLength(2)
  })

  test('is confirmed by one click in a letter, once, and by nobody else’s link', async () => {
    const { kari, ola, report, aged, confirmedOn } = await begin()
    await aged(400)
    await askForUpkeep()
    await writeLetter(kari.personId, 'weekly')
    const [letter] = await owner().letter.findMany({ where: { personId: kari.personId } })
    const token = /\/bekreft\/([\w-]+)/.exec(letter?.html ?? '')?.[1] ?? ''
    // Only to the one it was written to is the answer sent by itself: whoever checks links for them is somebody else.
    expect(await linkPage(kari, token)).toMatchObject({ slug: report.slug, isYours: true })
    for (const reader of [visitor, ola]) expect(await linkPage(reader, token)).toMatchObject({ isYours: false })
    const link = linkToken({ does: 'report-holds', personId: kari.personId, subject: report.id })
    await answerLink({ token: link })
    expect(await confirmedOn()).toBe(today())
    // Base64 can be spelled in more than one way; it is the same link.
    for (const again of [link, `${link}=`, `${link}==`, `${link}.`, `${link}!`, `${link.slice(0, 5)} ${link.slice(5)}`])
      await expect(answerLink({ token: again })).rejects.toMatchObject({ reason: 'conflict' })
    const others = linkToken({ does: 'report-holds', personId: ola.personId, subject: report.id })
    await expect(answerLink({ token: others })).rejects.toMatchObject({ reason: 'forbidden' })
    for (const forged of ['', 'abc', `${link.slice(0, -3)}AAA`]) {
      expect(await linkPage(visitor, forged)).toBeNull()
      await expect(answerLink({ token: forged })).rejects.toMatchObject({ reason: 'not-found' })
    }
  })

  test('is not confirmed by a link of somebody who has left', async () => {
    const { kari, report, aged, confirmedOn } = await begin()
    await aged(400)
    await owner().person.update({ where: { id: kari.personId }, data: { status: 'deactivated' } })
    const token = linkToken({ does: 'report-holds', personId: kari.personId, subject: report.id })
    await expect(answerLink({ token })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await confirmedOn()).not.toBe(today())
  })

  test('is said to be outdated by any reader, until the source has answered', async () => {
    const { kari, ola, report, kinds } = await begin()
    await expect(flagOutdated(visitor, { slug: report.slug, reason: 'Gammel' })).rejects.toMatchObject({ reason: 'forbidden' })
    await flagOutdated(ola, { slug: report.slug, reason: 'Leverandøren er borte' })
    await flagOutdated(ola, { slug: report.slug, reason: 'Leverandøren er kjøpt opp' })
    expect((await truthOf(await makeStaff(), report.slug))?.flags.open).toMatchObject([
      { reason: 'Leverandøren er kjøpt opp', by: ola.municipality.name },
    ])
    expect(await kinds()).toContain('report_outdated')
    await expect(confirmReport(ola, { slug: report.slug })).rejects.toMatchObject({ reason: 'forbidden' })
    await confirmReport(kari, { slug: report.slug })
    expect((await truthOf(ola, report.slug))?.flags.open).toEqual([])
  })
})

describe('reuse', () => {
  test('is asked about after a year, of whoever said it, and confirmed by one click', async () => {
    const { ola, report, kinds } = await begin()
    const reuse = await makeReuse(ola, report, { confirmedOn: dateOf(addDays(today(), -400)), state: 'in_operation' })
    await owner().reuse.update({ where: { id: reuse.id }, data: { saidBy: ola.personId } })
    await askForUpkeep()
    expect(await kinds(ola)).toEqual(['recommendation_wanted', 'reuse_to_confirm'])
    await answerLink({ token: linkToken({ does: 'reuse-holds', personId: ola.personId, subject: report.id }) })
    const { confirmedOn } = await owner().reuse.findUniqueOrThrow({ where: { id: reuse.id } })
    expect(confirmedOn && isoDate(confirmedOn)).toBe(today())
  })

  test('is recommended by those who use it, in one of four words, with a thread', async () => {
    const { kari, ola, report } = await begin()
    const said = { slug: report.slug, answer: 'adapted' as const, comment: 'Begynn med arkivet' }
    await expect(recommend(ola, said)).rejects.toMatchObject({ reason: 'forbidden' })
    await makeReuse(ola, report, { confirmedOn: new Date(), state: 'in_operation' })
    await recommend(ola, { ...said, answer: 'yes' })
    await recommend(ola, said)
    const [row] = (await recommendationPage(kari, report.slug))?.recommendations ?? []
    expect(row).toMatchObject({ answer: 'adapted', comment: 'Begynn med arkivet' })
    await replyToRecommendation(kari, { recommendationId: row?.id ?? '', text: 'Enig!' })
    await expect(replyToRecommendation(visitor, { recommendationId: row?.id ?? '', text: 'Hei' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    const page = await recommendationPage(await makeStaff(), report.slug)
    expect(page?.recommendations).toMatchObject([{ replies: [{ text: 'Enig!' }] }])
    expect((await truthOf(kari, report.slug))?.recommendations).toEqual([{ answer: 'adapted', count: 1 }])
  })
})

describe('effects', () => {
  const answers = { stillInUse: 'yes' as const, effectHeld: 'less' as const, comment: 'Færre brukere enn vi trodde' }

  test('are followed up by those who answer for the report, and shown to all who read it', async () => {
    const { kari, ola, report, aged } = await begin()
    await aged(200)
    expect((await followUpPage(kari, report.slug))?.due).toEqual([6])
    expect(await followUpPage(ola, report.slug)).toBeNull()
    const input = { slug: report.slug, months: 6 as const, ...answers }
    await expect(followUpEffects(ola, input)).rejects.toMatchObject({ reason: 'forbidden' })
    await followUpEffects(kari, input)
    expect((await followUpPage(kari, report.slug))?.due).toEqual([])
    expect((await truthOf(ola, report.slug))?.followUps).toMatchObject([{ months: 6, effectHeld: 'less' }])
    await askForUpkeep()
    expect((await noticePage(kari, 1)).count).toBe(0)
  })

  test('are answered from a letter, for the months it asks about', async () => {
    const { kari, report } = await begin()
    const token = linkToken({ does: 'effect', personId: kari.personId, subject: report.id, months: 12 })
    await expect(answerFollowUpLink({ token, months: 6, ...answers })).rejects.toMatchObject({ reason: 'not-found' })
    await answerFollowUpLink({ token, months: 12, ...answers })
    expect(await owner().effectFollowUp.count({ where: { reportId: report.id, months: 12 } })).toBe(1)
  })
})

test('an independent evaluation that an advisor has seen is level 4, and nobody awards it to themselves', async () => {
  const { kari, report } = await begin()
  const input = { slug: report.slug, evaluator: 'NORCE', url: 'https://norce.example/r', evaluatedOn: '2026-05-01' }
  await expect(enterEvaluation(kari, input)).rejects.toMatchObject({ reason: 'forbidden' })
  const advisor = await makeAdvisor()
  await enterEvaluation(advisor, input)
  expect((await reportPage(kari, report.slug))?.evidence.level).toBe(4)
  // What should not have been entered can be taken back, by advisors alone, once.
  const evaluationId = (await truthOf(kari, report.slug))?.evaluations[0]?.id ?? ''
  await expect(withdrawEvaluation(kari, { evaluationId })).rejects.toMatchObject({ reason: 'forbidden' })
  expect(await withdrawEvaluation(advisor, { evaluationId })).toEqual({ slug: report.slug })
  await expect(withdrawEvaluation(advisor, { evaluationId })).rejects.toMatchObject({ reason: 'not-found' })
  expect((await reportPage(kari, report.slug))?.evidence.level).toBe(2)
  expect(await owner().auditEvent.count({ where: { subjectId: report.id, action: 'report.evaluation-withdraw' } })).toBe(1)
})
