import { z } from 'zod'
import { ImprovementChoice, PartKind } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'

/** The answers to the suggestions of one part, as its version was when they were read. An item without a choice is not answered. */
export const answerInput = z.object({
  projectId: z.uuid(),
  copiedPartId: z.uuid(),
  version,
  answers: z
    .array(z.object({ key: z.string().max(2000), choice: z.union([z.enum(ImprovementChoice), z.literal('')]).default('') }))
    .max(5000)
    .default([]),
})
export type AnswerInput = z.output<typeof answerInput>

const comment = z.string().trim().max(2000, 'errors.tooLong').default('')

export const offerInput = z.object({
  projectId: z.uuid(),
  copiedPartId: z.uuid(),
  items: z.array(z.string().max(2000)).min(1, 'errors.chooseOne').max(500),
  comment,
})
export type OfferInput = z.output<typeof offerInput>

/** The source answers an offer: takes the items that are ticked, or none of it, in either case with a word to the one who offered. */
export const offerAnswerInput = z
  .object({
    projectId: z.uuid(),
    offerId: z.uuid(),
    choice: z.enum(['take', 'decline'], 'errors.required'),
    items: z.array(z.coerce.number().int().min(0)).default([]),
    answer: comment,
  })
  .superRefine(({ choice, items }, context) => {
    if (choice === 'take' && items.length === 0)
      context.addIssue({ code: 'custom', path: ['items'], message: 'errors.chooseOne' })
  })
export type OfferAnswerInput = z.output<typeof offerAnswerInput>

const item = z.record(z.string(), z.unknown())

/** What an offer holds: each item as it is where it was made better, beside what the source has. */
export const offeredItems = z.object({
  kind: z.enum(PartKind),
  items: z.array(z.object({ item, theirs: item.nullable() })),
})
