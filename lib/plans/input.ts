import { z } from 'zod'
import { PlanWish } from '@/generated/prisma/enums'
import { asked, day, version } from '@/lib/platform/input'

const told = {
  projectId: z.uuid(),
  wants: z.array(z.enum(PlanWish)).min(1, 'errors.chooseOne'),
  text: z.string().trim().max(2000, 'errors.tooLong').default(''),
  contactRole: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
  contact: z.string().trim().min(1, 'errors.required').max(300, 'errors.tooLong'),
  version,
}

/** What is told of a plan, and what those who plan wish for. */
export const planInput = z.object({ ...told, beginsOn: day })
export type PlanInput = z.output<typeof planInput>

export const hidePlanInput = z.object({ projectId: z.uuid() })

/** What those who are in on another's plan say. */
export const interestInput = z.object(told)
export type InterestInput = z.output<typeof interestInput>

export const leaveInput = z.object({ projectId: z.uuid() })

/** So many months ahead a list may be narrowed to. */
export const horizons = ['3', '6'] as const

/** The address of the list; a mangled one shows everything, the likest first. */
export const plansQuery = z.object({
  tema: asked(60),
  fylke: asked(60),
  vil: z.enum(['', ...Object.values(PlanWish)]).catch(''),
  /** Begins within so many months. */
  innen: z.enum(['', ...horizons]).catch(''),
  rekkefolge: z.enum(['', 'snart']).catch(''),
  /** The project of one's own that plans are held against; all of them where none is chosen. */
  prosjekt: z.uuid().or(z.literal('')).catch(''),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type PlansQuery = z.output<typeof plansQuery>
