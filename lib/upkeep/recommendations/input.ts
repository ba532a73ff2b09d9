import { z } from 'zod'
import { isUuid } from '@/lib/platform/ids'

const id = z.string().refine(isUuid, 'errors.unknown')

export const recommendInput = z.object({
  slug: z.string().min(1).max(200),
  answer: z.enum(['yes', 'adapted', 'wait', 'no'], 'errors.chooseAnswer'),
  comment: z.string().trim().max(2000, 'errors.tooLong').default(''),
})
export type RecommendInput = z.output<typeof recommendInput>

export const replyInput = z.object({
  recommendationId: id,
  text: z.string().trim().min(1, 'errors.required').max(2000, 'errors.tooLong'),
})
export type ReplyInput = z.output<typeof replyInput>

export const recommendationAt = z.object({ recommendationId: id })
export const replyAt = z.object({ replyId: id })

/** The page of the recommendations; `trad` shows one of them with its whole thread. */
export const recommendationQuery = z.object({
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
  trad: z.string().refine(isUuid).catch(''),
})
export type RecommendationQuery = z.output<typeof recommendationQuery>
