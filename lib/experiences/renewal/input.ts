import { z } from 'zod'
import { version } from '@/lib/platform/input'

/** What is taken in of what is new in a project, thing by thing, and the mark of what was shown. */
export const renewalForm = z.object({
  projectId: z.uuid('errors.unknown'),
  version,
  seen: z.string().max(100),
  /** By the number each thing has on the page. */
  choices: z
    .array(z.object({ key: z.string().max(400), choice: z.enum(['keep', 'add', 'replace']) }))
    .max(200)
    .default([]),
})
export type RenewalInput = z.output<typeof renewalForm>
