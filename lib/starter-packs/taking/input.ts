import { z } from 'zod'
import { day } from '@/lib/platform/input'
import { mostCases } from '../rules'

const name = z.string().trim().min(1, 'errors.required').max(160, 'errors.tooLong')

/** Takes a pack: which of its cases in which names, when the first begins and how long after it the next, and what the programme is called. */
export const takePackInput = z.object({
  slug: z.string().min(1).max(200),
  title: z.string({ error: 'errors.required' }).pipe(name),
  startOn: day,
  /** Months from the start of one project to the start of the next. */
  apart: z.coerce.number('errors.chooseOne').int().min(0).max(12),
  items: z.array(z.uuid()).min(1, 'errors.chooseOne').max(mostCases),
  titles: z.record(z.uuid(), z.string().trim().max(160, 'errors.tooLong')).default({}),
  /** The programme that the municipality made of the pack last, when the page was opened: whoever takes it again knows. */
  takenBefore: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
})
export type TakePackInput = z.output<typeof takePackInput>
