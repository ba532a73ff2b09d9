import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { createPdf, type PdfDocument, type PdfOptions } from './pdf'

interface Item {
  text: string
  x: number
  y: number
  width: number
}

interface Branch {
  role?: string
  lang?: string
  children?: Branch[]
}

async function made(write: (pdf: PdfDocument) => void, options: Partial<PdfOptions> = {}) {
  const pdf = createPdf({
    title: 'Prosjekter & <øvinger>',
    locale: 'nn',
    author: 'Bodø kommune',
    pageLabel: (page, pages) => `side ${page} av ${pages}`,
    ...options,
  })
  write(pdf)
  return pdf.finish()
}

/** What a reader of the file sees: the signs of each page with their places, and the tree behind them. */
async function read(bytes: Uint8Array) {
  const file = await getDocumentProxy(bytes.slice())
  const numbers = Array.from({ length: file.numPages }, (_, index) => index + 1)
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent()
      const placed = items.flatMap((item): Item[] =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str.trim(), x: item.transform[4], y: item.transform[5], width: item.width }]
          : [],
      )
      return { items: placed, text: placed.map(({ text }) => text).join(' '), tree: (await page.getStructTree()) as Branch }
    }),
  )
  return { pages, info: (await file.getMetadata()).info as Record<string, unknown>, outline: await file.getOutline() }
}

function roles({ role, children = [] }: Branch): string[] {
  return [...(role ? [role] : []), ...children.flatMap(roles)]
}

const count = (all: string[], one: string) => all.filter((role) => role === one).length
const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

const columns = [{ title: 'Nr', align: 'right' as const }, { title: 'Prosjektnavn' }, { title: 'Merknad' }]
const rows = (length: number) => Array.from({ length }, (_, index) => [String(index + 1), `Prosjekt ${index + 1}`, ''])

