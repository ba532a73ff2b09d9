import { strFromU8, Unzip, UnzipInflate, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { spreadsheetStream } from './spreadsheet'
import type { CellValue, ExportColumn, ExportTable } from './table'

const columns: ExportColumn[] = [
  { key: 'name', title: 'Navn & nummer', kind: 'text', width: 40 },
  { key: 'budget', title: 'Budsjett', kind: 'nok', isSummed: true },
  { key: 'hours', title: 'Timer', kind: 'number', isSummed: true },
  { key: 'done', title: 'Ferdig', kind: 'percent' },
  { key: 'start', title: 'Start', kind: 'date' },
  { key: 'open', title: 'Åpen', kind: 'boolean' },
]

async function* given(rows: Record<string, CellValue>[]) {
  yield* rows
}

function table(rows: Record<string, CellValue>[], changes: Partial<ExportTable> = {}): ExportTable {
  const texts = { yes: 'Ja', no: 'Nei', sum: 'Sum' }
  return { title: 'Prosjekter 2026/27', columns, rows: given(rows), locale: 'nb', texts, ...changes }
}

async function parts(source: ExportTable): Promise<Record<string, string>> {
  const bytes = new Uint8Array(await new Response(spreadsheetStream(source)).arrayBuffer())
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
}

async function sheetOf(source: ExportTable): Promise<string> {
  return (await parts(source))['xl/worksheets/sheet1.xml'] ?? ''
}

/** What the list of looks says of the look of a cell. */
async function lookOf(source: ExportTable, cell: string): Promise<string> {
  const all = await parts(source)
  const style = Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(all['xl/worksheets/sheet1.xml'] ?? '')?.[1])
  const looks = /<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(all['xl/styles.xml'] ?? '')?.[1] ?? ''
  return looks.match(/<xf\b(?:[^>]*\/>|.*?<\/xf>)/g)?.[style] ?? ''
}

const two = [
  { name: 'Æresgård <i> Bodø', budget: 1_250_000, hours: 7.5, done: 75, start: '2026-11-23', open: true },
  { name: '=1+1', budget: -250_000, hours: 2, done: null, start: '1814-05-17', open: false },
]

