import 'server-only'
import type { CellValue, ListRow } from '@/lib/lists/engine/queries'
import type { ListColumn, ListQuery } from '@/lib/lists/rules'
import type { Staff } from '@/lib/platform/actor'
import { csvStream } from '@/lib/platform/export/csv'
import { createPdf } from '@/lib/platform/export/pdf'
import { download } from '@/lib/platform/export/response'
import { spreadsheetStream } from '@/lib/platform/export/spreadsheet'
import type { CellKind, ExportTable } from '@/lib/platform/export/table'
import type { Locale } from '@/lib/platform/locale'
import { type PortfolioListName, portfolioLists } from '../lists/columns'
import { allRows } from '../lists/queries'

export const exportFormats = ['xlsx', 'csv', 'pdf'] as const
export type ExportFormat = (typeof exportFormats)[number]

export function exportFormat(text: string | null): ExportFormat | null {
  return exportFormats.find((format) => format === text) ?? null
}

/** The words of an export, in the language of whoever asks. */
export interface ExportWords {
  title: string
  locale: Locale
  author: string
  columnTitle: (key: string) => string
  cellText: (column: ListColumn, value: CellValue, label: string | null) => string
  texts: { yes: string; no: string; sum: string }
  pageLabel: (page: number, pages: number) => string
  /** Said at the end of a PDF that does not hold everything. */
  tooLong: string
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
} as const

/** A document of more rows is read by nobody; Excel and CSV hold them all. */
const mostPdfRows = 2000

/** Every hit of a list as a file, streamed: what is held is one batch of rows, whatever the number. A PDF is laid out whole and so is cut. */
export async function exportFile(
  actor: Staff,
  name: PortfolioListName,
  query: ListQuery,
  format: ExportFormat,
  words: ExportWords,
): Promise<Response> {
  const columns = query.columns.flatMap((key) => portfolioLists[name].columns.find((column) => column.key === key) ?? [])
  const fileName = `${words.title}.${format}`
  if (format === 'pdf') return download(await pdfOf(actor, name, query, columns, words), { fileName, type: types.pdf })
  const table: ExportTable = {
    title: words.title,
    locale: words.locale,
    texts: words.texts,
    columns: columns.map((column) => ({
      key: column.key,
      title: words.columnTitle(column.key),
      kind: cellKind(column),
      isSummed: column.isSummed,
      width: column.kind === 'text' ? 32 : 16,
    })),
    rows: exportRows(allRows(actor, name, query), columns, words),
  }
  const stream = format === 'csv' ? csvStream(table) : spreadsheetStream(table)
  return download(stream, { fileName, type: types[format] })
}

function cellKind({ kind, key }: ListColumn): CellKind {
  if (key === 'ar') return 'text'
  if (kind === 'nok' || kind === 'number' || kind === 'percent' || kind === 'date' || kind === 'boolean') return kind
  return 'text'
}

/** Figures, dates and yes or no as they are; the rest in words. */
async function* exportRows(rows: AsyncIterable<ListRow>, columns: ListColumn[], words: ExportWords) {
  for await (const row of rows) {
    yield Object.fromEntries(
      columns.map((column) => {
        const { value, label } = row.cells[column.key] ?? { value: null, label: null }
        const isText = cellKind(column) === 'text' || Array.isArray(value)
        return [column.key, isText ? words.cellText(column, value, label) : (value as string | number | boolean | null)]
      }),
    )
  }
}

async function pdfOf(actor: Staff, name: PortfolioListName, query: ListQuery, columns: ListColumn[], words: ExportWords) {
  const pdf = createPdf({
    title: words.title,
    locale: words.locale,
    author: words.author,
    isLandscape: true,
    pageLabel: words.pageLabel,
  })
  pdf.heading(1, words.title)
  const rows: string[][] = []
  let isCut = false
  for await (const row of allRows(actor, name, query)) {
    isCut = rows.length === mostPdfRows
    if (isCut) break
    rows.push(
      columns.map((column) => words.cellText(column, row.cells[column.key]?.value ?? null, row.cells[column.key]?.label ?? null)),
    )
  }
  const isFigure = ({ kind }: ListColumn) => kind === 'nok' || kind === 'number' || kind === 'percent'
  pdf.table({
    columns: columns.map((column) => ({ title: words.columnTitle(column.key), align: isFigure(column) ? 'right' : 'left' })),
    rows,
  })
  if (isCut) pdf.paragraph(words.tooLong)
  return pdf.finish()
}
