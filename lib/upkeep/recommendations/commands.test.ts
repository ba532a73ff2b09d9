import { describe, expect, test } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { makeProject, makeReport, makeReuse, makeStaff, owner } from '@/lib/testing/builders'
import { truthOf } from '../queries'
import { recommend, replyToRecommendation, withdrawRecommendation, withdrawReply } from './commands'
import { recommendationQuery } from './input'
import { recommendationPage } from './queries'

/** Ola uses what Kari has shared, and recommends it. */
async function begin() {
  const [kari, ola] = [await makeStaff(), await makeStaff({ name: 'Ola Nordmann' })]
  const report = await makeReport(kari, await makeProject(kari))
  await makeReuse(ola, report)
  const said = { slug: report.slug, answer: 'adapted' as const, comment: 'Begynn med arkivet' }
  await recommend(ola, said)
  const { id: recommendationId } = await owner().reportRecommendation.findFirstOrThrow({ where: { reportId: report.id } })
  const page = (actor: Actor, address: object = {}) => recommendationPage(actor, report.slug, recommendationQuery.parse(address))
  return { kari, ola, report, said, recommendationId, page }
}

describe('a recommendation', () => {
  test('is taken back by its own municipality, with the thread, and may be given anew', async () => {
    const { kari, ola, report, said, recommendationId, page } = await begin()
    const colleague = await makeStaff({ municipality: ola.municipality })
    await replyToRecommendation(kari, { recommendationId, text: 'Enig!' })
    await expect(withdrawRecommendation(kari, { recommendationId })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(withdrawRecommendation(visitor, { recommendationId })).rejects.toMatchObject({ reason: 'forbidden' })
    await withdrawRecommendation(colleague, { recommendationId })
    for (const actor of [kari, ola]) expect((await page(actor))?.recommendations).toEqual([])
    expect((await truthOf(kari, report.slug))?.recommendations).toEqual([])
    await expect(replyToRecommendation(kari, { recommendationId, text: 'Hva nå?' })).rejects.toMatchObject({
      reason: 'not-found',
    })
    await recommend(ola, said)
    expect((await page(kari))?.recommendations).toMatchObject([{ answer: 'adapted', replyCount: 1 }])
  })

  test('shows the last of its replies, and all of them on a page of its own', async () => {
    const { kari, ola, recommendationId, page } = await begin()
    for (let number = 1; number <= 22; number += 1)
      await replyToRecommendation(kari, { recommendationId, text: `Svar ${number}` })
    const [shown] = (await page(ola))?.recommendations ?? []
    expect(shown?.replies.map(({ text }) => text)).toEqual(['Svar 20', 'Svar 21', 'Svar 22'])
    expect(shown?.replyCount).toBe(22)
    const thread = await page(ola, { trad: recommendationId, side: '2' })
    expect(thread).toMatchObject({ isThread: true, page: 2, pageCount: 2 })
    expect(thread?.recommendations[0]?.replies.map(({ text }) => text)).toEqual(['Svar 21', 'Svar 22'])
    expect(await page(ola, { trad: '01a0e4ac-0000-7000-8000-000000000000' })).toMatchObject({ isThread: false })
  })
})

test('a reply is taken back by whoever wrote it, and by nobody else', async () => {
  const { kari, ola, recommendationId, page } = await begin()
  await replyToRecommendation(kari, { recommendationId, text: 'Dette mente jeg ikke' })
  const [reply] = (await page(kari))?.recommendations[0]?.replies ?? []
  expect(reply?.isMine).toBe(true)
  const colleague = await makeStaff({ municipality: kari.municipality })
  for (const actor of [ola, colleague])
    await expect(withdrawReply(actor, { replyId: reply?.id ?? '' })).rejects.toMatchObject({ reason: 'not-found' })
  await withdrawReply(kari, { replyId: reply?.id ?? '' })
  expect((await page(ola))?.recommendations).toMatchObject([{ replies: [], replyCount: 0 }])
})
