import { z } from 'zod'

export const sessionForm = z.object({ sessionId: z.uuid() })
