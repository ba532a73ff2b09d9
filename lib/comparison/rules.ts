/** One case as a dot: whose, for how many, and how much. */
export interface Dot {
  id: string
  slug: string
  title: string
  municipality: string
  /** The number of the municipality. */
  number: string
  /** How many inhabitants it is for. */
  population: number
  value: number
  /** It was stopped before it was done: what it cost is not what it costs. */
  isStopped: boolean
  /** Told by a municipality that uses the case, of what it has cost or given them. */
  isReuse: boolean
}

/** A spread of cases, from the lowest to the highest, with the middle one between. */
export interface Range {
  low: number
  middle: number
  high: number
  dots: Dot[]
}

/** Fewer municipalities than this say nothing of what is usual, and would point out who is dear. */
export const fewestMunicipalities = 3

export const municipalitiesIn = (dots: readonly { number: string }[]) => new Set(dots.map(({ number }) => number)).size

/** The range of some cases, lowest first; null where they are of fewer than three municipalities. */
export function rangeOf(dots: readonly Dot[]): Range | null {
  if (municipalitiesIn(dots) < fewestMunicipalities) return null
  const sorted = dots.toSorted((a, b) => a.value - b.value)
  const values = sorted.map(({ value }) => value)
  const half = Math.floor(values.length / 2)
  const [low = 0, high = 0] = [values[0], values.at(-1)]
  const middle = values.length % 2 === 1 ? (values[half] ?? 0) : ((values[half - 1] ?? 0) + (values[half] ?? 0)) / 2
  return { low, middle, high, dots: sorted }
}

export const sizeGroups = ['under5000', 'from5000', 'from10000', 'from20000', 'over50000'] as const
export type SizeGroup = (typeof sizeGroups)[number]

/** The group of municipalities of this size, as the search has them. */
export function sizeGroupOf(population: number): SizeGroup {
  if (population < 5000) return 'under5000'
  if (population < 10_000) return 'from5000'
  if (population < 20_000) return 'from10000'
  return population < 50_000 ? 'from20000' : 'over50000'
}

/** Where on a scale from the lowest to the highest a value lies, from 0 to 100; the middle where all are equal. */
export function placeOf(value: number, { low, high }: { low: number; high: number }): number {
  return high === low ? 50 : ((value - low) / (high - low)) * 100
}
