import { z } from 'zod'
import { PartKind } from '@/generated/prisma/enums'
import { day } from '@/lib/platform/input'

export const copyInput = z.object({
  projectId: z.uuid('errors.unknown'),
  title: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
  startOn: day,
  parts: z.array(z.enum(PartKind)).min(1, 'errors.chooseOne'),
})
export type CopyInput = z.infer<typeof copyInput>