describe('a spreadsheet', () => {
  test('is a whole package', async () => {
    const all = await parts(table(two))
    expect(Object.keys(all)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
    ])
    for (const xml of Object.values(all)) expect(isBalanced(xml)).toBe(true)
    expect(all['xl/workbook.xml']).toContain('<sheet name="Prosjekter 2026 27" sheetId="1" r:id="rId1"/>')
    expect(all['xl/workbook.xml']).toContain('&apos;Prosjekter 2026 27&apos;!$A$1:$F$3</definedName>')
  })

  test('has a bold, frozen heading with a filter over the rows, and columns of their widths', async () => {
    const sheet = await sheetOf(table(two))
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toContain('<autoFilter ref="A1:F3"/>')
    expect(sheet).toContain('<col min="1" max="1" width="40" customWidth="1"/>')
    expect(sheet).toContain('Navn &amp; nummer')
    expect(await lookOf(table(two), 'A1')).toContain('fontId="1"')
  })

  test('keeps kroner, numbers, shares and dates as what they are', async () => {
    const sheet = await sheetOf(table(two))
    expect(sheet).toMatch(/<c r="B2" s="\d+"><v>1250000<\/v><\/c>/)
    expect(sheet).toMatch(/<c r="C2" s="\d+"><v>7.5<\/v><\/c>/)
    expect(sheet).toMatch(/<c r="D2" s="\d+"><v>0.75<\/v><\/c>/)
    expect(sheet).toMatch(/<c r="E2" s="\d+"><v>46349<\/v><\/c>/)
    expect(sheet).toMatch(/<c r="F2" s="\d+" t="inlineStr"><is><t xml:space="preserve">Ja<\/t><\/is><\/c>/)
    expect(sheet).not.toContain('r="D3"')
    expect(await lookOf(table(two), 'B2')).toContain('numFmtId="3"')
    expect(await lookOf(table(two), 'D2')).toContain('numFmtId="9"')
    expect(await lookOf(table(two), 'E2')).toContain('numFmtId="164"')
    expect((await parts(table(two)))['xl/styles.xml']).toContain('<numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>')
  })

  test('text is text: no markup, no formula, and dates older than the calendar of Excel', async () => {
    const sheet = await sheetOf(table(two))
    expect(sheet).toContain('Æresgård &lt;i&gt; Bodø')
    expect(sheet).toMatch(/<c r="A3" s="\d+" t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t>/)
    expect(sheet).toMatch(/<c r="E3" s="\d+" t="inlineStr"><is><t xml:space="preserve">1814-05-17<\/t>/)
  })

  test('signs that XML or Excel would trip over are taken out or written out', async () => {
    const sheet = await sheetOf(table([{ name: 'a\u0000\u001B\uD800b_x000D_\r\nc' }, { name: 'x'.repeat(40_000) }]))
    expect(sheet).toContain('>ab_x005F_x000D_&#13;\nc<')
    expect(sheet).toContain(`>${'x'.repeat(32_767)}<`)
  })

  test('sums what the filter shows, and knows the sums before anyone counts', async () => {
    const sheet = await sheetOf(table(two))
    expect(sheet).toMatch(/<c r="A4" s="\d+" t="inlineStr"><is><t xml:space="preserve">Sum<\/t>/)
    expect(sheet).toMatch(/<c r="B4" s="\d+"><f>SUBTOTAL\(109,B2:B3\)<\/f><v>1000000<\/v><\/c>/)
    expect(sheet).toMatch(/<c r="C4" s="\d+"><f>SUBTOTAL\(109,C2:C3\)<\/f><v>9.5<\/v><\/c>/)
    expect(await lookOf(table(two), 'B4')).toContain('numFmtId="3" fontId="1"')
  })

  test('an empty table is a heading and nothing to sum', async () => {
    const sheet = await sheetOf(table([]))
    expect(sheet).toContain('<autoFilter ref="A1:F1"/>')
    expect(sheet).not.toContain('SUBTOTAL')
  })

  test.each([
    ['Alt: [om] *kostnader*? i / og \\ rundt Nordland fylke', 'Alt om kostnader i og rundt Nor'],
    ["'Bodø'", 'Bodø'],
    ['History', 'Delt'],
    ['', 'Delt'],
  ])('the title %j names the sheet %j', async (title, name) => {
    expect((await parts(table([], { title })))['xl/workbook.xml']).toContain(`<sheet name="${name}"`)
  })

  test('columns beyond the alphabet have two letters', async () => {
    const many = Array.from({ length: 28 }, (_, index): ExportColumn => ({ key: `k${index}`, title: `K${index}`, kind: 'text' }))
    const sheet = await sheetOf(table([], { columns: many }))
    expect(sheet).toContain('r="Z1"')
    expect(sheet).toContain('<autoFilter ref="A1:AB1"/>')
  })

  test('a hundred thousand rows are fetched as they are read', async () => {
    let made = 0
    async function* rows() {
      for (; made < 100_000; made += 1) {
        yield {
          name: `Prosjekt ${made} i Bodø`,
          budget: made * 1000,
          hours: 1,
          done: made % 100,
          start: '2026-11-23',
          open: true,
        }
      }
    }
    let read = 0
    let ahead = 0
    let end = ''
    const unzip = new Unzip((file) => {
      if (file.name !== 'xl/worksheets/sheet1.xml') return
      file.ondata = (error, data) => {
        if (error) throw error
        const text = strFromU8(data)
        read += text.split('</row>').length - 1
        end = (end + text).slice(-2000)
      }
      file.start()
    })
    unzip.register(UnzipInflate)
    const reader = spreadsheetStream(table([], { rows: rows() })).getReader()
    expect(made).toBe(0)
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      unzip.push(next.value)
      ahead = Math.max(ahead, made - read)
    }
    unzip.push(new Uint8Array(0), true)
    expect(made).toBe(100_000)
    expect(end).toContain('<f>SUBTOTAL(109,C2:C100001)</f><v>100000</v>')
    expect(ahead).toBeLessThan(2000)
  })

  test('a reader who leaves lets go of the rows', async () => {
    let closed = false
    async function* endless() {
      try {
        for (;;) yield { name: 'Prosjekt' }
      } finally {
        closed = true
      }
    }
    const reader = spreadsheetStream(table([], { rows: endless() })).getReader()
    for (let turn = 0; turn < 20; turn += 1) await reader.read()
    await reader.cancel()
    expect(closed).toBe(true)
  })

  test('a source that fails, fails the file', async () => {
    async function* broken(): AsyncGenerator<Record<string, CellValue>> {
      yield { name: 'A' }
      throw new Error('lost')
    }
    await expect(parts(table([], { rows: broken() }))).rejects.toThrow('lost')
  })
})

/** Every tag that is opened is closed, in order. */
function isBalanced(xml: string): boolean {
  const open: string[] = []
  for (const [, slash, name, isEmpty] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (slash && open.pop() !== name) return false
    if (!slash && !isEmpty) open.push(name ?? '')
  }
  return open.length === 0
}
