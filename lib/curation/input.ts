import { z } from 'zod'
import { day } from '@/lib/platform/input'

export const featureInput = z
  .object({
    slug: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(120, 'errors.tooLong'),
    reason: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(300, 'errors.tooLong'),
    startsOn: day,
    endsOn: day,
  })
  .refine((period) => period.endsOn >= period.startsOn, { path: ['endsOn'], message: 'errors.endBeforeStart' })
export type FeatureInput = z.infer<typeof featureInput>

export const unfeatureInput = z.object({ featureId: z.uuid('errors.unknown') })

export const moveFeatureInput = unfeatureInput.extend({ direction: z.enum(['up', 'down']) })
export type MoveFeatureInput = z.infer<typeof moveFeatureInput>

export const figureQuery = z.object({ side: z.coerce.number().int().min(1).max(100_000).catch(1) })

export const curationQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  rapport: z.string().max(120).catch(''),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
