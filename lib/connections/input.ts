import { z } from 'zod'
import { claimableRoles } from '@/lib/platform/auth/profiles'
import { version } from '@/lib/platform/input'
import { connectionKinds } from './rules'

const line = (longest: number) => z.string().trim().max(longest, 'errors.tooLong')
const place = { connectionId: z.uuid(), version }

export const newConnectionForm = z
  .object({
    kind: z.enum(connectionKinds, 'errors.unknown'),
    issuer: line(500).default(''),
    directoryId: line(100).default(''),
    environment: z.enum(['production', 'test']).default('production'),
  })
  .superRefine(({ kind, issuer, directoryId }, context) => {
    if (kind === 'entra' && !z.uuid().safeParse(directoryId).success)
      context.addIssue({ code: 'custom', path: ['directoryId'], message: 'errors.directory' })
    if (['oidc', 'keycloak', 'adfs'].includes(kind) && issuer === '')
      context.addIssue({ code: 'custom', path: ['issuer'], message: 'errors.required' })
  })

export const clientForm = z.object({
  ...place,
  clientId: line(300).min(1, 'errors.required'),
  authentication: z.enum(['private_key_jwt', 'client_secret'], 'errors.unknown'),
  /** Empty keeps the one that is there. */
  clientSecret: z.string().max(2000, 'errors.tooLong').default(''),
  minimumAcr: line(100).default(''),
})

const rolePair = z.object({ value: line(200).default(''), role: z.enum(claimableRoles).or(z.literal('')).default('') })

export const accessForm = z.object({
  ...place,
  provisioning: z.enum(['off', 'pending', 'member'], 'errors.unknown'),
  admitsGuests: z.literal('on').optional(),
  roleClaim: line(200).default(''),
  map: z.array(rolePair).max(20).default([]),
})

export const connectionForm = z.object({ connectionId: z.uuid() })
export const keyForm = z.object({ connectionId: z.uuid(), keyId: z.uuid() })
export const secretForm = z.object({
  connectionId: z.uuid(),
  clientSecret: z.string().min(1, 'errors.required').max(2000, 'errors.tooLong'),
})
export const returnForm = z.object({ connectionId: z.uuid(), reason: line(1000).min(1, 'errors.required') })

/** Why a trial failed, as the address of the page says; anybody can write an address. */
export const trialQuery = z.object({
  feil: z
    .string()
    .regex(/^[a-z-]{1,20}$/)
    .optional()
    .catch(undefined),
  ref: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional()
    .catch(undefined),
})
