import { z } from 'zod'
import { isUuid } from '@/lib/platform/ids'

const id = z.string().refine(isUuid, 'errors.unknown')

/** What may be followed, by kind; the subject is an id, a theme code, a technology or a municipality number. */
export const followInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), subject: id }),
  z.object({ kind: z.literal('report'), subject: id }),
  z.object({ kind: z.literal('theme'), subject: z.string().trim().min(1, 'errors.unknown').max(100, 'errors.unknown') }),
  z.object({ kind: z.literal('technology'), subject: z.string().trim().min(1, 'errors.unknown').max(100, 'errors.unknown') }),
  z.object({ kind: z.literal('municipality'), subject: z.string().regex(/^\d{4}$/, 'errors.unknown') }),
])
export type FollowInput = z.output<typeof followInput>
export type FollowKind = FollowInput['kind']

export const unfollowInput = z.object({ followId: id })
