import { z } from 'zod'
import { asked } from '../input'
import { failures } from './rules'

const reference = z
  .string()
  .regex(/^[0-9a-f]{8}$/)
  .optional()
  .catch(undefined)

/** What the page that asks somebody to confirm who they are is told. */
export const confirmationQuery = z.object({
  neste: asked(1000),
  feil: z.enum(failures).optional().catch(undefined),
  ref: reference,
})

/** What the page of a failed sign-in is told in its address. What does not fit is not shown: anybody can write an address. */
export const failureQuery = z.object({
  kode: z.enum(failures).catch('annet'),
  dor: z
    .string()
    .regex(/^(\d{4}|kommit)$/)
    .optional()
    .catch(undefined),
  ref: reference,
})
