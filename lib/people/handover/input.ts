import { z } from 'zod'

const receiver = z.uuid('errors.unknown').or(z.literal('')).default('')

export const handOverForm = z.object({
  personId: z.uuid(),
  /** Who gets all that is not given to somebody else. */
  toId: receiver,
  gifts: z
    .array(z.object({ key: z.string().max(120), toId: receiver }))
    .max(1000)
    .default([]),
  deactivate: z.literal('on').optional(),
})
export type HandOverInput = z.output<typeof handOverForm>
