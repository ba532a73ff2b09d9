import type { Element, Paper, TextStyle } from './pdf-paper'

export interface PdfColumn {
  title: string
  /** In points; a page upright is 495 wide. Unset is given by what the column holds. */
  width?: number
  align?: 'left' | 'right'
}

interface Cell {
  lines: string[]
  x: number
  width: number
  style: TextStyle
  /** Without one the cell is a repetition, not read aloud again. */
  element: Element | null
}

const cellStyle: TextStyle = { font: 'regular', size: 9 }
const headingStyle: TextStyle = { font: 'bold', size: 9 }
const padding = { x: 5, y: 4 }
const lineColor = '#c4c9d0'
const headingColor = '#edeff2'
// The widths are taken from the beginning of a long table; the rest wraps.
const sampled = 300
const maxHeadingLines = 10

/** A table whose heading stands at the top of every page it reaches. Stops after each row, for others to be served. */
export function* drawTable(paper: Paper, { columns, rows }: { columns: PdfColumn[]; rows: string[][] }): Generator<void> {
  const table = paper.element(paper.root, 'Table')
  const widths = columnWidths(paper, columns, rows)
  const cellsOf = (texts: string[], style: TextStyle, elementOf: () => Element | null) =>
    place(paper, texts, widths, (index) => ({ ...style, align: columns[index]?.align }), elementOf)
  const titles = columns.map(({ title }) => title)
  const heading = (elementOf: () => Element | null) =>
    cellsOf(titles, headingStyle, elementOf).map((cell) => ({ ...cell, lines: cell.lines.slice(0, maxHeadingLines) }))
  const repeated = () => heading(() => null)
  const first = rows[0] ? cellsOf(rows[0], cellStyle, () => null) : []
  // The heading stays with the first row, or with the beginning of a tall one.
  if (rowHeight(paper, repeated()) + Math.min(rowHeight(paper, first), 4 * cellStyle.size) > paper.room) paper.newPage()

  const head = paper.element(table, 'THead')
  const titleRow = paper.element(head, 'TR')
  const spoken = heading(() => paper.element(titleRow, 'TH', 'Column'))
  drawHeading(paper, spoken)
  head.end()

  const body = rows.length > 0 ? paper.element(table, 'TBody') : table
  const turnPage = () => {
    paper.newPage()
    drawHeading(paper, repeated())
  }
  for (const row of rows) {
    const tr = paper.element(body, 'TR')
    const cells = cellsOf(row, cellStyle, () => paper.element(tr, 'TD'))
    drawRow(paper, cells, turnPage)
    tr.end()
    yield
  }
  table.end()
}

/** Labels and what they say, as a table whose first column is headings. */
export function drawFacts(paper: Paper, facts: { label: string; value: string }[]): void {
  const table = paper.element(paper.root, 'Table')
  const widths = [paper.width * 0.3, paper.width * 0.7]
  for (const { label, value } of facts) {
    const tr = paper.element(table, 'TR')
    const elementOf = (index: number) => (index === 0 ? paper.element(tr, 'TH', 'Row') : paper.element(tr, 'TD'))
    const cells = place(paper, [label, value], widths, (index) => (index === 0 ? headingStyle : cellStyle), elementOf)
    drawRow(paper, cells, () => paper.newPage())
    tr.end()
  }
  table.end()
}

function place(
  paper: Paper,
  texts: string[],
  widths: number[],
  styleOf: (index: number) => TextStyle,
  elementOf: (index: number) => Element | null,
): Cell[] {
  let left = paper.left
  return widths.map((width, index) => {
    const style = styleOf(index)
    const inner = width - 2 * padding.x
    const cell = { lines: paper.lines(texts[index] ?? '', inner, style), x: left + padding.x, width: inner, style }
    left += width
    return { ...cell, element: elementOf(index) }
  })
}

function drawHeading(paper: Paper, cells: Cell[]): void {
  paper.fill(paper.left, paper.y, paper.width, rowHeight(paper, cells), headingColor)
  drawRow(paper, cells, () => {})
}

/** A row, moved to the next page when it does not fit, and cut only when no page could hold it. */
function drawRow(paper: Paper, cells: Cell[], turnPage: () => void): void {
  const count = lineCount(cells)
  const height = rowHeight(paper, cells)
  const line = paper.lineHeight(cellStyle)
  const fitting = () => Math.floor((paper.room - 2 * padding.y) / line)
  if (height > paper.room && (height < paper.fullHeight * 0.6 || fitting() < 4)) turnPage()
  let from = 0
  while (from < count) {
    const to = Math.min(count, from + Math.max(1, fitting()))
    for (const { lines, element, style, x, width } of cells) {
      paper.writeLines(element, lines.slice(from, to), { x, y: paper.y + padding.y, width }, style)
    }
    paper.y += (to - from) * line + 2 * padding.y
    paper.fill(paper.left, paper.y - 0.5, paper.width, 0.5, lineColor)
    from = to
    if (from < count) turnPage()
  }
}

function lineCount(cells: Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length))
}

function rowHeight(paper: Paper, cells: Cell[]): number {
  return lineCount(cells) * paper.lineHeight(cellStyle) + 2 * padding.y
}

/** The width of the page shared out: what is given is kept, the rest goes to those who hold the most. */
function columnWidths(paper: Paper, columns: PdfColumn[], rows: string[][]): number[] {
  const wishes = columns.map(({ title, width, align }, index) => {
    if (width !== undefined) return { least: width, wish: width }
    const texts = rows.slice(0, sampled).map((row) => row[index] ?? '')
    const widest = (pieces: string[], style: TextStyle) =>
      Math.max(0, ...pieces.map((piece) => paper.widthOf(paper.clean(piece), { ...style, align })))
    const wish = Math.max(
      widest([title], headingStyle),
      widest(
        texts.flatMap((text) => text.split('\n')),
        cellStyle,
      ),
    )
    const words = widest(
      texts.flatMap((text) => text.split(/[ \n]/)),
      cellStyle,
    )
    const least = Math.min(Math.max(widest(title.split(' '), headingStyle), words), paper.width / 4)
    return { least: least + 2 * padding.x + 1, wish: Math.min(wish, paper.width / 2) + 2 * padding.x + 1 }
  })
  const least = total(wishes.map((wish) => wish.least))
  const widths = wishes.map((wish) => wish.least)
  let spare = paper.width - least
  // Those who lack the least are given all they lack; the rest share what remains.
  const lacking = wishes.map(({ least, wish }, index) => ({ index, lack: Math.max(0, wish - least) }))
  lacking.sort((a, b) => a.lack - b.lack)
  lacking.forEach(({ index, lack }, place) => {
    const given = Math.max(0, Math.min(lack, spare / (lacking.length - place)))
    widths[index] = (widths[index] ?? 0) + given
    spare -= given
  })
  const sum = total(widths)
  return widths.map((width) => (width / sum) * paper.width)
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
