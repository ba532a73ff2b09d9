import { setImmediate } from 'node:timers/promises'
import { type Element, Paper, type PdfOptions, type TextStyle } from './pdf-paper'
import { drawFacts, drawTable, type PdfColumn } from './pdf-table'

export type { PdfColumn, PdfOptions }

export type HeadingLevel = 1 | 2 | 3

/**
 * A document told from top to bottom, and set when it is finished. What is said of structure is kept in the file, for
 * those who listen to it.
 */
export interface PdfDocument {
  heading(level: HeadingLevel, text: string): void
  paragraph(text: string): void
  facts(facts: { label: string; value: string }[]): void
  list(items: string[]): void
  table(table: { columns: PdfColumn[]; rows: string[][] }): void
  pageBreak(): void
  /** Sets the pages, a little at a time so that others are served meanwhile. Nothing can be told after. */
  finish(): Promise<Uint8Array<ArrayBuffer>>
}

const body: TextStyle = { font: 'regular', size: 10.5 }
const headings: Record<HeadingLevel, TextStyle & { above: number }> = {
  1: { font: 'bold', size: 20, above: 0 },
  2: { font: 'bold', size: 14, above: 14 },
  3: { font: 'bold', size: 11.5, above: 8 },
}
const below = 8
const indent = 16
// How long others may be kept waiting while a long table is set.
const maxWorkMs = 20

/** A part of the document, set when the document is finished; where it yields, others may be served. */
type Part = () => Generator<void> | void

/** A tagged PDF of A4 pages, made to be kept (PDF/A-2a) and to be read by all (PDF/UA). */
export function createPdf(options: PdfOptions): PdfDocument {
  const paper = new Paper(options)
  const parts: Part[] = []
  const path: { level: HeadingLevel; mark: PDFKit.PDFOutline }[] = []

  function later(part: Part): void {
    parts.push(part)
  }

  /** Text over as many pages as it takes, as content of one element. */
  function flow(element: Element, text: string, style: TextStyle, left: number): void {
    let rest = paper.lines(text, paper.width - left, style)
    while (rest.length > 0) {
      const fits = Math.floor(paper.room / paper.lineHeight(style))
      if (fits < Math.min(2, rest.length) && !paper.isAtTop) {
        paper.newPage()
        continue
      }
      const now = rest.slice(0, Math.max(1, fits))
      paper.writeLines(element, now, { x: paper.left + left, y: paper.y, width: paper.width - left }, style)
      paper.y += now.length * paper.lineHeight(style)
      rest = rest.slice(now.length)
    }
    element.end()
  }

  function space(height: number): void {
    if (!paper.isAtTop) paper.y += height
  }

  function heading(level: HeadingLevel, text: string): void {
    const style = headings[level]
    const height = paper.lines(text, paper.width, style).length * paper.lineHeight(style)
    space(style.above)
    // A heading stays with what it is the heading of.
    if (height + 4 * paper.lineHeight(body) > paper.room && !paper.isAtTop) paper.newPage()
    while ((path.at(-1)?.level ?? 0) >= level) path.pop()
    path.push({ level, mark: paper.bookmark(path.at(-1)?.mark ?? null, text) })
    flow(paper.element(paper.root, `H${level}`), text, style, 0)
    paper.y += below / 2
  }

  function list(items: string[]): void {
    const element = paper.element(paper.root, 'L')
    for (const item of items) {
      const li = paper.element(element, 'LI')
      if (paper.room < 2 * paper.lineHeight(body)) paper.newPage()
      const label = paper.element(li, 'Lbl')
      paper.writeLines(label, ['•'], { x: paper.left + 4, y: paper.y, width: indent }, body)
      flow(paper.element(li, 'LBody'), item, body, indent)
      paper.y += 2
      li.end()
    }
    element.end()
    paper.y += below
  }

  return {
    heading: (level, text) => later(() => heading(level, text)),
    paragraph: (text) =>
      later(() => {
        flow(paper.element(paper.root, 'P'), text, body, 0)
        paper.y += below
      }),
    facts: (facts) =>
      later(() => {
        if (facts.length > 0) drawFacts(paper, facts)
        paper.y += below
      }),
    list: (items) =>
      later(() => {
        if (items.length > 0) list(items)
      }),
    table: (table) =>
      later(function* () {
        if (table.columns.length > 0) yield* drawTable(paper, table)
        paper.y += below * 1.5
      }),
    pageBreak: () =>
      later(() => {
        if (!paper.isAtTop) paper.newPage()
      }),
    async finish() {
      let rested = performance.now()
      for (const part of parts.splice(0)) {
        for (const _ of part() ?? []) {
          if (performance.now() - rested < maxWorkMs) continue
          await setImmediate()
          rested = performance.now()
        }
      }
      return paper.finish()
    },
  }
}
