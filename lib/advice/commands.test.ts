import { describe, expect, test } from 'vitest'
import { type Advisor, visitor } from '@/lib/platform/actor'
import { addDays, today } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { projectOverview } from '@/lib/projects/overview/queries'
import { makeAdvisor, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { makeGuest } from '@/lib/testing/guests'
import { answerAdvice, remindOfAdvice, sendAdvice, withdrawAdvice } from './commands'
import { projectAdvice, projectsToAdvise, sentAdvice } from './queries'

const words = { title: 'Mål nettet først', text: 'Rom for rom.', report: '' }

async function advised() {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const project = await makeProject(kari, { visibility: 'municipalities' })
  const { adviceId } = await sendAdvice(advisor, { projectId: project.id, ...words })
  return { advisor, kari, project, adviceId, answer: { projectId: project.id, adviceId, version: 1, reason: '' } }
}

describe('advice', () => {
  test('reaches the project that is shared, signed, with a case to learn from; the answer reaches the advisors', async () => {
    const { advisor, kari, project, answer } = await advised()
    const report = await makeReport(kari, project, { visibility: 'municipalities' })
    await sendAdvice(advisor, { projectId: project.id, ...words, title: 'Lær av andre', report: report.slug })
    expect(await projectOverview(kari, project.id)).toMatchObject({ inside: { waitingAdvice: 2 } })
    expect(await projectAdvice(kari, project.id)).toMatchObject({
      advice: [
        { title: 'Lær av andre', sentBy: advisor.name, report: { slug: report.slug }, answer: null },
        { title: words.title },
      ],
      may: { answer: true },
    })
    await answerAdvice(kari, { ...answer, answer: 'adopting' })
    const sent = await sentAdvice(advisor, { svar: 'besvart', side: 1 })
    expect(sent?.advice.find(({ id }) => id === answer.adviceId)).toMatchObject({
      answer: 'adopting',
      project: { title: project.title },
      municipality: kari.municipality.name,
    })
    const trail = await owner().auditEvent.findMany({ where: { subjectId: answer.adviceId }, orderBy: { at: 'asc' } })
    expect(trail).toMatchObject([
      { action: 'advice.send', actorId: advisor.personId, municipalityId: null },
      { action: 'advice.answer', actorId: kari.personId, projectId: project.id },
    ])
  })

  test('is not sent to what is not shared with advisors, nor by others', async () => {
    const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
    const [own, shared] = [await makeProject(kari), await makeProject(kari, { visibility: 'municipalities' })]
    await expect(sendAdvice(advisor, { projectId: own.id, ...words })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(sendAdvice(advisor, { projectId: shared.id, ...words, report: 'finnes-ikke' })).rejects.toMatchObject({
      fields: { report: 'errors.unknownReport' },
    })
    const noLonger: Advisor = { ...advisor, roles: [] }
    for (const actor of [visitor, kari, noLonger])
      await expect(sendAdvice(actor, { projectId: shared.id, ...words })).rejects.toMatchObject({ reason: 'forbidden' })
    const forged = { municipalityId: own.municipalityId, projectId: own.id, title: 'x', text: 'y', sentBy: advisor.personId }
    await expect(transaction(advisor, (tx) => tx.advice.createMany({ data: [forged] }))).rejects.toThrow(/row-level security/)
  })

  test('is answered by those who run the project, guests among them, and read by nobody outside', async () => {
    const { kari, project, answer } = await advised()
    const [colleague, stranger] = [await makeStaff({ municipality: kari.municipality }), await makeStaff()]
    await expect(answerAdvice(colleague, { ...answer, answer: 'adopting' })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(answerAdvice(stranger, { ...answer, answer: 'adopting' })).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await projectAdvice(stranger, project.id)).toBeNull()
    expect(await sentAdvice(stranger, { svar: '', side: 1 })).toBeNull()
    const guest = await makeGuest(await makeStaff(), project, 'project_support')
    expect(await projectAdvice(guest, project.id)).toMatchObject({ advice: [{ title: words.title }] })
    await answerAdvice(guest, { ...answer, answer: 'not_relevant', reason: 'Vi har målt.' })
    await expect(answerAdvice(kari, { ...answer, answer: 'adopting' })).rejects.toMatchObject({ reason: 'conflict' })
    await answerAdvice(kari, { ...answer, version: 2, answer: 'in_progress' })
  })

  test('stays with the advisors without the name of a project that is shared no longer', async () => {
    const { advisor, project, adviceId, kari } = await advised()
    await owner().project.update({ where: { id: project.id }, data: { visibility: 'municipality' } })
    const sent = await sentAdvice(advisor, { svar: 'venter', side: 1 })
    expect(sent?.advice.find(({ id }) => id === adviceId)).toMatchObject({ project: null, municipality: kari.municipality.name })
  })

  test('can be taken back while nobody has answered, and is then asked of nobody', async () => {
    const { advisor, kari, project, adviceId, answer } = await advised()
    await expect(withdrawAdvice(kari, { adviceId, version: 1 })).rejects.toMatchObject({ reason: 'forbidden' })
    await withdrawAdvice(await makeAdvisor(), { adviceId, version: 1 })
    expect(await projectAdvice(kari, project.id)).toMatchObject({ advice: [{ id: adviceId, withdrawnOn: expect.any(String) }] })
    expect(await projectOverview(kari, project.id)).toMatchObject({ inside: { waitingAdvice: 0 } })
    await expect(answerAdvice(kari, { ...answer, version: 2, answer: 'adopting' })).rejects.toMatchObject({ reason: 'conflict' })
    expect((await sentAdvice(advisor, { svar: 'venter', side: 1 }))?.advice.map(({ id }) => id)).not.toContain(adviceId)
    expect((await sentAdvice(advisor, { svar: 'trukket', side: 1 }))?.advice.map(({ id }) => id)).toContain(adviceId)
    const answered = await sendAdvice(advisor, { projectId: project.id, ...words })
    await answerAdvice(kari, { ...answer, adviceId: answered.adviceId, answer: 'adopting' })
    await expect(withdrawAdvice(advisor, { adviceId: answered.adviceId, version: 2 })).rejects.toMatchObject({
      reason: 'conflict',
    })
  })

  test('is the advisors’ to take back and the municipality’s to answer, also where the database is asked', async () => {
    const { advisor, kari, adviceId } = await advised()
    const [where, at] = [{ id: adviceId }, new Date()]
    await expect(transaction(kari, (tx) => tx.advice.updateMany({ where, data: { withdrawnAt: at } }))).rejects.toThrow(
      /advisors take advice back/,
    )
    await expect(
      transaction(advisor, (tx) => tx.advice.updateMany({ where, data: { answer: 'adopting', answeredAt: at } })),
    ).rejects.toThrow(/municipalities answer it/)
  })

  test('is for a project that is found among those shared', async () => {
    const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
    const title = `Havnelager ${kari.municipality.number}`
    const shared = await makeProject(kari, { title, visibility: 'municipalities' })
    await makeProject(kari, { title })
    const found = await projectsToAdvise(advisor, { q: `${kari.municipality.name} ${title.toUpperCase()}`, side: 1 })
    expect(found?.projects.map(({ id }) => id)).toEqual([shared.id])
    for (const actor of [visitor, kari]) expect(await projectsToAdvise(actor, { q: title, side: 1 })).toBeNull()
  })

  test('that nobody answers is called to mind every other week, and no longer once it is answered', async () => {
    const { advisor, kari, project, answer } = await advised()
    await sendAdvice(advisor, { projectId: project.id, ...words, title: 'Et råd til' })
    const reminders = () =>
      owner().notice.count({ where: { personId: kari.personId, newsItem: { kind: 'advice_waiting', projectId: project.id } } })
    await remindOfAdvice(addDays(today(), 13))
    expect(await reminders()).toBe(0)
    // Once a project, however much waits.
    await remindOfAdvice(addDays(today(), 14))
    await remindOfAdvice(addDays(today(), 14))
    expect(await reminders()).toBe(1)
    await owner().newsItem.updateMany({
      where: { kind: 'advice_waiting' },
      data: { createdAt: new Date(Date.now() - 20 * 86_400_000) },
    })
    await answerAdvice(kari, { ...answer, answer: 'adopting' })
    await remindOfAdvice(addDays(today(), 15))
    expect(await reminders()).toBe(2)
    await owner().advice.updateMany({ where: { projectId: project.id }, data: { withdrawnAt: new Date() } })
    await remindOfAdvice(addDays(today(), 60))
    expect(await reminders()).toBe(2)
  })
})
