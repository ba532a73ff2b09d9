import { z } from 'zod'
import { ReportOutcome, type SearchKind } from '@/generated/prisma/enums'

export const sizes = ['under5000', 'from5000', 'from10000', 'from20000', 'over50000'] as const

/** The kinds as they stand in the address. */
export const kindNames = {
  rapport: 'report',
  prosjekt: 'project',
  erfaring: 'lesson',
  kommune: 'municipality',
  del: 'part',
  samling: 'collection',
  samarbeid: 'collaboration',
} as const satisfies Record<string, SearchKind>
type KindName = keyof typeof kindNames

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

/** Nobody chooses more values of one facet than this. */
const mostChosen = 20

/** The values chosen of a facet, each once: one in the address, or several; what makes no sense is left out. */
function chosen<Value extends string>(read: (text: string) => Value | null) {
  return z
    .unknown()
    .optional()
    .transform((sent): Value[] => {
      const values = [sent].flat().flatMap((value) => (typeof value === 'string' ? (read(value) ?? []) : []))
      return [...new Set(values)].slice(0, mostChosen)
    })
}

const oneOf = <Value extends string>(known: readonly Value[]) => chosen((text) => known.find((value) => value === text) ?? null)
const word = (longest: number) => chosen((text) => typed(longest).parse(text) || null)

/** What the hits are put in order by; those like one's own municipality need one. */
export const sorts = ['', 'nyeste', 'gjenbruk', 'liker'] as const

/** The address of a search. Every field falls back, so that a mangled address shows the first page of everything. */
export const searchQuery = z.object({
  q: typed(200),
  type: oneOf(Object.keys(kindNames) as KindName[]),
  tema: word(60),
  teknologi: word(100),
  storrelse: oneOf(sizes),
  utfall: oneOf(Object.values(ReportOutcome)),
  fylke: word(40),
  /** By number. */
  kommune: chosen((text) => (/^\d{4}$/.test(text) ? text : null)),
  /** Members of a collaboration, by its name. */
  samarbeid: word(100),
  /** Only what comes from municipalities like one's own. */
  lik: z.enum(['', 'ja']).catch(''),
  sorter: z.enum(sorts).catch(''),
  side: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type SearchQuery = z.infer<typeof searchQuery>

/** The facets, by their names in the address. */
export const facetNames = ['type', 'tema', 'storrelse', 'utfall', 'teknologi', 'fylke', 'kommune', 'samarbeid'] as const
export type FacetName = (typeof facetNames)[number]

/** A search as it is kept: the fields of its address, without the page; and what counts as alike, where it is narrowed by that. */
export const storedQuery = searchQuery.omit({ side: true }).extend({ standpunkt: typed(200) })
export type StoredQuery = z.output<typeof storedQuery>

export const saveSearchInput = z.object({
  name: z.string().trim().min(1, 'errors.required').max(200, 'errors.tooLong'),
  /** The part of the address after the question mark. */
  address: z.string().max(4000),
})
export type SaveSearchInput = z.output<typeof saveSearchInput>

export const savedSearchAt = z.object({ searchId: z.uuid() })

export const completionQuery = z.object({ q: typed(100) })
