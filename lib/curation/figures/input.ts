import { z } from 'zod'

export const figureQuery = z.object({ side: z.coerce.number().int().min(1).max(100_000).catch(1) })
