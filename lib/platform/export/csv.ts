import type { Locale } from '../locale'
import { byteStream, encoded } from './stream'
import { type Cell, cellOf, type ExportTable } from './table'

// Spreadsheets run what begins like this as a formula, also in a file of plain text.
const runsAsFormula = /^[=+\-@\t\r]/

/** The table as CSV the way Norwegian spreadsheets open it: UTF-8 with a mark, semicolons and decimal commas. */
export function csvStream(table: ExportTable): ReadableStream<Uint8Array> {
  return byteStream(encoded(lines(table)))
}

async function* lines({ columns, rows, locale, texts }: ExportTable): AsyncGenerator<string> {
  yield `\uFEFF${columns.map(({ title }) => quoted(harmless(title))).join(';')}\r\n`
  for await (const row of rows) {
    yield `${columns.map(({ key, kind }) => written(cellOf(row[key], kind, texts), locale)).join(';')}\r\n`
  }
}

function written(cell: Cell, locale: Locale): string {
  if (cell.is === 'empty') return ''
  if (cell.is === 'number') return String(cell.number).replace('.', ',')
  if (cell.is === 'date') return locale === 'en' ? cell.date : cell.date.split('-').reverse().join('.')
  return quoted(harmless(cell.text))
}

function harmless(text: string): string {
  return runsAsFormula.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
