import { z } from 'zod'
import { DocumentType } from '@/generated/prisma/enums'

const types = ['', ...Object.values(DocumentType)] as const

/** The address of the list: what it is narrowed to, and the page. A mangled address shows everything. */
export const documentListQuery = z.object({
  type: z.enum(types).catch(''),
  fase: z.union([z.uuid(), z.literal('')]).catch(''),
  side: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type DocumentListQuery = z.output<typeof documentListQuery>

const uploaded = {
  projectId: z.uuid(),
  file: z.instanceof(File, { error: 'errors.fileMissing' }),
  comment: z.string().trim().max(1000, 'errors.tooLong').default(''),
}

/** A new document with its first version. An empty title is filled by the name of the file. */
export const documentInput = z.object({
  ...uploaded,
  title: z.string().trim().max(200, 'errors.tooLong').default(''),
  type: z.enum(DocumentType, 'errors.unknown'),
  projectPhaseId: z.union([z.uuid(), z.literal('').transform(() => null)], 'errors.unknown').default(null),
  isArchivable: z
    .enum(['', 'on'])
    .default('')
    .transform((value) => value === 'on'),
})
export type DocumentInput = z.output<typeof documentInput>

export const versionInput = z.object({ ...uploaded, documentId: z.uuid() })
export type VersionInput = z.output<typeof versionInput>
