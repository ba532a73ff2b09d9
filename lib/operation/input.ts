import { z } from 'zod'
import { asked, day } from '@/lib/platform/input'

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const side = z.preprocess(one, z.coerce.number().int().min(1).max(10_000).catch(1)).default(1)

/** A municipality to go to, by its number. */
export const placeQuery = z.object({
  kommune: z
    .preprocess(
      one,
      z
        .string()
        .trim()
        .regex(/^\d{4}$/)
        .or(z.literal(''))
        .catch(''),
    )
    .default(''),
})

export const pageQuery = z.object({ side })

export const nationalLogQuery = z.object({
  type: z.preprocess(one, z.enum(['session', 'person', 'connection', 'municipality']).or(z.literal('')).catch('')).default(''),
  q: z.preprocess(one, asked(100)).default(''),
  fra: z.preprocess(one, day.or(z.literal('')).catch('')).default(''),
  til: z.preprocess(one, day.or(z.literal('')).catch('')).default(''),
  /** What readers are shown when something fails. */
  ref: z.preprocess(one, asked(40)).default(''),
  /** Somebody, by id. */
  hvem: z.preprocess(one, z.uuid().or(z.literal('')).catch('')).default(''),
  side,
})
export type NationalLogQuery = z.output<typeof nationalLogQuery>

export const joinForm = z.object({
  number: z
    .string()
    .trim()
    .regex(/^\d{4}$/, 'errors.municipalityNumber'),
})

export const closeForm = joinForm.extend({
  reason: z.string().trim().min(1, 'errors.required').max(1000, 'errors.tooLong'),
})
