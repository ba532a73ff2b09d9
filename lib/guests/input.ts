import { z } from 'zod'
import { ProjectRole } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'

/** The owner decides at the decision points and is the municipality's own; the other roles may be a guest's. */
export const guestRoles = Object.values(ProjectRole).filter((role) => role !== 'project_owner')

export const inviteInput = z.object({
  projectId: z.uuid(),
  guestMunicipalityId: z.uuid('errors.required'),
  email: z.string().trim().toLowerCase().min(1, 'errors.required').max(254, 'errors.tooLong').pipe(z.email('errors.email')),
  role: z.enum(guestRoles, 'errors.required'),
})
export type InviteInput = z.output<typeof inviteInput>

export const withdrawInput = z.object({ projectId: z.uuid(), invitationId: z.uuid() })
export type WithdrawInput = z.output<typeof withdrawInput>

export const collaborationInput = z.object({
  projectId: z.uuid(),
  version,
  collaborationId: z.union([z.literal('').transform(() => null), z.uuid('errors.unknown')]),
})
export type CollaborationInput = z.output<typeof collaborationInput>

export const answerInput = z.object({ invitationId: z.uuid(), answer: z.enum(['accept', 'decline']) })
export type AnswerInput = z.output<typeof answerInput>
