import { z } from 'zod'
import { AdviceAnswer } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'

const words = (max: number) => z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(max, 'errors.tooLong')

export const adviceInput = z.object({
  projectId: z.uuid(),
  title: words(160),
  text: words(4000),
  /** The last part of the address of a report, or nothing. */
  report: z
    .string()
    .trim()
    .max(300, 'errors.tooLong')
    .transform((typed) => typed.split(/[?#]/)[0]?.split('/').filter(Boolean).at(-1) ?? '')
    .default(''),
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
  svar: z.enum(['venter', 'besvart', '']).catch(''),
  prosjekt: z.string().max(60).catch(''),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
