import { z } from 'zod'

export const letterAt = z.object({ letterId: z.uuid('errors.unknown') })
