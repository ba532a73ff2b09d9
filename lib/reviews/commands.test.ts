import { describe, expect, test } from 'vitest'
import { markNeed } from '@/lib/curation/cockpit/commands'
import { noticePage } from '@/lib/news/queries'
import { type Advisor, visitor } from '@/lib/platform/actor'
import { transaction } from '@/lib/platform/db'
import { makeAdvisor, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { judgeReply, replyToReview, reviewReport } from './commands'
import { reviewInput } from './input'
import { reportToReview, reviewQueue, reviewsOfReport } from './queries'
import { readThrough } from './reading/queries'
import { reviewPoints } from './rules'

/** What the form sends: all fine but what is given. */
const sent = (slug: string, reportVersion: number, notFine: Record<string, string> = {}) =>
  reviewInput.parse({
    ...{ slug, reportVersion: String(reportVersion), comment: 'Bra fortalt.' },
    ...Object.fromEntries(reviewPoints.map((point) => [point, notFine[point] === undefined ? 'yes' : 'no'])),
    ...Object.fromEntries(Object.entries(notFine).map(([point, why]) => [`${point}Comment`, why])),
  })

async function published() {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const project = await makeProject(kari)
  return { advisor, kari, project, report: await makeReport(kari, project, { visibility: 'municipalities' }) }
}

async function queued(advisor: Advisor, vis: 'venter' | 'kommentert' | 'godkjent'): Promise<string[]> {
  const first = await reviewQueue(advisor, { vis, side: 1 })
  const pages = Array.from({ length: first?.pageCount ?? 0 }, (_, index) => reviewQueue(advisor, { vis, side: index + 1 }))
  return (await Promise.all(pages)).flatMap((page) => page?.rows.map(({ slug }) => slug) ?? [])
}

describe('the queue', () => {
  test('holds what is published until an advisor has looked through it as it stands, and again when it is published anew', async () => {
    const { advisor, report } = await published()
    expect(await queued(advisor, 'venter')).toContain(report.slug)
    await reviewReport(advisor, sent(report.slug, 1))
    expect(await queued(advisor, 'venter')).not.toContain(report.slug)
    expect(await queued(advisor, 'godkjent')).toContain(report.slug)
    await owner().$queryRaw`SELECT keep_report_version(${report.id}::uuid, 'Nye tall')`
    expect(await queued(advisor, 'venter')).toContain(report.slug)
    await reviewReport(advisor, sent(report.slug, 2, { figures: 'Summen stemmer ikke.' }))
    expect(await queued(advisor, 'kommentert')).toContain(report.slug)
  })

  test('is the advisors’, and holds nothing they may not read', async () => {
    const { advisor, kari, report } = await published()
    const own = await makeReport(kari, await makeProject(kari), { visibility: 'municipality' })
    expect(await queued(advisor, 'venter')).not.toContain(own.slug)
    expect(await reportToReview(advisor, own.slug)).toBeNull()
    await expect(reviewReport(advisor, sent(own.slug, 1))).rejects.toMatchObject({ reason: 'not-found' })
    for (const actor of [visitor, kari]) {
      expect(await reviewQueue(actor, { vis: 'venter', side: 1 })).toBeNull()
      await expect(reviewReport(actor, sent(report.slug, 1))).rejects.toMatchObject({ reason: 'forbidden' })
    }
  })
})

describe('a reply', () => {
  async function replied() {
    const { advisor, kari, report } = await published()
    await reviewReport(advisor, sent(report.slug, 1, { figures: 'Summen stemmer ikke.' }))
    const reply = async (words: string) => {
      const reviewId = (await reviewsOfReport(kari, report.slug))?.reviews[0]?.id ?? ''
      await replyToReview(kari, { slug: report.slug, reviewId, reply: words })
      const repliedAt = (await reportToReview(advisor, report.slug))?.reviews[0]?.repliedAt ?? ''
      return { slug: report.slug, reviewId, repliedAt, note: '' }
    }
    return { advisor, kari, report, reply }
  }

  test('is accepted, and the report is done with', async () => {
    const { advisor, kari, report, reply } = await replied()
    const at = await reply('Rettet.')
    expect(await queued(advisor, 'kommentert')).toContain(report.slug)
    await judgeReply(advisor, { ...at, verdict: 'accepted' })
    expect(await queued(advisor, 'kommentert')).not.toContain(report.slug)
    expect(await queued(advisor, 'godkjent')).toContain(report.slug)
    expect(await reviewsOfReport(kari, report.slug)).toMatchObject({ reviews: [{ verdict: 'accepted' }] })
    await expect(judgeReply(await makeAdvisor(), { ...at, verdict: 'accepted' })).rejects.toMatchObject({ reason: 'conflict' })
    expect(await owner().auditEvent.count({ where: { action: 'report.judge-reply', subjectId: report.id } })).toBe(1)
  })

  test('may call for more, which the municipality is told, and replies to anew', async () => {
    const { advisor, kari, reply } = await replied()
    const at = await reply('Vi ser på det.')
    const before = (await noticePage(kari, 1)).count
    await judgeReply(advisor, { ...at, verdict: 'more_wanted', note: 'Hvilken sum er riktig?' })
    expect((await noticePage(kari, 1)).count).toBe(before + 1)
    const again = await reply('Den øverste.')
    await expect(judgeReply(advisor, { ...at, verdict: 'accepted' })).rejects.toMatchObject({ reason: 'conflict' })
    await judgeReply(advisor, { ...again, verdict: 'accepted' })
  })

  test('is judged by advisors, who leave it as it was written; a municipality writes no verdict', async () => {
    const { advisor, kari, reply } = await replied()
    const at = await reply('Rettet.')
    for (const actor of [visitor, kari])
      await expect(judgeReply(actor, { ...at, verdict: 'accepted' })).rejects.toMatchObject({ reason: 'forbidden' })
    const where = { id: at.reviewId }
    const changed = { verdict: 'accepted' as const, verdictBy: advisor.personId, verdictAt: new Date() }
    await expect(
      transaction(advisor, (tx) => tx.reportReview.updateMany({ where, data: { ...changed, reply: 'Alt er feil' } })),
    ).rejects.toThrow(/reply is the municipality/)
    await expect(transaction(kari, (tx) => tx.reportReview.updateMany({ where, data: changed }))).rejects.toThrow(
      /row-level security/,
    )
  })
})

test('an advisor reads the report beside the checklist: who reads what, what may name somebody, and what has changed since', async () => {
  const [advisor, kari] = [await makeAdvisor(), await makeStaff()]
  const report = await makeReport(kari, await makeProject(kari), { summary: 'Ring 22 33 44 55' })
  const at = { slug: report.slug, version: 1, reviewedVersion: null }
  const first = await readThrough(advisor, at)
  expect(first).toMatchObject({ before: null, report: { number: 1 } })
  expect(first?.found).toContainEqual(expect.objectContaining({ section: 'short', kind: 'phone', found: '22 33 44 55' }))
  expect(first?.audiences).toContainEqual({ kind: 'background', visibility: 'municipalities' })
  await reviewReport(advisor, sent(report.slug, 1))
  await owner().$queryRaw`SELECT keep_report_version(${report.id}::uuid, 'Nye tall')`
  const again = await reportToReview(advisor, report.slug)
  expect(again).toMatchObject({ version: 2, reviewedVersion: 1, isReviewed: false })
  expect(await readThrough(advisor, { ...at, version: 2, reviewedVersion: 1 })).toMatchObject({ before: { number: 1 } })
})

test('a colleague sees who has begun', async () => {
  const { advisor, report } = await published()
  await markNeed(advisor, { kind: 'review', subject: report.id, version: 0, state: 'taken' })
  const colleague = await makeAdvisor('Anne Lie')
  expect(await reportToReview(colleague, report.slug)).toMatchObject({ taken: { by: advisor.name, isMine: false } })
  const rows = await Promise.all([1, 2, 3].map((side) => reviewQueue(colleague, { vis: 'venter', side })))
  expect(rows.flatMap((page) => page?.rows ?? []).find(({ slug }) => slug === report.slug)?.takenBy).toBe(advisor.name)
  await reviewReport(colleague, sent(report.slug, 1))
  expect(await owner().needMark.count({ where: { subject: report.id } })).toBe(0)
})

describe('a review', () => {
  test('reaches those who write the report, who reply; nobody else reads it', async () => {
    const { advisor, kari, report } = await published()
    await reviewReport(advisor, sent(report.slug, 1, { figures: 'Summen stemmer ikke.' }))
    const seen = await reviewsOfReport(kari, report.slug)
    expect(seen).toMatchObject({
      reviews: [
        { outcome: 'changes_wanted', reviewedBy: advisor.name, points: { figures: { comment: 'Summen stemmer ikke.' } } },
      ],
      may: { reply: true },
    })
    const reply = { slug: report.slug, reviewId: seen?.reviews[0]?.id ?? '', reply: 'Rettet.' }
    const [colleague, stranger] = [await makeStaff({ municipality: kari.municipality }), await makeStaff()]
    await expect(replyToReview(colleague, reply)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(replyToReview(stranger, reply)).rejects.toMatchObject({ reason: 'not-found' })
    expect(await reviewsOfReport(stranger, report.slug)).toBeNull()
    await replyToReview(kari, reply)
    expect(await reportToReview(advisor, report.slug)).toMatchObject({ isReviewed: true, reviews: [{ reply: 'Rettet.' }] })
  })

  test('is of the version that was read, once', async () => {
    const { advisor, report } = await published()
    await expect(reviewReport(advisor, sent(report.slug, 2))).rejects.toMatchObject({ reason: 'conflict' })
    await reviewReport(advisor, sent(report.slug, 1))
    await expect(reviewReport(await makeAdvisor(), sent(report.slug, 1))).rejects.toMatchObject({ reason: 'conflict' })
  })
})

test('every point is answered, and what is not fine says why', () => {
  const fine = Object.fromEntries(reviewPoints.map((point) => [point, 'yes']))
  const wrong = (typed: object) =>
    Object.fromEntries(
      reviewInput.safeParse({ slug: 'x', reportVersion: '1', ...typed }).error?.issues.map((i) => [i.path[0], i.message]) ?? [],
    )
  expect(wrong(fine)).toEqual({})
  expect(wrong({ ...fine, plain: undefined })).toEqual({ plain: 'errors.chooseAnswer' })
  expect(wrong({ ...fine, plain: 'no', plainComment: ' ' })).toEqual({ plainComment: 'errors.reasonNeeded' })
})
