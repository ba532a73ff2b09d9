import { z } from 'zod'
import { ImprovementChoice } from '@/generated/prisma/enums'

const side = z.enum(['theirs', 'mine'])

/** The fields that both have changed, and which side was chosen for each. */
const fields = z.record(z.string().max(40), side).default({})

/** The answers to the suggestions of one part, by their marks, each with what was seen of it. One without a choice is not answered. */
export const answerInput = z.object({
  projectId: z.uuid(),
  copiedPartId: z.uuid(),
  answers: z
    .record(
      z.string().max(20),
      z.object({
        choice: z.union([z.enum(ImprovementChoice), z.literal('')]).default(''),
        seen: z.string().max(20),
        fields,
      }),
    )
    .default({}),
})
export type AnswerInput = z.output<typeof answerInput>

const comment = z.string().trim().max(2000, 'errors.tooLong').default('')

export const offerInput = z.object({
  projectId: z.uuid(),
  copiedPartId: z.uuid(),
  items: z.array(z.string().max(20)).min(1, 'errors.chooseOne').max(500),
  comment,
})
export type OfferInput = z.output<typeof offerInput>

/** The source answers an offer: takes the items that are ticked, or none of it, in either case with a word to the one who offered. */
export const offerAnswerInput = z
  .object({
    projectId: z.uuid(),
    offerId: z.uuid(),
    choice: z.enum(['take', 'decline'], 'errors.required'),
    items: z.array(z.string().max(20)).default([]),
    /** By the marks of the items. */
    answers: z.record(z.string().max(20), z.object({ seen: z.string().max(20), fields })).default({}),
    answer: comment,
  })
  .superRefine(({ choice, items }, context) => {
    if (choice === 'take' && items.length === 0)
      context.addIssue({ code: 'custom', path: ['items'], message: 'errors.chooseOne' })
  })
export type OfferAnswerInput = z.output<typeof offerAnswerInput>

const item = z.record(z.string(), z.unknown())

/** What an offer holds: each item as it is where it was made better, beside what the source had then; `row` is the item of the one who offers. */
export const offeredItems = z.array(z.object({ item, theirs: item.nullable(), row: z.uuid().nullable().default(null) }))

/** What was taken of an offer: the place of each in it, and the item it became. */
export const takenItems = z.array(z.object({ place: z.number(), id: z.uuid() }))
