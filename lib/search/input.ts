import { z } from 'zod'
import { ReportOutcome, type SearchKind } from '@/generated/prisma/enums'

export const sizes = ['under5000', 'from5000', 'from10000', 'from20000', 'over50000'] as const

/** The kinds as they stand in the address. */
export const kindNames = {
  rapport: 'report',
  prosjekt: 'project',
  erfaring: 'lesson',
  kommune: 'municipality',
  samarbeid: 'collaboration',
} as const satisfies Record<string, SearchKind>

/** What was typed, without signs that are no text and no longer than anybody means. */
const typed = (longest: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/\p{C}+/gu, ' ')
        .trim()
        .slice(0, longest)
        .trim(),
    )
    .catch('')

/** The address of a search. Every field falls back, so that a mangled address shows the first page of everything. */
export const searchQuery = z.object({
  q: typed(200),
  type: z.enum(['', ...(Object.keys(kindNames) as (keyof typeof kindNames)[])]).catch(''),
  tema: typed(60),
  teknologi: typed(100),
  storrelse: z.enum(['', ...sizes]).catch(''),
  utfall: z.enum(['', ...Object.values(ReportOutcome)]).catch(''),
  side: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type SearchQuery = z.infer<typeof searchQuery>

/** The facets, by their names in the address. */
export const facetNames = ['type', 'tema', 'teknologi', 'storrelse', 'utfall'] as const
export type FacetName = (typeof facetNames)[number]
