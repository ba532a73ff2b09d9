import type { IsoDate } from '../dates'
import type { Locale } from '../locale'

export type CellKind = 'text' | 'number' | 'nok' | 'percent' | 'date' | 'boolean'

export type CellValue = string | number | boolean | null

export interface ExportColumn {
  key: string
  title: string
  kind: CellKind
  /** In characters. */
  width?: number
  isSummed?: boolean
}

/** A table on its way out of the house, whatever the format. Dates are `YYYY-MM-DD`; per cent are whole: 75 is 75 %. */
export interface ExportTable {
  title: string
  columns: ExportColumn[]
  rows: AsyncIterable<Record<string, CellValue>>
  locale: Locale
  texts: { yes: string; no: string; sum: string }
}

/** What a cell holds once its value is held against the kind of its column. */
export type Cell =
  | { is: 'empty' }
  | { is: 'text'; text: string }
  | { is: 'number'; number: number }
  | { is: 'date'; date: IsoDate }

const empty: Cell = { is: 'empty' }

/** What a value becomes in its column. What does not fit the kind is kept as text: an export loses nothing. */
export function cellOf(value: CellValue | undefined, kind: CellKind, texts: ExportTable['texts']): Cell {
  if (value === null || value === undefined || value === '') return empty
  if (typeof value === 'boolean') return { is: 'text', text: value ? texts.yes : texts.no }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return empty
    return kind === 'text' ? { is: 'text', text: String(value) } : { is: 'number', number: value }
  }
  return kind === 'date' && isRealDate(value) ? { is: 'date', date: value } : { is: 'text', text: value }
}

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
