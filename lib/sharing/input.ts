import { z } from 'zod'
import { PartKind } from '@/generated/prisma/enums'
import { mostDocuments } from '@/lib/experiences/documents/rules'
import { day } from '@/lib/platform/input'

const emptyIsNone = (value: unknown) => (value === '' ? undefined : value)

/** What is copied from whom, and where to: a project of one's own that is there already, or a new one with a name and a start. */
export const copyInput = z
  .object({
    projectId: z.uuid('errors.unknown'),
    into: z.preprocess(emptyIsNone, z.uuid('errors.unknown').optional()),
    title: z.string().trim().max(200, 'errors.tooLong').default(''),
    startOn: z.preprocess(emptyIsNone, day.optional()),
    parts: z.array(z.enum(PartKind)).default([]),
    /** Left out: everything in the parts. */
    items: z.array(z.string().max(200)).max(20_000).optional(),
    /** The documents that follow the report. */
    documents: z.array(z.uuid('errors.unknown')).max(mostDocuments).optional(),
    /** What comes along of what the source took for granted, by its subjects: tasks and risks of the copy. */
    fit: z.array(z.string().max(200)).max(500).optional(),
  })
  .superRefine(({ into, title, startOn, parts, documents = [] }, context) => {
    if (parts.length + documents.length === 0) context.addIssue({ code: 'custom', path: ['parts'], message: 'errors.chooseOne' })
    if (into) return
    if (title === '') context.addIssue({ code: 'custom', path: ['title'], message: 'errors.required' })
    if (!startOn) context.addIssue({ code: 'custom', path: ['startOn'], message: 'errors.required' })
  })
export type CopyInput = z.output<typeof copyInput>
