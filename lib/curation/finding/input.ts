import { z } from 'zod'
import { asked } from '@/lib/platform/input'
import { slugIn } from './rules'

/** A report as advisors name it in a form: by its address, whole or the last of it. */
export const reportSlug = z
  .string({ error: 'errors.required' })
  .trim()
  .min(1, 'errors.required')
  .max(400, 'errors.tooLong')
  .transform(slugIn)
  .pipe(z.string().min(1, 'errors.required').max(200, 'errors.tooLong'))

/** What is searched for, the report that is chosen, and the page of the hits. */
export const findingQuery = z.object({
  q: asked(400),
  rapport: asked(200),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
