import { z } from 'zod'

const target = { projectId: z.uuid('errors.unknown'), requestId: z.uuid('errors.unknown') }

export const approveForm = z.object(target)
export const returnForm = z.object({
  ...target,
  reason: z.string().trim().min(1, 'errors.required').max(2000, 'errors.tooLong'),
})
export type ApproveInput = z.output<typeof approveForm>
export type ReturnInput = z.output<typeof returnForm>
