import { z } from 'zod'
import { day } from '@/lib/platform/input'

const slug = z.string().min(1).max(200)
const comment = z.string().trim().max(2000, 'errors.tooLong').default('')
const token = z.string().min(1).max(1000)

export const confirmReportInput = z.object({ slug })

const effectAnswers = {
  months: z.coerce.number().pipe(z.union([z.literal(6), z.literal(12), z.literal(24)], 'errors.unknown')),
  stillInUse: z.enum(['yes', 'partly', 'no'], 'errors.chooseAnswer'),
  effectHeld: z.enum(['more', 'as_reported', 'less', 'unknown'], 'errors.chooseAnswer'),
  comment,
}
export const followUpInput = z.object({ slug, ...effectAnswers })
export type FollowUpInput = z.output<typeof followUpInput>

export const linkInput = z.object({ token })
export const linkedFollowUpInput = z.object({ token, ...effectAnswers })
export type LinkedFollowUpInput = z.output<typeof linkedFollowUpInput>

export const evaluationInput = z.object({
  slug,
  evaluator: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
  url: z.url({ protocol: /^https?$/, error: 'errors.invalid' }).max(500, 'errors.tooLong'),
  evaluatedOn: day,
})
export type EvaluationInput = z.output<typeof evaluationInput>

export const evaluationAddress = z.object({ evaluationId: z.uuid() })
