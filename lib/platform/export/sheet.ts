import { daysBetween } from '../dates'
import { type CellValue, cellOf, type ExportColumn, type ExportTable } from './table'
import { columnLetters, headingStyle, styleOf, sumStyleOf } from './workbook-style'
import { xmlText } from './xml'

/** How many rows the sheet got: known when its last row is written. */
export interface SheetExtent {
  rows: number
}

// Excel's own limits: rows of a sheet, and signs of a cell.
const maxRows = 1_048_576
const maxLength = 32_767
const widths = { text: 32, number: 14, nok: 16, percent: 10, date: 12, boolean: 8 }

/** The sheet's XML, a row at a time, ending with the sums of what the reader's filter leaves to be seen. */
export async function* sheet(table: ExportTable, extent: SheetExtent): AsyncGenerator<string> {
  const { columns, texts } = table
  const sums = columns.map(() => 0)
  yield opening(columns)
  yield rowXml(
    1,
    columns.map(({ title }, index) => textCell(index, 1, title, headingStyle)),
  )
  for await (const row of table.rows) {
    extent.rows += 1
    // One row is kept for the sums.
    if (extent.rows + 2 > maxRows) throw new RangeError(`A sheet holds ${maxRows} rows`)
    columns.forEach(({ key, kind }, index) => {
      sums[index] = (sums[index] ?? 0) + (numberIn(row[key], kind, texts) ?? 0)
    })
    yield rowXml(
      extent.rows + 1,
      columns.map((column, index) => cellXml(row[column.key], column, index, extent.rows + 1, texts)),
    )
  }
  if (extent.rows > 0 && columns.some(({ isSummed }) => isSummed)) yield sumRow(table, sums, extent.rows + 2)
  yield closing(columns, extent)
}

function opening(columns: ExportColumn[]): string {
  const cols = columns.map(({ kind, title, width }, index) => {
    // Room for the title and the button of the filter.
    const signs = width ?? Math.max(widths[kind], Math.min(title.length + 4, 32))
    return `<col min="${index + 1}" max="${index + 1}" width="${signs}" customWidth="1"/>`
  })
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>' +
    `</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`
  )
}

function closing(columns: ExportColumn[], { rows }: SheetExtent): string {
  return (
    `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${rows + 1}"/>` +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  )
}

/** The number a cell holds: per cent as a fraction, dates as days since the turn of 1900, the way Excel counts them. */
function numberIn(value: CellValue | undefined, kind: ExportColumn['kind'], texts: ExportTable['texts']): number | null {
  const cell = cellOf(value, kind, texts)
  if (cell.is === 'number') return kind === 'percent' ? cell.number / 100 : cell.number
  // Excel believes that 1900 was a leap year; earlier dates stay text.
  return cell.is === 'date' && cell.date >= '1900-03-01' ? daysBetween('1899-12-30', cell.date) : null
}

function cellXml(
  value: CellValue | undefined,
  { kind }: ExportColumn,
  index: number,
  row: number,
  texts: ExportTable['texts'],
): string {
  const number = numberIn(value, kind, texts)
  if (number !== null) return `<c r="${columnLetters(index)}${row}" s="${styleOf(kind)}"><v>${number}</v></c>`
  const cell = cellOf(value, kind, texts)
  const text = cell.is === 'text' ? cell.text : cell.is === 'date' ? cell.date : ''
  return text && textCell(index, row, text, styleOf('text'))
}

function textCell(index: number, row: number, text: string, style: number): string {
  // Excel reads `_x000D_` as a sign given by its number, unless its first line is itself given so.
  const shown = text.slice(0, maxLength).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return (
    `<c r="${columnLetters(index)}${row}" s="${style}" t="inlineStr">` +
    `<is><t xml:space="preserve">${xmlText(shown)}</t></is></c>`
  )
}

function sumRow({ columns, texts }: ExportTable, sums: number[], row: number): string {
  const label = columns.findIndex(({ isSummed }) => !isSummed)
  const cells = columns.map(({ kind, isSummed }, index) => {
    const letters = columnLetters(index)
    if (index === label) return textCell(index, row, texts.sum, sumStyleOf('text'))
    if (!isSummed) return `<c r="${letters}${row}" s="${sumStyleOf('text')}"/>`
    return `<c r="${letters}${row}" s="${sumStyleOf(kind)}"><f>SUBTOTAL(109,${letters}2:${letters}${row - 1})</f><v>${sums[index]}</v></c>`
  })
  return rowXml(row, cells)
}

function rowXml(row: number, cells: string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`
}
