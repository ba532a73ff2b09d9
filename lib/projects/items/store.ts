import { type IsoDate, isoDate } from '@/lib/platform/dates'
import type { Field, ItemValue, ItemValues } from './fields'
import { type ItemKind, items } from './kinds'

const dates = new Set<Field['type']>(['date'])
const figures = new Set<Field['type']>(['nok', 'hours', 'number', 'percent', 'scale', 'year'])

/** The fields of a row as values: dates as ISO dates, decimals as numbers. */
export function valuesOf(kind: ItemKind, row: Record<string, unknown>): ItemValues {
  const value = (field: Field): ItemValue => {
    const stored = row[field.name]
    if (stored === null || stored === undefined) return dates.has(field.type) || figures.has(field.type) ? null : ''
    if (stored instanceof Date) return isoDate(stored)
    return figures.has(field.type) ? Number(stored) : (stored as ItemValue)
  }
  return Object.fromEntries(items[kind].fields.map((field) => [field.name, idsAsNull(field, value(field))]))
}

const idsAsNull = (field: Field, value: ItemValue) =>
  value === '' && ['person', 'phase', 'choice'].includes(field.type) ? null : value

/** The values as the columns want them. */
export function columnsOf(kind: ItemKind, values: ItemValues): Record<string, unknown> {
  return Object.fromEntries(
    items[kind].fields.map(({ name, type }) => {
      const value = values[name]
      return [name, dates.has(type) && typeof value === 'string' ? new Date(`${value as IsoDate}T00:00:00Z`) : value]
    }),
  )
}
