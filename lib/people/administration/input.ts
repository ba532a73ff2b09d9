import { z } from 'zod'
import { claimableRoles } from '@/lib/platform/auth/profiles'
import { asked, day } from '@/lib/platform/input'
import { logGroups } from './log/rules'

const roles = z.array(z.enum(claimableRoles, 'errors.unknown')).default([])
const name = z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong')
const email = z.string().trim().toLowerCase().pipe(z.email('errors.email').max(320, 'errors.tooLong'))

export const inviteForm = z.object({ name, email, jobTitle: z.string().trim().max(200, 'errors.tooLong').default(''), roles })
export const rolesForm = z.object({ personId: z.uuid(), roles })
export const personForm = z.object({ personId: z.uuid() })
export const nameForm = z.object({ personId: z.uuid(), name })
export const endForm = z.object({ personId: z.uuid(), sessionId: z.uuid() })

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)

export const peopleQuery = z.object({
  q: z.preprocess(one, asked(100)).default(''),
  status: z.preprocess(one, z.enum(['active', 'pending', 'deactivated']).or(z.literal('')).catch('')).default(''),
  side: z.preprocess(one, z.coerce.number().int().min(1).max(10_000).catch(1)).default(1),
})

export const logQuery = z.object({
  q: z.preprocess(one, asked(100)).default(''),
  type: z.preprocess(one, z.enum(logGroups).or(z.literal('')).catch('')).default(''),
  fra: z.preprocess(one, day.or(z.literal('')).catch('')).default(''),
  til: z.preprocess(one, day.or(z.literal('')).catch('')).default(''),
  side: z.preprocess(one, z.coerce.number().int().min(1).max(10_000).catch(1)).default(1),
})
export type LogQuery = z.output<typeof logQuery>
