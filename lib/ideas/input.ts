import { z } from 'zod'
import { IdeaDecision } from '@/generated/prisma/enums'
import { type IsoDate, today } from '@/lib/platform/dates'
import { asked, day, version } from '@/lib/platform/input'
import { mostAdjustment } from './rules'

const text = z.string().trim().max(5000, 'errors.tooLong').default('')
const at = { ideaId: z.uuid(), version }

const texts = {
  title: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
  background: text,
  problem: text,
  benefits: text,
  proposal: text,
}

/** A new idea: only the title is asked for. */
export const newIdeaInput = z.object(texts)
export type NewIdeaInput = z.output<typeof newIdeaInput>

export const ideaInput = z.object({ ...at, ...texts })
export type IdeaInput = z.output<typeof ideaInput>

const criterion = z.enum(['1', '2', '3', '4', '5'], 'errors.scale').transform(Number)

const adjustment = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    const value = Number(typed.replace('\u2212', '-'))
    if (Number.isInteger(value) && Math.abs(value) <= mostAdjustment) return value
    context.addIssue({ code: 'custom', message: 'errors.adjustment' })
    return z.NEVER
  })

/** The five criteria, and how the sum is moved; a sum that is moved says why. */
export const scoreInput = z
  .object({
    ...at,
    strategic: criterion,
    quality: criterion,
    economic: criterion,
    operational: criterion,
    risk: criterion,
    adjustment,
    adjustmentReason: text,
  })
  .refine((input) => input.adjustment === 0 || input.adjustmentReason !== '', {
    path: ['adjustmentReason'],
    message: 'errors.reasonNeeded',
  })
export type ScoreInput = z.output<typeof scoreInput>

/** What was decided. An approval or a rejection has a date and a reason; an idea that is considered has no date. */
export const decisionInput = z
  .object({
    ...at,
    decision: z.enum(IdeaDecision, 'errors.required'),
    decidedOn: z.union([z.literal('').transform((): IsoDate | null => null), day]).default(null),
    decisionReason: text,
  })
  .superRefine((input, context) => {
    if (input.decision === 'considering') return
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (input.decidedOn === null) say('decidedOn', 'errors.date')
    else if (input.decidedOn > today()) say('decidedOn', 'errors.dateInFuture')
    if (input.decisionReason === '') say('decisionReason', 'errors.reasonNeeded')
  })
  .transform((input) => (input.decision === 'considering' ? { ...input, decidedOn: null } : input))
export type DecisionInput = z.output<typeof decisionInput>

export const ideaProjectInput = z.object({
  ideaId: z.uuid(),
  themeCode: z.string().max(60).min(1, 'errors.required'),
  startOn: day,
})
export type IdeaProjectInput = z.output<typeof ideaProjectInput>

/** What the list can be sorted by. */
export const ideaOrders = ['nyeste', 'poeng', 'tittel'] as const
export type IdeaOrder = (typeof ideaOrders)[number]

/** The address of the list. Every field falls back, so a mangled address shows the first page of everything. */
export const ideasQuery = z.object({
  q: asked(100),
  beslutning: z.enum(['', ...Object.values(IdeaDecision)]).catch(''),
  sorter: z.enum(ideaOrders).catch('nyeste'),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type IdeasQuery = z.output<typeof ideasQuery>
