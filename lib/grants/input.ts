import { z } from 'zod'
import { today } from '@/lib/platform/dates'
import { day } from '@/lib/platform/input'
import { grantRoles, lastDayFrom } from './rules'

export const giveForm = z.object({
  advisorId: z.uuid('errors.required'),
  role: z.enum(grantRoles, 'errors.required'),
  until: z
    .string()
    .min(1, 'errors.required')
    .pipe(day)
    .refine((until) => until >= today(), 'errors.grantPast')
    .refine((until) => until <= lastDayFrom(today()), 'errors.grantTooLong'),
  reason: z.string().trim().min(1, 'errors.required').max(500, 'errors.tooLong'),
})
export type GiveInput = z.output<typeof giveForm>

export const grantForm = z.object({ grantId: z.uuid() })
export type GrantInput = z.output<typeof grantForm>
