import { z } from 'zod'
import { AdviceAnswer } from '@/generated/prisma/enums'
import { slugIn } from '@/lib/curation/finding/rules'
import { asked, version } from '@/lib/platform/input'

const words = (max: number) => z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(max, 'errors.tooLong')

export const adviceInput = z.object({
  projectId: z.uuid(),
  title: words(160),
  text: words(4000),
  /** The report to learn from by its address, or nothing. */
  report: z.string().trim().max(400, 'errors.tooLong').transform(slugIn).default(''),
})
export type AdviceInput = z.output<typeof adviceInput>

export const answerInput = z
  .object({
    projectId: z.uuid(),
    adviceId: z.uuid(),
    version,
    answer: z.enum(AdviceAnswer, 'errors.chooseAnswer'),
    reason: z.string().trim().max(1000, 'errors.tooLong').default(''),
  })
  .refine(({ answer, reason }) => answer !== 'not_relevant' || reason !== '', {
    path: ['reason'],
    message: 'errors.reasonNeeded',
  })
export type AnswerInput = z.output<typeof answerInput>

export const adviceQuery = z.object({
  svar: z.enum(['venter', 'besvart', 'trukket', '']).catch(''),
  prosjekt: asked(60),
  q: asked(100),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type AdviceQuery = z.output<typeof adviceQuery>

export const withdrawInput = z.object({ adviceId: z.uuid(), version })
export type WithdrawInput = z.output<typeof withdrawInput>
