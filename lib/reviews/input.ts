import { z } from 'zod'
import { ReplyVerdict } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'
import { type PointAnswer, type ReviewPoint, reviewPoints } from './rules'

const comment = z.string().trim().max(1000, 'errors.tooLong').default('')

/** The checklist of an advisor: each point fine or not, and what is not fine says why. */
export const reviewInput = z
  .looseObject({
    slug: z.string().min(1).max(120),
    reportVersion: version,
    comment: z.string().trim().max(4000, 'errors.tooLong').default(''),
  })
  .transform(({ slug, reportVersion, comment: words, ...typed }, context) => {
    const points: Partial<Record<ReviewPoint, PointAnswer>> = {}
    for (const point of reviewPoints) {
      const [isFine, why] = [typed[point], comment.safeParse(typed[`${point}Comment`])]
      if (isFine !== 'yes' && isFine !== 'no') context.addIssue({ code: 'custom', path: [point], message: 'errors.chooseAnswer' })
      if (!why.success) context.addIssue({ code: 'custom', path: [`${point}Comment`], message: 'errors.tooLong' })
      else if (isFine === 'no' && why.data === '')
        context.addIssue({ code: 'custom', path: [`${point}Comment`], message: 'errors.reasonNeeded' })
      else points[point] = { isFine: isFine === 'yes', comment: why.data }
    }
    return { slug, reportVersion, comment: words, points }
  })
export type ReviewInput = z.output<typeof reviewInput>

/** Which report's page a mark was made on. */
export const markedInput = { slug: z.string().regex(/^[\w-]{1,120}$/) }

export const replyInput = z.object({
  slug: z.string().min(1).max(120),
  reviewId: z.uuid(),
  reply: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(4000, 'errors.tooLong'),
})
export type ReplyInput = z.output<typeof replyInput>

/** What an advisor makes of a reply; what more is wanted is said. */
export const verdictInput = z
  .object({
    slug: z.string().min(1).max(120),
    reviewId: z.uuid(),
    /** The reply that was read: a later one is not judged unseen. */
    repliedAt: z.iso.datetime(),
    verdict: z.enum(ReplyVerdict, 'errors.chooseAnswer'),
    note: z.string().trim().max(2000, 'errors.tooLong').default(''),
  })
  .refine(({ verdict, note }) => verdict === 'accepted' || note !== '', { path: ['note'], message: 'errors.reasonNeeded' })
export type VerdictInput = z.output<typeof verdictInput>

export const queueQuery = z.object({
  vis: z.enum(['venter', 'kommentert', 'godkjent']).catch('venter'),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type QueueQuery = z.output<typeof queueQuery>
