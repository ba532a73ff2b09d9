import { z } from 'zod'

const subject = z
  .string()
  .min(3)
  .max(200)
  .regex(/^(system|size|agreement|role|document|other|line):/, 'errors.unknown')

/** What one's own municipality says of a prerequisite; `vet-ikke` takes back what was said. */
export const fitAnswerInput = z.object({
  slug: z.string().min(1).max(200),
  subject,
  holds: z.enum(['ja', 'nei', 'vet-ikke'], 'errors.chooseAnswer'),
})
export type FitAnswerInput = z.output<typeof fitAnswerInput>
