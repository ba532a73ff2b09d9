import { z } from 'zod'

export const doorQuery = z.object({
  q: z.string().trim().max(60).catch(''),
  neste: z.string().max(500).catch(''),
})
