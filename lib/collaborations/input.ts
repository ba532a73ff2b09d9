import { z } from 'zod'

export const foundForm = z.object({
  name: z.string().trim().min(1, 'errors.required').max(120, 'errors.tooLong'),
  description: z.string().trim().max(1000, 'errors.tooLong').default(''),
})
export const askForm = z.object({ collaborationId: z.uuid('errors.unknown'), municipalityId: z.uuid('errors.required') })
export const answerForm = z.object({ invitationId: z.uuid(), answer: z.enum(['accept', 'decline']) })
export const withdrawForm = z.object({ invitationId: z.uuid() })
export const leaveForm = z.object({ collaborationId: z.uuid('errors.unknown') })
