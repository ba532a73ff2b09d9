import { z } from 'zod'
import { isUuid } from '@/lib/platform/ids'
import { asked } from '@/lib/platform/input'

const words = (most: number) => z.string().trim().min(1, 'errors.required').max(most, 'errors.tooLong')

/** A question about a report: to all who have done it, or besides the source only to those like the one who asks. */
export const questionInput = z.object({
  slug: z.string().min(1).max(200),
  text: words(4000),
  audience: z.enum(['all', 'alike'], 'errors.chooseOne'),
})
export type QuestionInput = z.output<typeof questionInput>

/** A question to all municipalities, when nothing shared answers it. */
export const openQuestionInput = z.object({ text: words(4000), themeCode: z.string().max(60).default('') })
export type OpenQuestionInput = z.output<typeof openQuestionInput>

export const questionQuery = z.object({
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
  vis: z.enum(['', 'ubesvart']).catch(''),
})
export type QuestionQuery = z.output<typeof questionQuery>

export const reportQuestionQuery = z.object({ side: z.coerce.number().int().min(1).max(100_000).catch(1) })

export const newQuestionQuery = z.object({ q: asked(200), tema: asked(60) })

export const questionAnswerInput = z.object({ questionId: z.string().refine(isUuid, 'errors.unknown'), text: words(8000) })
export type QuestionAnswerInput = z.output<typeof questionAnswerInput>

export const withdrawQuestionInput = z.object({ questionId: z.string().refine(isUuid, 'errors.unknown') })
