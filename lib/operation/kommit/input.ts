import { z } from 'zod'

export const kommitPersonForm = z.object({ personId: z.uuid() })
