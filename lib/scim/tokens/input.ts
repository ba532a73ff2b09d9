import { z } from 'zod'

export const makeTokenForm = z.object({ connectionId: z.uuid() })
export const revokeTokenForm = z.object({ connectionId: z.uuid(), tokenId: z.uuid() })
