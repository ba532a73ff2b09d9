import { z } from 'zod'
import { asked, day } from '@/lib/platform/input'

const number = z
  .string()
  .trim()
  .regex(/^\d{4}$/, 'errors.municipalityNumber')

/** Numbers with spaces or commas between, as people write them. */
const numbers = (text: unknown) => (typeof text === 'string' ? text.split(/[\s,;]+/).filter(Boolean) : text)

export const reformForm = z.object({
  from: z.preprocess(numbers, z.array(number).min(1, 'errors.required').max(10, 'errors.tooLong')),
  to: number,
  others: z.preprocess(numbers, z.array(number).max(10, 'errors.tooLong')).default([]),
  onDate: day,
})

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const written = z.preprocess(one, asked(100)).default('')

/** What the page was asked to look at first: as it was written, or nothing. */
export const reformQuery = z.object({ fra: written, til: written, andre: written, dato: written })
