import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CostLine, costTotals, isNarrowerOrEqual, isStale, slugOf } from './rules'

const line = (fields: Partial<CostLine>): CostLine => ({
  kind: 'purchase',
  year: 2025,
  planned: null,
  actual: null,
  quality: 'estimated',
  ...fields,
})
describe('the address of a report', () => {
  test('reads as the title and the municipality', () => {
    expect(slugOf('Digital byggesaksbehandling', 'Grimstad')).toBe('digital-byggesaksbehandling-grimstad')
    expect(slugOf('Trygghet på sykehjem – før og nå', 'Våler')).toBe('trygghet-pa-sykehjem-for-og-na-valer')
    expect(slugOf('Čáhci ja luondu', 'Gáivuotna')).toBe('cahci-ja-luondu-gaivuotna')
  })

  test('is always one that the database accepts', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (title, name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(title, name)) && slugOf(title, name).length <= 120,
      ),
    )
  })
})

test('money and hours are summed apart, and an unknown sum is not nought', () => {
  const totals = costTotals([
    line({ planned: 100, actual: 120 }),
    line({ kind: 'operation', actual: 30 }),
    line({ kind: 'own_hours', planned: 400 }),
  ])
  expect(totals).toEqual({ plannedNok: 100, actualNok: 150, plannedHours: 400, actualHours: null })
})

test('a report is stale a year after it was last confirmed', () => {
  expect(isStale({ confirmedOn: '2025-11-24' }, '2026-11-23')).toBe(false)
  expect(isStale({ confirmedOn: '2025-11-23' }, '2026-11-23')).toBe(true)
  expect(isStale({ confirmedOn: null }, '2026-11-23')).toBe(false)
})

test('audiences are ordered from one municipality to everybody', () => {
  expect(isNarrowerOrEqual('collaboration', 'municipalities')).toBe(true)
  expect(isNarrowerOrEqual('open', 'municipalities')).toBe(false)
})
