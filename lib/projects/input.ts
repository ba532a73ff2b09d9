import { z } from 'zod'
import { Lifecycle } from '@/generated/prisma/enums'
import { asked } from '@/lib/platform/input'

/** The address of the list of shared projects. A mangled address shows the first page of everything. */
export const projectListQuery = z.object({
  q: asked(100),
  tema: asked(60),
  tilstand: z.enum(['', ...Object.values(Lifecycle)]).catch(''),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type ProjectListQuery = z.infer<typeof projectListQuery>
