import { z } from 'zod'
import { portfolioListNames } from '../lists/columns'

const name = z.string().trim().min(1, 'errors.required').max(80, 'errors.tooLong')
const ticked = z
  .enum(['', 'on'])
  .default('')
  .transform((value) => value === 'on')

export const saveViewInput = z.object({
  list: z.enum(portfolioListNames),
  name,
  /** What the address says, without the question mark. */
  query: z.string().max(4000, 'errors.tooLong'),
  isShared: ticked,
  isStandard: ticked,
})
export type SaveViewInput = z.output<typeof saveViewInput>

export const changeViewInput = z.object({
  id: z.uuid(),
  name,
  /** What it shows from now on; empty to leave that as it is. */
  query: z.string().max(4000, 'errors.tooLong').default(''),
  isShared: ticked,
  isStandard: ticked,
})
export type ChangeViewInput = z.output<typeof changeViewInput>

export const viewAddress = z.object({ id: z.uuid() })
