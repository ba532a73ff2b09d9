import { z } from 'zod'
import { heaviest, standardWeights, type Trait, traits, type Weights } from './rules'

/** The traits by their names in the address. */
export const traitNames = {
  population: 'folketall',
  kostra: 'kostra',
  centrality: 'sentralitet',
  county: 'fylke',
  collaborations: 'samarbeid',
  technologies: 'teknologi',
} as const satisfies Record<Trait, string>

const weight = (trait: Trait) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? standardWeights[trait] : value),
    z.coerce.number().int().min(0).max(heaviest).catch(standardWeights[trait]),
  )

/** The address of the list of municipalities: like whom, and what counts. What makes no sense is read as the standard. */
export const likenessQuery = z.object({
  som: z
    .string()
    .regex(/^\d{4}$/)
    .catch(''),
  folketall: weight('population'),
  kostra: weight('kostra'),
  sentralitet: weight('centrality'),
  fylke: weight('county'),
  samarbeid: weight('collaborations'),
  teknologi: weight('technologies'),
})
export type LikenessQuery = z.infer<typeof likenessQuery>

/** What counts, as the reader has said; the standard when they say that nothing does. */
export function weightsIn(query: LikenessQuery): Weights {
  const weights = Object.fromEntries(traits.map((trait) => [trait, query[traitNames[trait]]])) as Weights
  return Object.values(weights).some((value) => value > 0) ? weights : standardWeights
}
