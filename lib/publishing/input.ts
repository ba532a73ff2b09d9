import { z } from 'zod'
import { PublishingRule } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'

const rule = z.enum(PublishingRule, 'errors.unknown')

export const publishingForm = z.object({
  version,
  municipality: rule.refine((chosen) => chosen !== 'nobody', 'errors.unknown'),
  collaboration: rule,
  municipalities: rule,
  open: rule,
})
export type PublishingInput = z.output<typeof publishingForm>
