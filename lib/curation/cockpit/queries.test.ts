import { beforeEach, describe, expect, test } from 'vitest'
import { noticePage } from '@/lib/news/queries'
import { type Advisor, type Staff, visitor } from '@/lib/platform/actor'
import { addDays, dateOf, today } from '@/lib/platform/dates'
import { newId } from '@/lib/platform/ids'
import { makeAdvisor, makeFeatured, makeProject, makeReport, makeStaff, owner, type TestReport } from '@/lib/testing/builders'
import { letNeedWait, markNeed, remindSteward, reopenNeed } from './commands'
import { takeInput, waitInput } from './input'
import { putAside } from './marks/queries'
import { cockpit } from './queries'
import { type NeedKind, needKinds, type ShownNeed } from './rules'

let [advisor, kari]: [Advisor, Staff] = [{} as Advisor, {} as Staff]

beforeEach(async () => {
  ;[advisor, kari] = [await makeAdvisor(), await makeStaff()]
  // Each test has the desk to itself.
  await owner().experienceReport.updateMany({ data: { status: 'draft', publishedAt: null, confirmedOn: null } })
  await owner().advice.updateMany({ data: { withdrawnAt: new Date() } })
  await owner().searchLog.deleteMany()
  await owner().project.updateMany({ data: { visibility: 'municipality' } })
})

const daysAgo = (days: number) => new Date(`${addDays(today(), -days)}T12:00:00Z`)
const report = async (visibility: 'open' | 'municipalities' = 'municipalities') =>
  makeReport(kari, await makeProject(kari), { visibility })
const reviewed = (of: TestReport, more: object = {}) =>
  owner().reportReview.create({
    data: {
      ...{ municipalityId: of.municipalityId, reportId: of.id, reportVersion: 1, reviewedBy: advisor.personId },
      ...{ outcome: 'changes_wanted', points: {}, ...more },
    },
  })
const seen = async (kind: NeedKind, by = advisor) => (await cockpit(by))?.filter((need) => need.kind === kind) ?? []
const theOne = async (kind: NeedKind): Promise<ShownNeed> => {
  const [need, ...rest] = await seen(kind)
  expect(rest).toEqual([])
  if (!need) throw new Error(`no need of kind ${kind}`)
  return need
}

/** How each kind of need arises, what it is called, and what makes it go away. */
const kinds: Record<NeedKind, () => Promise<{ title: string; settle: () => Promise<unknown> }>> = {
  question: async () => {
    const { id: reportId } = await report()
    const question = await owner().question.create({
      data: {
        ...{ id: newId(), municipalityId: kari.municipality.id, reportId, askedBy: kari.personId },
        ...{ signature: 'Kari', text: 'Hva kostet det?', askedAt: daysAgo(8) },
      },
    })
    const settle = () => owner().question.update({ where: { id: question.id }, data: { answeredAt: new Date() } })
    return { title: 'Hva kostet det?', settle }
  },
  outdated: async () => {
    const { id: reportId, title } = await report()
    const said = { id: newId(), municipalityId: kari.municipality.id, reportId, flaggedBy: kari.personId, reason: 'Ny versjon' }
    await owner().outdatedFlag.create({ data: { ...said, flaggedAt: daysAgo(15) } })
    const settle = () => owner().outdatedFlag.updateMany({ where: { reportId }, data: { resolvedAt: new Date() } })
    return { title, settle }
  },
  review: async () => {
    const made = await report()
    return { title: made.title, settle: () => reviewed(made) }
  },
  reply: async () => {
    const made = await report()
    const { id } = await reviewed(made, { reply: 'Rettet.', repliedBy: kari.personId, repliedAt: daysAgo(1) })
    const verdict = { verdict: 'accepted' as const, verdictBy: advisor.personId, verdictAt: new Date() }
    return { title: made.title, settle: () => owner().reportReview.update({ where: { id }, data: verdict }) }
  },
  advice: async () => {
    const project = await makeProject(kari, { visibility: 'municipalities' })
    const { id } = await owner().advice.create({
      data: {
        ...{ municipalityId: project.municipalityId, projectId: project.id, title: 'Mål først', text: 'x' },
        ...{ sentBy: advisor.personId, sentAt: daysAgo(20) },
      },
    })
    return { title: 'Mål først', settle: () => owner().advice.update({ where: { id }, data: { withdrawnAt: new Date() } }) }
  },
  opening: async () => {
    const made = await report()
    await makeFeatured(advisor, made)
    const settle = () => owner().experienceReport.update({ where: { id: made.id }, data: { visibility: 'open' } })
    return { title: made.title, settle }
  },
  stale: async () => {
    const made = await report()
    const confirmed = (days: number) =>
      owner().experienceReport.update({ where: { id: made.id }, data: { confirmedOn: dateOf(addDays(today(), -days)) } })
    await confirmed(340)
    return { title: made.title, settle: () => confirmed(0) }
  },
  search: async () => {
    const query = 'svømmehall'
    await owner().searchLog.createMany({
      data: ['Svømmehall', 'svømmehall ', 'svømmehall'].map((query, index) => ({ query, hits: 0, at: daysAgo(index % 2) })),
    })
    return { title: query, settle: () => owner().searchLog.createMany({ data: [{ query, hits: 1 }] }) }
  },
  theme: async () => {
    await owner().experienceReport.updateMany({ where: { themeCode: 'kultur-og-fritid' }, data: { themeCode: 'byggesak' } })
    for (const staff of [kari, await makeStaff()]) {
      const project = await makeProject(staff, { theme: 'kultur-og-fritid', visibility: 'municipalities' })
      const idea = project.phases.find(({ model }) => model.code === 'idea')
      await owner().project.update({ where: { id: project.id }, data: { currentPhaseId: idea?.id } })
    }
    const settle = async () => makeReport(kari, await makeProject(kari, { theme: 'kultur-og-fritid' }))
    return { title: 'kultur-og-fritid', settle }
  },
}

