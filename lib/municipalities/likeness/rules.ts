/** What municipalities are held against each other by, in the order the reasons are given. */
export const traits = ['population', 'kostra', 'centrality', 'county', 'collaborations', 'technologies'] as const
export type Trait = (typeof traits)[number]

/** How much each trait counts, from 0 (not at all) to 3 (a lot). */
export type Weights = Record<Trait, number>
export const heaviest = 3

/** Size and kind of municipality decide most; what one happens to be close to, less. */
export const standardWeights: Weights = {
  population: 3,
  kostra: 2,
  centrality: 2,
  county: 1,
  collaborations: 1,
  technologies: 1,
}

/** Where a reader stands when municipalities are held against each other: from which one, if that is known, and what counts to them. */
export interface Standpoint {
  municipality: { id: string; number: string; name: string } | null
  weights: Weights
}

/** Of those who have said nothing. */
export const nowhere: Standpoint = { municipality: null, weights: standardWeights }

export interface ComparedMunicipality {
  id: string
  number: string
  name: string
  county: string
  population: number
  /** 1 is the most central, 6 the least. */
  centralityClass: number
  kostraGroup: string
  collaborations: string[]
  /** What it is known to use, as far as the reader may know. */
  technologies: string[]
}

/** Why two municipalities are alike, with what there is to show for it. */
export type Reason =
  | { trait: 'population'; population: number }
  | { trait: 'kostra'; group: string }
  | { trait: 'centrality'; isSame: boolean }
  | { trait: 'county'; county: string }
  | { trait: 'collaborations'; names: string[] }
  | { trait: 'technologies'; names: string[] }

export interface Likeness {
  /** From 0 to 1. */
  score: number
  /** The strongest first. Never what the reader has said does not count. */
  reasons: Reason[]
}

/** Eight times as many inhabitants is another kind of municipality altogether. */
const farthestDoublings = 3
const farthestClasses = 5

function common(a: readonly string[], b: readonly string[]): string[] {
  const theirs = new Set(b)
  return [...new Set(a)].filter((one) => theirs.has(one))
}

/** The part that two lists share of both together; null when there is nothing to go by. */
function sharedPart(a: readonly string[], b: readonly string[]): number | null {
  const all = new Set(a).size + new Set(b).size
  return all === 0 ? null : (2 * common(a, b).length) / all
}

/** How alike two municipalities are by one trait, from 0 to 1; null where neither has anything to compare. */
export function traitLikeness(a: ComparedMunicipality, b: ComparedMunicipality, trait: Trait): number | null {
  switch (trait) {
    case 'population':
      return Math.max(0, 1 - Math.abs(Math.log2(a.population / b.population)) / farthestDoublings)
    case 'kostra':
      return a.kostraGroup === b.kostraGroup ? 1 : 0
    case 'centrality':
      return Math.max(0, 1 - Math.abs(a.centralityClass - b.centralityClass) / farthestClasses)
    case 'county':
      return a.county === b.county ? 1 : 0
    case 'collaborations':
      return sharedPart(a.collaborations, b.collaborations)
    case 'technologies':
      return sharedPart(a.technologies, b.technologies)
  }
}

/** How alike two municipalities are, and why: the mean of the traits by their weights. The same whichever is asked about the other. */
export function likeness(a: ComparedMunicipality, b: ComparedMunicipality, weights: Weights = standardWeights): Likeness {
  let [sum, weight] = [0, 0]
  const found: { reason: Reason; worth: number }[] = []
  for (const trait of traits) {
    const alike = weights[trait] > 0 ? traitLikeness(a, b, trait) : null
    if (alike === null) continue
    sum += alike * weights[trait]
    weight += weights[trait]
    const reason = reasonFor(a, b, trait, alike)
    if (reason) found.push({ reason, worth: alike * weights[trait] })
  }
  return {
    score: weight === 0 ? 0 : sum / weight,
    reasons: found.toSorted((x, y) => y.worth - x.worth).map(({ reason }) => reason),
  }
}

/** About as many: at most half as many again. */
const aboutAsMany = 1 - Math.log2(1.5) / farthestDoublings

/** The trait as a reason, where the two are alike enough that one would say so. */
function reasonFor(a: ComparedMunicipality, b: ComparedMunicipality, trait: Trait, alike: number): Reason | null {
  switch (trait) {
    case 'population':
      return alike >= aboutAsMany ? { trait, population: b.population } : null
    case 'kostra':
      return alike === 1 ? { trait, group: b.kostraGroup } : null
    case 'centrality':
      return Math.abs(a.centralityClass - b.centralityClass) <= 1
        ? { trait, isSame: a.centralityClass === b.centralityClass }
        : null
    case 'county':
      return alike === 1 ? { trait, county: b.county } : null
    case 'collaborations':
    case 'technologies': {
      const names = common(a[trait], b[trait])
      return names.length > 0 ? { trait, names } : null
    }
  }
}

export interface LikeMunicipality extends Likeness {
  municipality: ComparedMunicipality
}

/** The others, the most alike first; among equals in the order given. */
export function byLikeness(
  self: ComparedMunicipality,
  others: readonly ComparedMunicipality[],
  weights: Weights = standardWeights,
): LikeMunicipality[] {
  return others
    .filter((other) => other.id !== self.id)
    .map((municipality) => ({ municipality, ...likeness(self, municipality, weights) }))
    .toSorted((x, y) => y.score - x.score)
}
