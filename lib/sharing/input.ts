import { z } from 'zod'
import { PartKind } from '@/generated/prisma/enums'
import { day } from '@/lib/platform/input'

const emptyIsNone = (value: unknown) => (value === '' ? undefined : value)

/** What is copied from whom, and where to: a project of one's own that is there already, or a new one with a name and a start. */
export const copyInput = z
  .object({
    projectId: z.uuid('errors.unknown'),
    into: z.preprocess(emptyIsNone, z.uuid('errors.unknown').optional()),
    title: z.string().trim().max(200, 'errors.tooLong').default(''),
    startOn: z.preprocess(emptyIsNone, day.optional()),
    parts: z.array(z.enum(PartKind)).min(1, 'errors.chooseOne'),
    /** Left out: everything in the parts. */
    items: z.array(z.string().max(200)).max(20_000).optional(),
  })
  .superRefine(({ into, title, startOn }, context) => {
    if (into) return
    if (title === '') context.addIssue({ code: 'custom', path: ['title'], message: 'errors.required' })
    if (!startOn) context.addIssue({ code: 'custom', path: ['startOn'], message: 'errors.required' })
  })
export type CopyInput = z.output<typeof copyInput>
