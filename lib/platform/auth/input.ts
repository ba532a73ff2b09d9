import { z } from 'zod'
import { failures } from './rules'

/** What the page of a failed sign-in is told in its address. What does not fit is not shown: anybody can write an address. */
export const failureQuery = z.object({
  kode: z.enum(failures).catch('annet'),
  dor: z
    .string()
    .regex(/^(\d{4}|kommit)$/)
    .optional()
    .catch(undefined),
  ref: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional()
    .catch(undefined),
})
