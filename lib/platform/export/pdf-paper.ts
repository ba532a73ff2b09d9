import fs from 'node:fs'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import type { Locale } from '../locale'
import { showable, wrapped } from './pdf-text'
import { xmlText } from './xml'

export interface PdfOptions {
  title: string
  locale: Locale
  author: string
  subject?: string
  isLandscape?: boolean
  /** The words at the foot of each page, such as «side 2 av 7». */
  pageLabel: (page: number, pages: number) => string
  /** Turned off only to read what was written. */
  compress?: boolean
}

export interface TextStyle {
  font: 'regular' | 'bold'
  size: number
  align?: 'left' | 'right'
}

/** A part of the tree that screen readers follow: `H1`, `P`, `Table` and so on. */
export type Element = PDFKit.PDFStructureElement

type Scope = 'Column' | 'Row'

const margin = 50
const lineSpacing = 1.3
const maxWidths = 20_000

// The whole font, with the Sámi letters, which the fonts for browsers keep in files of their own.
const fontFolder = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'schibsted-grotesk')
const fontFiles = {
  regular: path.join(fontFolder, '400Regular', 'SchibstedGrotesk_400Regular.ttf'),
  bold: path.join(fontFolder, '600SemiBold', 'SchibstedGrotesk_600SemiBold.ttf'),
}

/** What pdfkit knows and its types do not. */
interface Hidden {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
  endMetadata(): void
}

/** The pages being written: where the next line goes, how wide text is, and when the page is full. */
export class Paper {
  readonly left = margin
  readonly width: number
  readonly root: Element
  y = margin
  readonly #doc: PDFKit.PDFDocument
  readonly #options: PdfOptions
  readonly #bottom: number
  readonly #bytes: Promise<Uint8Array<ArrayBuffer>>
  readonly #shown = new Map<number, boolean>()
  readonly #widths = new Map<string, number>()

  constructor(options: PdfOptions) {
    const { title, author, subject = '', locale, isLandscape, compress = true } = options
    this.#options = options
    this.#doc = new PDFDocument({
      size: 'A4',
      layout: isLandscape ? 'landscape' : 'portrait',
      // The foot is written in the margin, which pdfkit must not take for a full page.
      margins: { top: margin, left: margin, right: margin, bottom: 0 },
      bufferPages: true,
      compress,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      lang: locale,
      info: { Title: title, Author: author, Subject: subject, Creator: 'Delt', Producer: 'Delt' },
    })
    this.#doc.appendXML(accessibilityClaim)
    escapeMetadata(this.#doc)
    this.width = this.#doc.page.width - 2 * margin
    this.#bottom = this.#doc.page.height - margin - 20
    this.#bytes = collected(this.#doc)
    for (const [name, file] of Object.entries(fontFiles)) this.#doc.registerFont(name, fs.readFileSync(file))
    this.#doc.font('regular')
    this.root = this.#doc.struct('Document')
    this.#doc.addStructure(this.root)
  }

  /** How much a page holds from top to bottom. */
  get fullHeight(): number {
    return this.#bottom - margin
  }

  get room(): number {
    return this.#bottom - this.y
  }

  get isAtTop(): boolean {
    return this.y === margin
  }

  newPage(): void {
    this.#doc.addPage()
    this.y = margin
  }

  lineHeight({ size }: TextStyle): number {
    return size * lineSpacing
  }

  /** The text in the lines it takes within a width. */
  lines(text: string, width: number, style: TextStyle): string[] {
    return wrapped(this.clean(text), width, (piece) => this.widthOf(piece, style))
  }

  widthOf(text: string, style: TextStyle): number {
    const key = `${style.font} ${style.size} ${style.align} ${text}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const width = this.#doc.font(style.font).fontSize(style.size).widthOfString(text, features(style))
    // Words come again; a table of many different ones must not fill the memory.
    if (this.#widths.size > maxWidths) this.#widths.clear()
    this.#widths.set(key, width)
    return width
  }

  /** The text as the font can show it. */
  clean(text: string): string {
    return showable(text, (codePoint) => {
      const seen = this.#shown.get(codePoint)
      if (seen !== undefined) return seen
      const has = (this.#doc as unknown as Hidden)._font.font.hasGlyphForCodePoint(codePoint)
      this.#shown.set(codePoint, has)
      return has
    })
  }

  /** A new part of the tree, under another; to be ended by the one who asked for it. */
  element(parent: Element, tag: string, scope?: Scope): Element {
    const options: PDFKit.Mixins.StructureElementOptions & { scope?: Scope } = scope ? { scope } : {}
    const child = this.#doc.struct(tag, options)
    parent.add(child)
    return child
  }

  /** Lines one below the other, as content of an element or, without one, as decoration that is not read aloud. */
  writeLines(element: Element | null, lines: string[], place: { x: number; y: number; width: number }, style: TextStyle): void {
    const write = () => {
      this.#doc.font(style.font).fontSize(style.size).fillColor('#000000')
      lines.forEach((line, index) => {
        const text = line.replaceAll('\u00A0', ' ')
        const x = style.align === 'right' ? place.x + place.width - this.widthOf(text.trimEnd(), style) : place.x
        this.#doc.text(text, x, place.y + index * this.lineHeight(style), { lineBreak: false, ...features(style) })
      })
    }
    if (lines.every((line) => line === '')) return
    if (element) element.add(write)
    else this.#decorate('Pagination', write)
  }

  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.#decorate('Layout', () => this.#doc.rect(x, y, width, height).fill(color))
  }

  bookmark(parent: PDFKit.PDFOutline | null, text: string): PDFKit.PDFOutline {
    return (parent ?? this.#doc.outline).addItem(this.clean(text))
  }

  /** Writes the foot of every page, now that their number is known, and closes the document. */
  finish(): Promise<Uint8Array<ArrayBuffer>> {
    const style: TextStyle = { font: 'regular', size: 8.5 }
    const { count } = this.#doc.bufferedPageRange()
    for (let page = 0; page < count; page += 1) {
      this.#doc.switchToPage(page)
      const label = this.clean(this.#options.pageLabel(page + 1, count))
      const place = { x: margin, y: this.#doc.page.height - margin, width: this.width }
      const [title = ''] = this.lines(this.#options.title, this.width - this.widthOf(label, style) - 20, style)
      this.writeLines(null, [title.trimEnd()], place, style)
      this.writeLines(null, [label], place, { ...style, align: 'right' })
    }
    this.#doc.end()
    return this.#bytes
  }

  #decorate(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.#doc.markContent('Artifact', { type })
    draw()
    this.#doc.endMarkedContent()
  }
}

/** Digits of one width where amounts stand below each other. */
function features({ align }: TextStyle): PDFKit.Mixins.TextOptions {
  return align === 'right' ? { features: ['tnum'] } : {}
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}

/** pdfkit writes the title and author into XML as they are; a `&` would spoil it. They are already written where they stand plain. */
function escapeMetadata(doc: PDFKit.PDFDocument): void {
  const hidden = doc as unknown as Hidden
  const end = hidden.endMetadata.bind(doc)
  hidden.endMetadata = () => {
    const { Title = '', Author = '', Subject = '' } = doc.info
    Object.assign(doc.info, { Title: xmlText(Title), Author: xmlText(Author), Subject: xmlText(Subject) })
    end()
  }
}

/** That the document is also PDF/UA, the standard for accessible documents, said the way an archive accepts it. */
const accessibilityClaim = `
  <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>`
