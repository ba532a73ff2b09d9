import { describe, expect, test } from 'vitest'
import { type Advisor, visitor } from '@/lib/platform/actor'
import { makeAdvisor, makeProject, makeReport, makeStaff, owner } from '@/lib/testing/builders'
import { replyToReview, reviewReport } from './commands'
import { reviewInput } from './input'
import { reportToReview, reviewQueue, reviewsOfReport } from './queries'
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
