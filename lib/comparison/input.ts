import { z } from 'zod'
import { asked } from '@/lib/platform/input'
import { beginning } from '@/lib/platform/storable'
import { sizeGroups } from './rules'

/** The most reports that are set beside each other. */
export const mostCompared = 4

/** Which reports are compared: two to four, by their addresses; and whether their texts are shown word by word. Or the theme to choose them from. */
export const compareQuery = z.object({
  rapport: z
    .union([z.string(), z.array(z.string())])
    .transform((slugs) => {
      const named = [slugs].flat().map((slug) => beginning(slug, 200))
      return [...new Set(named.filter(Boolean))].slice(0, mostCompared)
    })
    .catch([]),
  vis: z.enum(['', 'forskjell']).catch(''),
  tema: asked(60),
})

/** What a range is of. */
export const rangeQuery = z.object({
  tema: asked(60),
  /** A group of size, those most like one's own, or all. Not said: one's own size, where there is a range of it. */
  storrelse: z.enum(['', ...sizeGroups, 'liker', 'alle']).catch(''),
})
export type RangeQuery = z.output<typeof rangeQuery>

/** What a project is held against. */
export const differenceQuery = z.object({ med: z.uuid().nullable().catch(null) })
