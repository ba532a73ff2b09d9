import { z } from 'zod'

const number = z
  .string()
  .trim()
  .regex(/^(\d{4}|kommit)$/, 'errors.municipalityNumber')

export const founderForm = z
  .object({
    number,
    name: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
    email: z.string().trim().toLowerCase().pipe(z.email('errors.email').max(320, 'errors.tooLong')),
    role: z.enum(['municipality_admin', 'operator', 'advisor'], 'errors.unknown').default('municipality_admin'),
  })
  .refine(({ number, role }) => (number === 'kommit') === (role !== 'municipality_admin'), {
    path: ['role'],
    message: 'errors.unknown',
  })

export const setupForm = z.object({ number, setupId: z.uuid() })
