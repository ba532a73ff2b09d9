import { z } from 'zod'
import { PartKind } from '@/generated/prisma/enums'
import { reportSlug } from '@/lib/curation/finding/input'
import { richText } from '@/lib/experiences/text/rules'
import { textsAsSent } from '@/lib/experiences/text/sent'
import { asked, version } from '@/lib/platform/input'
import { exampleAt } from './rules'

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
const sectionWords = { title: line, phaseCode: choice(guidePhases), advice: richText }
const withAdvice = textsAsSent(['advice'])

export const newCollectionInput = z.object(words)
export type NewCollectionInput = z.output<typeof newCollectionInput>

export const collectionInput = z.object({ ...at, ...words })
export type CollectionInput = z.output<typeof collectionInput>

export const collectionAt = z.object(at)
export type CollectionAt = z.output<typeof collectionAt>

export const publishInput = z.object({ ...at, status: z.enum(['draft', 'published']) })
export type PublishInput = z.output<typeof publishInput>

export const newSectionInput = z.preprocess(withAdvice, z.object({ ...at, ...sectionWords }))
export type NewSectionInput = z.output<typeof newSectionInput>

export const sectionInput = z.preprocess(withAdvice, z.object({ ...at, sectionId: z.uuid(), ...sectionWords }))
export type SectionInput = z.output<typeof sectionInput>

export const sectionAt = z.object({ ...at, sectionId: z.uuid() })
export type SectionAt = z.output<typeof sectionAt>

const direction = z.enum(['up', 'down'])

export const moveSectionInput = sectionAt.extend({ direction })
export type MoveSectionInput = z.output<typeof moveSectionInput>

export const newItemInput = z.object({
  ...at,
  sectionId: z.uuid('errors.required'),
  slug: reportSlug,
  partKind: choice(Object.values(PartKind) as [PartKind, ...PartKind[]]),
  note: text(1000),
})
export type NewItemInput = z.output<typeof newItemInput>

/** Another example than a report: the address of a shared lesson or project, or of a page elsewhere with what it is called. */
export const otherItemInput = z
  .object({
    ...at,
    sectionId: z.uuid('errors.required'),
    address: z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(2000, 'errors.tooLong'),
    linkTitle: z.string().trim().max(160, 'errors.tooLong').default(''),
    note: text(1000),
  })
  .transform(({ address, ...rest }, context) => {
    const example = exampleAt(address)
    if (!example) context.addIssue({ code: 'custom', path: ['address'], message: 'errors.exampleAddress' })
    else if (example.kind === 'link' && rest.linkTitle === '')
      context.addIssue({ code: 'custom', path: ['linkTitle'], message: 'errors.required' })
    else return { ...rest, example }
    return z.NEVER
  })
export type OtherItemInput = z.output<typeof otherItemInput>

export const itemAt = z.object({ ...at, itemId: z.uuid() })
export type ItemAt = z.output<typeof itemAt>

export const itemNoteInput = itemAt.extend({ note: text(1000) })
export type ItemNoteInput = z.output<typeof itemNoteInput>

export const moveItemInput = itemAt.extend({ direction })
export type MoveItemInput = z.output<typeof moveItemInput>

export const guideQuery = z.object({
  tema: asked(60),
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
})