describe('a pdf', () => {
  test('tells what it is: tagged, its language and title, to be archived and to be read by all', async () => {
    const bytes = await made((pdf) => pdf.heading(1, 'Oversikt'), { compress: false })
    const text = raw(bytes)
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/MarkInfo \d+ 0 R/)
    expect(text).toContain('/Marked true')
    expect(text).toContain('/Lang (nn)')
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(text).toContain('/FontFile2')
    expect(Buffer.from(bytes).toString('utf8')).toContain(
      '<rdf:li xml:lang="x-default">Prosjekter &amp; &lt;øvinger&gt;</rdf:li>',
    )
    expect((await read(bytes)).info).toMatchObject({ Title: 'Prosjekter & <øvinger>', Author: 'Bodø kommune', Language: 'nn' })
  })

  test('keeps headings, paragraphs, lists, facts and tables as such, in order', async () => {
    const bytes = await made((pdf) => {
      pdf.heading(1, 'Ærlig øving')
      pdf.paragraph('Et avsnitt.')
      pdf.heading(2, 'Fakta')
      pdf.facts([
        { label: 'Kommune', value: 'Guovdageaidnu – Kautokeino' },
        { label: 'Kroner', value: '1\u00A0250\u00A0000 kr' },
      ])
      pdf.list(['Først', 'Så'])
      pdf.table({ columns, rows: rows(2) })
    })
    const { pages, outline } = await read(bytes)
    expect(pages).toHaveLength(1)
    expect(pages[0]?.text).toContain(
      'Ærlig øving Et avsnitt. Fakta Kommune Guovdageaidnu – Kautokeino Kroner 1 250 000 kr • Først • Så',
    )
    expect(pages[0]?.text).toContain('side 1 av 1')
    const tree = roles(pages[0]?.tree ?? {})
    expect(tree.filter((role) => ['H1', 'P', 'H2', 'Table', 'L'].includes(role))).toEqual([
      'H1',
      'P',
      'H2',
      'Table',
      'L',
      'Table',
    ])
    expect(tree.join(' ')).toContain('L LI Lbl LBody LI Lbl LBody')
    expect(tree.join(' ')).toContain('Table THead TR TH TH TH TBody TR TD TD')
    expect(raw(bytes)).toContain('/Scope /Column')
    expect(raw(bytes)).toContain('/Scope /Row')
    expect(outline?.map(({ title, items }) => [title, items.length])).toEqual([['Ærlig øving', 1]])
  })

  test('repeats the heading of a long table on every page, aloud only once', async () => {
    const { pages } = await read(await made((pdf) => pdf.table({ columns, rows: rows(100) })))
    // 100 rows of one line: 35 below a heading on each page.
    expect(pages).toHaveLength(3)
    for (const [index, { text }] of pages.entries()) {
      expect(text.split('Prosjektnavn')).toHaveLength(2)
      expect(text).toContain(`side ${index + 1} av 3`)
      expect(text).toContain('Prosjekter & <øvinger>')
    }
    expect(pages.map(({ tree }) => count(roles(tree), 'TH'))).toEqual([3, 0, 0])
    const listed = pages.flatMap(({ items }) => items.filter(({ text }) => /^Prosjekt \d+$/.test(text)).map(({ text }) => text))
    expect(listed).toEqual(rows(100).map((row) => row[1]))
  })

  test('cells wrap without reaching each other or the edge', async () => {
    const long = 'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2)
    const texts = [long, 'vanlige ord som brytes '.repeat(20), '']
    const given = Array.from({ length: 30 }, (_, index) => [0, 1, 2].map((column) => texts[(index + column) % 3] ?? ''))
    const { pages } = await read(await made((pdf) => pdf.table({ columns, rows: given })))
    for (const { items } of pages) {
      const body = items.filter(({ y }) => y > 60)
      expect(body.filter(({ x, width }) => x < 50 || x + width > 545.3)).toEqual([])
      const overlapping = body.flatMap((one, index) =>
        body
          .slice(index + 1)
          .filter((other) => Math.abs(one.y - other.y) < 9 && one.x < other.x + other.width && other.x < one.x + one.width),
      )
      expect(overlapping).toEqual([])
    }
  })

  test('a cell longer than a page goes on on the next, still one cell', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `ord${index}`)
    const bytes = await made((pdf) =>
      pdf.table({ columns: [{ title: 'Lang' }, { title: 'Kort' }], rows: [[words.join(' '), 'en']] }),
    )
    const { pages } = await read(bytes)
    expect(pages.length).toBeGreaterThan(2)
    const body = pages.flatMap(({ items }) => items.filter(({ text }) => text.startsWith('ord')).map(({ text }) => text))
    expect(body.join(' ').split(' ')).toEqual(words)
    expect(raw(bytes).match(/\/S \/TD/g)).toHaveLength(2)
  })

  test('a heading stays with what follows, and a long paragraph goes over the page', async () => {
    const { pages } = await read(
      await made((pdf) => {
        for (let index = 0; index < 60; index += 1) {
          pdf.heading(2, `Overskrift ${index}`)
          pdf.paragraph(`Avsnitt ${index}`)
        }
        pdf.paragraph('Lange avsnitt deles. '.repeat(600))
      }),
    )
    for (const { items } of pages) {
      const body = items.filter(({ y }) => y > 60)
      expect(body.at(-1)?.text).not.toMatch(/^Overskrift/)
    }
  })

  test('signs the font lacks, empty words and odd rows do no harm', async () => {
    const bytes = await made((pdf) => {
      pdf.heading(1, '')
      pdf.paragraph('漢字 😀 \uD800 \u0000 čđŋšŧž ✓')
      pdf.list([])
      pdf.list(['', 'x'.repeat(5000)])
      pdf.facts([])
      pdf.facts([{ label: '', value: '' }])
      pdf.table({ columns: [], rows: [] })
      pdf.table({ columns, rows: [] })
      pdf.table({ columns, rows: [[], ['1', '2', '3', '4']] })
      pdf.table({
        columns: [
          { title: 'y'.repeat(3000), width: 30 },
          { title: 'B', width: 900 },
        ],
        rows: [['a', 'b']],
      })
    })
    const { pages } = await read(bytes)
    expect(pages[0]?.text).toContain('?? ? ? čđŋšŧž x')
    expect(raw(await made(() => {}))).toContain('%%EOF')
  })

  test('lies down when asked, and turns the page when asked', async () => {
    const bytes = await made(
      (pdf) => {
        pdf.pageBreak()
        pdf.paragraph('En')
        pdf.pageBreak()
        pdf.paragraph('To')
      },
      { isLandscape: true },
    )
    expect((await read(bytes)).pages.map(({ items }) => items[0]?.text)).toEqual(['En', 'To'])
    expect(raw(bytes)).toContain('/MediaBox [0 0 841.89 595.28]')
  })

  test('others are served while thousands of rows are set', async () => {
    let served = 0
    const timer = setInterval(() => {
      served += 1
    }, 1)
    const { pages } = await read(await made((pdf) => pdf.table({ columns, rows: rows(3000) })))
    clearInterval(timer)
    expect(pages).toHaveLength(Math.ceil(3000 / 35))
    expect(served).toBeGreaterThan(5)
  })
})
