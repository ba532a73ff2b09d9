import { z } from 'zod'
import { day, version } from '@/lib/platform/input'

const words = {
  reason: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(300, 'errors.tooLong'),
  startsOn: day,
  endsOn: day,
}
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => endsOn >= startsOn
const order = { path: ['endsOn'], message: 'errors.endBeforeStart' }

export const featureInput = z
  .object({
    slug: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(120, 'errors.tooLong'),
    ...words,
  })
  .refine(inOrder, order)
export type FeatureInput = z.infer<typeof featureInput>

export const changeFeatureInput = z.object({ featureId: z.uuid('errors.unknown'), version, ...words }).refine(inOrder, order)
export type ChangeFeatureInput = z.infer<typeof changeFeatureInput>

export const unfeatureInput = z.object({ featureId: z.uuid('errors.unknown') })

export const moveFeatureInput = unfeatureInput.extend({ direction: z.enum(['up', 'down']) })
export type MoveFeatureInput = z.infer<typeof moveFeatureInput>
