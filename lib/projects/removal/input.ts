import { z } from 'zod'
import { version } from '@/lib/platform/input'

export const removalInput = z.object({
  projectId: z.uuid(),
  version,
  /** The number of the project, typed: so that nobody deletes the wrong one by a slip. */
  number: z.string().trim().min(1, 'errors.required').max(60),
})
export type RemovalInput = z.output<typeof removalInput>

export const putBackInput = z.object({ projectId: z.uuid() })
export type PutBackInput = z.output<typeof putBackInput>