describe.each(needKinds)('a need of kind %s', (kind) => {
  test('is shown when it arises, and goes when it is settled', async () => {
    const { title, settle } = await kinds[kind]()
    expect((await theOne(kind)).title).toBe(title)
    await settle()
    expect(await seen(kind)).toEqual([])
  })

  test('can be taken, let wait and dealt with, and be brought back', async () => {
    const { title } = await kinds[kind]()
    const need = await theOne(kind)
    const at = { kind, subject: need.subject }
    await markNeed(advisor, { ...at, version: 0, state: 'taken' })
    expect((await theOne(kind)).taken).toMatchObject({ by: advisor.name, isMine: true })
    await letNeedWait(advisor, { ...at, version: 1, until: addDays(today(), 3), note: 'Ringer dem' })
    expect(await seen(kind)).toEqual([])
    expect((await putAside(advisor, { side: 1 }))?.marks).toMatchObject([{ ...at, title, state: 'waiting', note: 'Ringer dem' }])
    await owner().needMark.updateMany({ data: { until: dateOf(today()) } })
    expect((await theOne(kind)).title).toBe(title)
    await markNeed(advisor, { ...at, version: 2, state: 'done' })
    expect(await seen(kind)).toEqual([])
    await reopenNeed(advisor, { ...at, version: 3 })
    expect((await theOne(kind)).taken).toBeNull()
    expect(await owner().auditEvent.count({ where: { actorId: advisor.personId, subjectType: 'need' } })).toBe(4)
  })
})

describe('the cockpit', () => {
  test('brings back what was dealt with when something new happens to it', async () => {
    const made = await report()
    const { id } = await reviewed(made, { reply: 'Rettet.', repliedBy: kari.personId, repliedAt: daysAgo(2) })
    await markNeed(advisor, { kind: 'reply', subject: (await theOne('reply')).subject, version: 0, state: 'done' })
    expect(await seen('reply')).toEqual([])
    await owner().reportReview.update({ where: { id }, data: { repliedAt: new Date(Date.now() + 1000) } })
    expect(await seen('reply')).toHaveLength(1)
  })

  test('shows a colleague’s last, and the second to take is told', async () => {
    const [colleague, made] = [await makeAdvisor('Anne Lie'), await report('open')]
    await kinds.search()
    const need = { kind: 'review' as const, subject: made.id, version: 0 }
    await markNeed(colleague, { ...need, state: 'taken' })
    await expect(markNeed(advisor, { ...need, state: 'taken' })).rejects.toMatchObject({ reason: 'conflict' })
    expect((await cockpit(advisor))?.map(({ kind }) => kind)).toEqual(['search', 'review'])
    expect((await cockpit(advisor))?.at(-1)?.taken).toMatchObject({ by: 'Anne Lie', isMine: false })
    expect((await cockpit(colleague))?.map(({ kind }) => kind)).toEqual(['review', 'search'])
  })

  test('reminds the steward of a report, who hears of it once', async () => {
    await kinds.stale()
    const { subject } = await theOne('stale')
    await remindSteward(advisor, { kind: 'stale', subject, version: 0 })
    const { notices } = await noticePage(kari, 1)
    expect(notices).toMatchObject([{ kind: 'report_to_confirm' }])
    expect(await seen('stale')).toEqual([])
    await expect(remindSteward(advisor, { kind: 'stale', subject, version: 0 })).rejects.toMatchObject({ reason: 'conflict' })
    expect((await noticePage(kari, 1)).count).toBe(1)
  })

  test('leaves out what is found by way of another, and puts what anybody may read first', async () => {
    const [closed, keep, away] = [await report(), await report('open'), await report('open')]
    await owner().reportMerge.create({
      data: { reportId: away.id, intoReportId: keep.id, note: '', mergedBy: advisor.personId },
    })
    expect((await seen('review')).map(({ subject }) => subject).sort()).toEqual([closed.id, keep.id].sort())
  })

  test('is the advisors’, to read and to mark', async () => {
    const made = await report()
    const need = { kind: 'stale' as const, subject: made.id, version: 0 }
    for (const actor of [visitor, kari, await makeStaff({ roles: ['member', 'portfolio_manager'] })]) {
      expect(await cockpit(actor)).toBeNull()
      expect(await putAside(actor, { side: 1 })).toBeNull()
      await expect(markNeed(actor, { ...need, state: 'done' })).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(reopenNeed(actor, need)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(remindSteward(actor, need)).rejects.toMatchObject({ reason: 'forbidden' })
      const wait = { ...need, until: addDays(today(), 1), note: '' }
      await expect(letNeedWait(actor, wait)).rejects.toMatchObject({ reason: 'forbidden' })
    }
    expect(await owner().needMark.count({ where: { subject: made.id } })).toBe(0)
  })
})

test('a day to wait for is to come', () => {
  const typed = { kind: 'stale', subject: 'x', version: '0', note: '' }
  expect(waitInput.safeParse({ ...typed, until: today() }).error?.issues[0]?.message).toBe('errors.laterThanToday')
  expect(waitInput.safeParse({ ...typed, until: addDays(today(), 1) }).success).toBe(true)
  expect(takeInput.safeParse({ ...typed, state: 'waiting' }).success).toBe(false)
})
