import type { CostLine } from '../rules'

/** A sum, and whether all of it is told as it turned out and is more than an estimate. */
export interface Sum {
  amount: number
  isMeasured: boolean
}

/** What a case has cost, the same wherever it is shown. Null where nothing is told of it, or the reader may not see it. */
export interface CaseCost {
  /** Purchases and training in kroner, all years. What was planned stands in where nothing else is told. */
  introduction: Sum | null
  /** Kroner a year to run it: the last year that is told of, as it turned out before as it was planned. */
  operation: (Sum & { year: number }) | null
  /** Own time, in hours: what an hour costs is not for us to say. */
  hours: Sum | null
  /** How many inhabitants it is for: those of the municipality, or of all members of the collaboration it was written for. */
  population: number
}

const isMeasured = (line: CostLine) => line.actual !== null && line.quality !== 'estimated'
const amountOf = (line: CostLine) => line.actual ?? line.planned

function sumOf(lines: readonly CostLine[]): Sum | null {
  const told = lines.filter((line) => amountOf(line) !== null)
  if (told.length === 0) return null
  return { amount: told.reduce((sum, line) => sum + (amountOf(line) ?? 0), 0), isMeasured: told.every(isMeasured) }
}

/** What the lines of a report come to. Kinds are never added to each other across what is paid once and what is paid every year. */
export function caseCost(lines: readonly CostLine[], population: number): CaseCost {
  return {
    introduction: sumOf(lines.filter(({ kind }) => kind === 'purchase' || kind === 'training')),
    operation: operationOf(lines.filter(({ kind }) => kind === 'operation')),
    hours: sumOf(lines.filter(({ kind }) => kind === 'own_hours')),
    population,
  }
}

function operationOf(lines: readonly CostLine[]): CaseCost['operation'] {
  const years = [...new Set(lines.map(({ year }) => year))]
    .sort((a, b) => a - b)
    .flatMap((year) => {
      const own = lines.filter((line) => line.year === year)
      const sum = sumOf(own)
      return sum ? [{ ...sum, year, isTold: own.some(({ actual }) => actual !== null) }] : []
    })
  const last = years.findLast((year) => year.isMeasured) ?? years.findLast(({ isTold }) => isTold) ?? years.at(-1)
  return last ? { amount: last.amount, isMeasured: last.isMeasured, year: last.year } : null
}

/** A sum per inhabitant, or per so many of them. */
export function perInhabitants(amount: number, population: number, inhabitants = 1): number {
  return (amount / population) * inhabitants
}
