import { describe, expect, test } from 'vitest'
import type { Locale } from '../locale'
import { csvStream } from './csv'
import type { CellValue, ExportColumn, ExportTable } from './table'

const columns: ExportColumn[] = [
  { key: 'name', title: 'Navn', kind: 'text' },
  { key: 'budget', title: 'Budsjett', kind: 'nok', isSummed: true },
  { key: 'start', title: 'Start', kind: 'date' },
  { key: 'open', title: 'Åpen', kind: 'boolean' },
]

async function* given(rows: Record<string, CellValue>[]) {
  yield* rows
}

function table(rows: Record<string, CellValue>[], locale: Locale = 'nb', shown = columns): ExportTable {
  return { title: 'Prosjekter', columns: shown, rows: given(rows), locale, texts: { yes: 'Ja', no: 'Nei', sum: 'Sum' } }
}

/** The whole file, with its mark kept. */
async function written(source: ExportTable): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(csvStream(source)).arrayBuffer())
}

describe('csv', () => {
  test('opens in a Norwegian spreadsheet: mark, semicolons, decimal commas, Norwegian dates', async () => {
    const rows = [
      { name: 'Æresgård i Bodø', budget: 1234567.5, start: '2026-11-23', open: true },
      { name: 'Čáhcesuolu', budget: -4, start: null, open: false },
    ]
    expect(await written(table(rows))).toBe(
      '\uFEFFNavn;Budsjett;Start;Åpen\r\nÆresgård i Bodø;1234567,5;23.11.2026;Ja\r\nČáhcesuolu;-4;;Nei\r\n',
    )
  })

  test('dates stay as they are for readers of English', async () => {
    expect(await written(table([{ name: 'A', start: '2026-11-23' }], 'en'))).toContain('A;;2026-11-23;\r\n')
  })

  test('what could split a cell is quoted', async () => {
    const rows = [{ name: 'a;b' }, { name: 'sa «ja» og "nei"' }, { name: 'to\nlinjer' }, { name: ' innrykk' }]
    expect((await written(table(rows, 'nb', columns.slice(0, 1)))).slice(7)).toBe(
      '"a;b"\r\n"sa «ja» og ""nei"""\r\n"to\nlinjer"\r\n" innrykk"\r\n',
    )
  })

  test.each(['=1+1', '+47 123', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', async (name) => {
    const cell = (await written(table([{ name }], 'nb', columns.slice(0, 1)))).slice(7)
    expect(cell.replace(/^"/, '').startsWith(`'${name}`)).toBe(true)
  })

  test('neither is a title, nor text that stands where a number should', async () => {
    const shown: ExportColumn[] = [{ key: 'budget', title: '=cmd', kind: 'nok' }]
    expect(await written(table([{ budget: '=1+1' }, { budget: -1 }], 'nb', shown))).toBe("\uFEFF'=cmd\r\n'=1+1\r\n-1\r\n")
  })

  test('rows are fetched when the reader has use for them, and no further', async () => {
    let made = 0
    let closed = false
    async function* rows() {
      try {
        for (; made < 100_000; made += 1) yield { name: `Prosjekt ${made}`, budget: made }
      } finally {
        closed = true
      }
    }
    const reader = csvStream({ ...table([]), rows: rows() }).getReader()
    expect(made).toBe(0)
    let read = 0
    let ahead = 0
    for (let turn = 0; turn < 20; turn += 1) {
      const { value } = await reader.read()
      read += new TextDecoder().decode(value).split('\r\n').length - 1
      ahead = Math.max(ahead, made - read)
    }
    expect(read).toBeGreaterThan(1000)
    expect(ahead).toBeLessThan(10)
    await reader.cancel()
    expect(closed).toBe(true)
    expect(made).toBeLessThan(100_000)
  })
})
