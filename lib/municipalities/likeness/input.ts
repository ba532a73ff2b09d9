import { z } from 'zod'
import { heaviest, type Standpoint, standardWeights, type Trait, traits, type Weights } from './rules'

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

/** Like whom, and what counts, as an address and a cookie say it. What makes no sense is read as the standard. */
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

/** What the reader is remembered by: the fields of the address, as one text. */
export function keptAs(query: LikenessQuery): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
}

/** A standpoint as the fields of an address. */
export function addressOf({ municipality, weights }: Standpoint): LikenessQuery {
  const fields = Object.fromEntries(traits.map((trait) => [traitNames[trait], weights[trait]]))
  return likenessQuery.parse({ ...fields, som: municipality?.number })
}

/** Back from that text; anything else is read as nothing said. */
export function readKept(kept: string): LikenessQuery {
  return likenessQuery.parse(Object.fromEntries(new URLSearchParams(kept)))
}

/** Where the reader says they are from, with or without what counts; and the page they said it on. */
export const standpointInput = likenessQuery.extend({ tilbake: z.string().max(2000).catch('') })
