import { z } from 'zod'
import { reportSlug } from '@/lib/curation/finding/input'
import { asked } from '@/lib/platform/input'

export const mergeInput = z
  .object({ keep: reportSlug, away: reportSlug, note: z.string().trim().max(300, 'errors.tooLong').default('') })
  .refine(({ keep, away }) => keep !== away, { path: ['away'], message: 'errors.sameReport' })
export type MergeInput = z.infer<typeof mergeInput>

export const unmergeInput = z.object({ slug: reportSlug })

export const differentInput = z.object({ one: reportSlug, other: reportSlug })
export type DifferentInput = z.infer<typeof differentInput>

export const mergesQuery = z.object({
  side: z.coerce.number().int().min(1).max(100_000).catch(1),
  /** What is searched for, the page of the hits, and the reports chosen among them. */
  q: asked(400),
  treff: z.coerce.number().int().min(1).max(100_000).catch(1),
  behold: asked(200),
  bort: asked(200),
})
