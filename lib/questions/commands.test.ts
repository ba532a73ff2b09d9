import { describe, expect, test } from 'vitest'
import { indexReport } from '@/lib/experiences/indexing/commands'
import { follow } from '@/lib/following/commands'
import { standpointOf } from '@/lib/municipalities/likeness/queries'
import { nowhere } from '@/lib/municipalities/likeness/rules'
import { noticePage } from '@/lib/news/queries'
import { type Actor, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { makeAdvisor, makeMunicipality, makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { answerQuestion, askEverybody, askQuestion, passOnQuestions, withdrawQuestion } from './commands'
import { answeredOnReport, questionPage, questionsWaiting } from './queries'
import { daysToAdvisors } from './rules'

const page = (actor: Actor, slug: string) => questionPage(actor, slug, 1, nowhere)

/** Kari has shared a report, Ola uses it, Per wonders. */
async function begin() {
  const [kari, ola, per, liv] = [await makeStaff(), await makeStaff(), await makeStaff({ name: 'Per Spør' }), await makeStaff()]
  const report = await makeReport(kari, await makeProject(kari))
  await makeReuse(ola, report, { confirmedOn: new Date(), state: 'in_operation' })
  const ask = (text = 'Hva kostet opplæringen?') => askQuestion(per, { slug: report.slug, text, audience: 'all' })
  const texts = async (actor: Actor) => ((await page(actor, report.slug))?.questions ?? []).map(({ text }) => text)
  return { kari, ola, per, liv, report, ask, texts }
}

describe('a question', () => {
  test('goes to the source and to those who use it, and to nobody else', async () => {
    const { kari, ola, per, liv, ask, texts } = await begin()
    await ask()
    for (const actor of [kari, ola, per]) expect(await texts(actor)).toEqual(['Hva kostet opplæringen?'])
    for (const actor of [liv, visitor, await makeAdvisor()]) expect(await texts(actor)).toEqual([])
    for (const actor of [kari, ola]) expect(await questionsWaiting(actor)).toHaveLength(1)
    expect(await questionsWaiting(liv)).toEqual([])
  })

  test('becomes a part of the case with its answer, and whoever asked is told', async () => {
    const { ola, per, liv, report, ask } = await begin()
    const { questionId } = await ask()
    await answerQuestion(ola, { questionId, text: 'To dager for alle.' })
    const shown = await page(liv, report.slug)
    expect(shown?.questions).toMatchObject([
      {
        signature: 'Per Spør, Rådgiver',
        isAnswered: true,
        answers: [{ text: 'To dager for alle.', signature: 'Kari Nordmann, Rådgiver' }],
      },
    ])
    expect(shown?.questions[0]?.may).toEqual({ answer: false, withdraw: false })
    expect((await noticePage(per, 1)).notices).toMatchObject([{ kind: 'question_answered', topic: 'questions' }])
    expect(await questionsWaiting(ola)).toEqual([])
  })

  test('hides the names of people from visitors', async () => {
    const { kari, report, ask } = await begin()
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'open' } })
    const { questionId } = await ask()
    await answerQuestion(kari, { questionId, text: 'To dager.' })
    expect((await page(visitor, report.slug))?.questions).toMatchObject([{ signature: '', answers: [{ signature: '' }] }])
  })

  test('is answered by nobody who was not asked', async () => {
    const { liv, per, ask } = await begin()
    const { questionId } = await ask()
    await expect(answerQuestion(liv, { questionId, text: 'Jeg gjetter' })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(answerQuestion(per, { questionId, text: 'Jeg svarer selv' })).rejects.toMatchObject({ reason: 'forbidden' })
    expect(await owner().answer.count({ where: { questionId } })).toBe(0)
  })

  test('reaches the advisors after seven days without an answer', async () => {
    const { ask, texts } = await begin()
    const { questionId } = await ask()
    const advisor = await makeAdvisor()
    const aged = (days: number) =>
      owner().question.update({ where: { id: questionId }, data: { askedAt: new Date(Date.now() - days * 86_400_000) } })
    await aged(6)
    expect(await texts(advisor)).toEqual([])
    await aged(8)
    expect(await texts(advisor)).toEqual(['Hva kostet opplæringen?'])
    await answerQuestion(advisor, { questionId, text: 'Spør Larvik.' })
  })

  test('that waits is passed on to the advisors once, and whoever asked is told; one that is answered is not', async () => {
    const { per, kari, report, ask } = await begin()
    const advisor = await makeAdvisor()
    const [{ questionId }, { questionId: answered }] = [await ask('Hva kostet det?'), await ask('Hvem kan vi ringe?')]
    await answerQuestion(kari, { questionId: answered, text: 'Meg.' })
    const told = async (actor: Actor) =>
      (await noticePage(actor, 1)).notices.filter(({ kind }) => ['question_unanswered', 'question_to_advisors'].includes(kind))
    const aged = (days: number) =>
      owner().question.updateMany({ where: { reportId: report.id }, data: { askedAt: new Date(Date.now() - days * 86_400_000) } })
    await aged(daysToAdvisors - 0.5)
    await passOnQuestions()
    expect([await told(per), await told(advisor)]).toEqual([[], []])
    await aged(daysToAdvisors + 0.5)
    await Promise.all([passOnQuestions(), passOnQuestions()])
    await passOnQuestions()
    expect(await told(per)).toMatchObject([
      { kind: 'question_unanswered', topic: 'questions', path: expect.stringContaining(questionId) },
    ])
    expect(await told(advisor)).toMatchObject([
      { kind: 'question_to_advisors', path: expect.stringContaining(questionId), by: per.municipality.name },
    ])
    expect(await told(kari)).toEqual([])
  })

  test('waits as long in the database as it does here', async () => {
    const [row] = await owner().$queryRaw<[{ days: number }]>`SELECT days_to_advisors() AS days`
    expect(row.days).toBe(daysToAdvisors)
  })

  test('to all reaches those who follow its theme, else the advisors', async () => {
    const { per, liv } = await begin()
    const advisor = await makeAdvisor()
    const asked = async (actor: Actor, id: string) =>
      (await noticePage(actor, 1)).notices.filter(({ kind, path }) => kind === 'question_asked' && path.endsWith(id)).length
    await follow(liv, { kind: 'theme', subject: 'byggesak' })
    const { questionId: followed } = await askEverybody(per, { text: 'Hvem har gjort det?', themeCode: 'byggesak' })
    const { questionId: lone } = await askEverybody(per, { text: 'Noen andre?', themeCode: '' })
    expect([await asked(liv, followed), await asked(advisor, followed)]).toEqual([1, 0])
    expect([await asked(liv, lone), await asked(advisor, lone)]).toEqual([0, 1])
  })

  test('is taken back by whoever asked, until it is answered', async () => {
    const { kari, per, ask, texts } = await begin()
    const { questionId } = await ask()
    await expect(withdrawQuestion(kari, { questionId })).rejects.toMatchObject({ reason: 'not-found' })
    await withdrawQuestion(per, { questionId })
    expect(await texts(kari)).toEqual([])
    const { questionId: second } = await ask()
    await answerQuestion(kari, { questionId: second, text: 'Ja.' })
    await expect(withdrawQuestion(per, { questionId: second })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('is one of ten a month, also from two windows at once', async () => {
    const { per, report, ask } = await begin()
    for (let count = 0; count < 9; count += 1) await ask(`Spørsmål ${count}`)
    const both = await Promise.allSettled([ask('Det tiende'), ask('Det ellevte')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(ask()).rejects.toMatchObject({ fields: { text: 'errors.questionsUsed' } })
    expect((await page(per, report.slug))?.left).toBe(0)
    expect(await owner().question.count({ where: { askedBy: per.personId } })).toBe(10)
  })

  test('is asked neither by visitors, nor of a report one may not read, nor where there is nobody else', async () => {
    const { kari, per, report } = await begin()
    const input = { slug: report.slug, text: 'Hva?', audience: 'all' as const }
    await expect(askQuestion(visitor, input)).rejects.toMatchObject({ reason: 'not-found' })
    const lone = await makeReport(kari, await makeProject(kari))
    await expect(askQuestion(kari, { ...input, slug: lone.slug })).rejects.toMatchObject({
      fields: { text: 'errors.nobodyToAsk' },
    })
    await owner().experienceReport.update({ where: { id: report.id }, data: { visibility: 'municipality' } })
    await expect(askQuestion(per, input)).rejects.toMatchObject({ reason: 'not-found' })
  })
})

describe('what was answered', () => {
  test('is found by all who may read the report, and by nobody else; also when the report is made findable anew', async () => {
    const { kari, ola, liv, report, ask } = await begin()
    const { questionId } = await ask('Virker det med vannmålerne fra Kamstrupkvernes?')
    const found = async (actor: Actor) =>
      (await searchAll(actor, searchQuery.parse({ q: 'kamstrupkvernes' }))).hits.map(({ href }) => href)
    expect(await found(liv)).toEqual([])
    await answerQuestion(ola, { questionId, text: 'Ja, vi har hatt dem i to år.' })
    expect(await found(liv)).toEqual([`/erfaringer/${report.slug}`])
    expect(await found(visitor)).toEqual([])
    await transaction(kari, (tx) => indexReport(tx, report.id))
    expect(await found(liv)).toEqual([`/erfaringer/${report.slug}`])
  })

  test('puts nothing into the search for those who did not answer it', async () => {
    const { kari, liv, ask } = await begin()
    const { questionId } = await ask()
    await answerQuestion(kari, { questionId, text: 'Ja.' })
    const { id } = await owner().answer.findFirstOrThrow({ where: { questionId } })
    await transaction(liv, (tx) => tx.$queryRaw`SELECT add_answer_to_search(${id}::uuid, '''smuglet'':1'::tsvector)::text`)
    expect((await searchAll(liv, searchQuery.parse({ q: 'smuglet' }))).hits).toEqual([])
  })

  test('stands on the report, the newest first, with how many there are', async () => {
    const { kari, liv, report, ask } = await begin()
    for (const text of ['En', 'To', 'Tre', 'Fire']) {
      const { questionId } = await ask(text)
      await answerQuestion(kari, { questionId, text: 'Ja.' })
    }
    await ask('Fem')
    const answered = await answeredOnReport(liv, report.slug)
    expect(answered?.questions.map(({ text }) => text)).toEqual(['Fire', 'Tre', 'To'])
    expect(answered?.count).toBe(4)
  })

  test('says how the source itself usually answers; what others answered, and what nobody has, count as what it did not', async () => {
    const { kari, ola, liv, report, ask } = await begin()
    const usual = async () => (await answeredOnReport(liv, report.slug))?.usual
    const asked = async (answerer: typeof kari | null, days: number) => {
      const { questionId } = await ask(`Om ${days}`)
      if (answerer) await answerQuestion(answerer, { questionId, text: 'Ja.' })
      await owner().question.update({ where: { id: questionId }, data: { askedAt: new Date(Date.now() - days * 86_400_000) } })
      return questionId
    }
    await asked(kari, 2)
    await asked(kari, 4)
    expect(await usual()).toBeNull()
    // What was asked yesterday may be answered still.
    await asked(null, 1)
    expect(await usual()).toBeNull()
    await asked(ola, 30)
    expect(await usual()).toEqual({ kind: 'within', days: 4 })
    await asked(null, 20)
    await asked(null, 25)
    expect(await usual()).toEqual({ kind: 'seldom' })
  })
})

describe('only those like us', () => {
  test('are asked beside the source: who is not alike is not, however few there are', async () => {
    const [kari, per] = [await makeStaff(), await makeStaff({ municipality: await makeMunicipality({ population: 5000 }) })]
    const near = await makeStaff({ municipality: await makeMunicipality({ population: 5200 }) })
    const far = { population: 400_000, centralityClass: 1, kostraGroup: 'EKG12', county: 'Oslo', countyNumber: '03' }
    const city = await makeStaff({ municipality: await makeMunicipality(far) })
    const report = await makeReport(kari, await makeProject(kari))
    for (const actor of [near, city]) await makeReuse(actor, report)
    const asked = async (audience: 'all' | 'alike') => {
      const { questionId } = await askQuestion(per, { slug: report.slug, text: 'Hva kostet det?', audience })
      const rows = await owner().questionRecipient.findMany({ where: { questionId } })
      return new Set(rows.map(({ municipalityId }) => municipalityId))
    }
    const all = [kari, near, city].map(({ municipality }) => municipality.id)
    expect(await asked('all')).toEqual(new Set(all))
    expect(await asked('alike')).toEqual(new Set(all.slice(0, 2)))
    const shown = await questionPage(per, report.slug, 1, await standpointOf(per, ''))
    expect(shown?.whom?.users.map(({ name, reasons }) => [name, reasons.length > 0])).toEqual([
      [near.municipality.name, true],
      [city.municipality.name, false],
    ])
  })

  test('are so by what counts to the one who asks', async () => {
    const [kari, per] = [await makeStaff(), await makeStaff({ municipality: await makeMunicipality({ population: 5000 }) })]
    const city = await makeStaff({
      municipality: await makeMunicipality({ population: 400_000, centralityClass: 1, kostraGroup: 'EKG12' }),
    })
    const report = await makeReport(kari, await makeProject(kari))
    await makeReuse(city, report)
    const weights = { population: 0, kostra: 0, centrality: 0, county: 3, collaborations: 0, technologies: 0 }
    const { municipality } = per
    const question = { slug: report.slug, text: 'Hva kostet det?', audience: 'alike' as const }
    const { questionId } = await askQuestion(per, question, { municipality, weights })
    expect(await owner().questionRecipient.count({ where: { questionId, municipalityId: city.municipality.id } })).toBe(1)
  })
})
