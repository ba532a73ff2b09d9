import { z } from 'zod'
import { ProjectRole } from '@/generated/prisma/enums'
import { reportSlug } from '@/lib/curation/finding/input'
import { version } from '@/lib/platform/input'

const line = z.string({ error: 'errors.required' }).trim().min(1, 'errors.required').max(160, 'errors.tooLong')
const text = (max: number) => z.string().trim().max(max, 'errors.tooLong').default('')

/** Inhabitants, as people type them: `5 000`; none is no limit. */
const population = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/[\s.]/g, ''))
  .pipe(z.string().regex(/^\d{0,7}$/, 'errors.number'))
  .transform((digits) => (digits === '' ? null : Number(digits)))

const words = { title: line, lead: text(2000), fromPopulation: population, toPopulation: population }
const inOrder = ({ fromPopulation, toPopulation }: { fromPopulation: number | null; toPopulation: number | null }) =>
  fromPopulation === null || toPopulation === null || fromPopulation <= toPopulation
const order = { path: ['toPopulation'], message: 'errors.sizeOrder' }
/** Which pack, as it stood when the page was opened. */
const at = { packId: z.uuid(), version }

export const newPackInput = z.object(words).refine(inOrder, order)
export type NewPackInput = z.output<typeof newPackInput>

export const packInput = z.object({ ...at, ...words }).refine(inOrder, order)
export type PackInput = z.output<typeof packInput>

export const packAt = z.object(at)
export type PackAt = z.output<typeof packAt>

export const publishPackInput = z.object({ ...at, status: z.enum(['draft', 'published']) })
export type PublishPackInput = z.output<typeof publishPackInput>

export const packItemInput = z.object({
  ...at,
  slug: reportSlug,
  note: text(1000),
  roles: z.array(z.enum(ProjectRole)).default([]),
})
export type PackItemInput = z.output<typeof packItemInput>

export const packItemAt = z.object({ ...at, itemId: z.uuid() })
export type PackItemAt = z.output<typeof packItemAt>

export const movePackItemInput = packItemAt.extend({ direction: z.enum(['up', 'down']) })
export type MovePackItemInput = z.output<typeof movePackItemInput>
