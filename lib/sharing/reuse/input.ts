import { z } from 'zod'
import { BenefitCategory, ReuseState } from '@/generated/prisma/enums'
import { parseAmount } from '@/lib/platform/amount'
import { day, version } from '@/lib/platform/input'

const text = z.string().trim().max(2000, 'errors.tooLong').default('')

const kroner = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null
    const amount = parseAmount(typed)
    if (amount !== null && amount >= 0 && amount < 1e12) return amount
    context.addIssue({ code: 'custom', message: 'errors.amount' })
    return z.NEVER
  })

/** What an adopter says of its own reuse. Saving it is confirming it. */
export const reuseInput = z.object({
  reportId: z.uuid(),
  state: z.enum(ReuseState, 'errors.required'),
  reason: text,
  sinceOn: day,
  costNok: kroner,
  effects: z.object({ quality: text, time_saved: text, avoided_cost: text }),
  visibility: z.enum(['municipality', 'municipalities', 'open'], 'errors.required'),
  version,
})
export type ReuseInput = z.output<typeof reuseInput>

/** What the reuse has given, as it is kept: a word or a figure for each kind of benefit. */
export const reuseEffects = z.array(z.object({ category: z.enum(BenefitCategory), text: z.string() }))

export const proposalInput = z.object({
  reportId: z.uuid(),
  municipality: z
    .string()
    .trim()
    .regex(/^\d{4}$/, 'errors.required'),
  note: text,
})
export type ProposalInput = z.output<typeof proposalInput>

export const reuseAddress = z.object({ reuseId: z.uuid() })
export const proposalAddress = z.object({ proposalId: z.uuid() })
