import { z } from 'zod'
import { PartKind } from '@/generated/prisma/enums'
import { version } from '@/lib/platform/input'

/** The phases that a section can be about, in their order. */
export const guidePhases = ['idea', 'concept', 'planning', 'execution', 'closing', 'realisation'] as const

const line = z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(160, 'errors.tooLong')
const text = (max: number) => z.string().trim().max(max, 'errors.tooLong').default('')
const choice = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.union([z.literal('').transform(() => null), z.enum(values, 'errors.unknown')]).default(null)

const words = {
  title: line,
  lead: text(2000),
  themeCode: z.union([z.literal('').transform(() => null), z.string().max(60)]).default(null),
}
/** Which guide, as it stood when the page was opened. */
const at = { collectionId: z.uuid(), version }
const sectionWords = { title: line, phaseCode: choice(guidePhases), advice: text(10_000) }

export const newCollectionInput = z.object(words)
export type NewCollectionInput = z.output<typeof newCollectionInput>

export const collectionInput = z.object({ ...at, ...words })
export type CollectionInput = z.output<typeof collectionInput>

export const collectionAt = z.object(at)
export type CollectionAt = z.output<typeof collectionAt>

export const publishInput = z.object({ ...at, status: z.enum(['draft', 'published']) })
export type PublishInput = z.output<typeof publishInput>

export const newSectionInput = z.object({ ...at, ...sectionWords })
export type NewSectionInput = z.output<typeof newSectionInput>

export const sectionInput = z.object({ ...at, sectionId: z.uuid(), ...sectionWords })
export type SectionInput = z.output<typeof sectionInput>

export const sectionAt = z.object({ ...at, sectionId: z.uuid() })
export type SectionAt = z.output<typeof sectionAt>

const direction = z.enum(['up', 'down'])

export const moveSectionInput = sectionAt.extend({ direction })
export type MoveSectionInput = z.output<typeof moveSectionInput>

export const newItemInput = z.object({
  ...at,
  sectionId: z.uuid('errors.required'),
  slug: z.string().trim().min(1, 'errors.required').max(120, 'errors.tooLong'),
  partKind: choice(Object.values(PartKind) as [PartKind, ...PartKind[]]),
  note: text(1000),
})
export type NewItemInput = z.output<typeof newItemInput>

export const itemAt = z.object({ ...at, itemId: z.uuid() })
export type ItemAt = z.output<typeof itemAt>

export const moveItemInput = itemAt.extend({ direction })
export type MoveItemInput = z.output<typeof moveItemInput>

export const guideQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  tema: z.string().max(60).catch(''),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
