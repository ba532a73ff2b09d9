import { z } from 'zod'
import { Lifecycle } from '@/generated/prisma/enums'

/** The address of the list of shared projects. A mangled address shows the first page of everything. */
export const projectListQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  tema: z.string().max(60).catch(''),
  tilstand: z.enum(['', ...Object.values(Lifecycle)]).catch(''),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type ProjectListQuery = z.infer<typeof projectListQuery>
