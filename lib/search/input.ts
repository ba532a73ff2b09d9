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

/** The address of a search. Every field falls back, so that a mangled address shows the first page of everything. */
export const searchQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  type: z.enum(['', ...(Object.keys(kindNames) as (keyof typeof kindNames)[])]).catch(''),
  tema: z.string().max(60).catch(''),
  teknologi: z.string().max(100).catch(''),
  storrelse: z.enum(['', ...sizes]).catch(''),
  utfall: z.enum(['', ...Object.values(ReportOutcome)]).catch(''),
  side: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type SearchQuery = z.infer<typeof searchQuery>

/** The facets, by their names in the address. */
export const facetNames = ['type', 'tema', 'teknologi', 'storrelse', 'utfall'] as const
export type FacetName = (typeof facetNames)[number]
