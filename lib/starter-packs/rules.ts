import type { IsoDate } from '@/lib/platform/dates'
import { monthsAfter } from '@/lib/upkeep/rules'

/** So many cases a pack holds: more is no start, and all are copied in one step. */
export const mostCases = 20

/** When each of so many projects starts: the first on the day, each of the others so many months after the one before. */
export function startsOf(first: IsoDate, apart: number, count: number): IsoDate[] {
  return Array.from({ length: count }, (_, index) => monthsAfter(first, apart * index))
}

interface Sizes {
  fromPopulation: number | null
  toPopulation: number | null
}

/** Whether a pack is meant for municipalities of this many inhabitants; the limits themselves included. */
export function isFor(pack: Sizes, population: number): boolean {
  return population >= (pack.fromPopulation ?? 0) && population <= (pack.toPopulation ?? Number.POSITIVE_INFINITY)
}

/** How far the size of a municipality lies outside what a pack is meant for, in inhabitants: packs are shown the nearest first. */
export function distanceTo(pack: Sizes, population: number): number {
  if (isFor(pack, population)) return 0
  return population < (pack.fromPopulation ?? 0) ? (pack.fromPopulation ?? 0) - population : population - (pack.toPopulation ?? 0)
}
