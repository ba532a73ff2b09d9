import { z } from 'zod'
import { asked } from '@/lib/platform/input'
import { type BulkFieldName, bulkFields } from './rules'

const names = bulkFields.map(({ name }) => name) as [BulkFieldName, ...BulkFieldName[]]
const many = (value: unknown) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value])

/** The address of the change page: which projects, and what is to change. */
export const bulkQuery = z.object({
  id: z.preprocess(many, z.array(z.uuid()).max(1000)).catch([]),
  /** Every hit of this list instead: the query part of its address. */
  sporring: asked(4000),
  alle: z.enum(['', '1']).catch(''),
  felt: z.enum(['', ...names]).catch(''),
  verdi: asked(100),
})
export type BulkQuery = z.output<typeof bulkQuery>

export const bulkInput = z.object({
  ids: z
    .string()
    .max(2_000_000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).min(1).max(20_000)),
  field: z.enum(names),
  value: z.string().trim().max(100),
})
export type BulkInput = z.output<typeof bulkInput>

export const undoInput = z.object({ eventId: z.uuid() })
