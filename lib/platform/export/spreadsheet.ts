import { type SheetExtent, sheet } from './sheet'
import { byteStream } from './stream'
import type { ExportTable } from './table'
import { columnLetters, stylesXml } from './workbook-style'
import { xmlText } from './xml'
import { zipped } from './zip'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * The table as an Excel workbook: one sheet with a frozen heading, a filter and typed cells, written while it is read.
 * The file is made here because the libraries that stream hold on to rows or to packages nobody keeps.
 */
export function spreadsheetStream(table: ExportTable): ReadableStream<Uint8Array> {
  const extent: SheetExtent = { rows: 0 }
  return byteStream(
    zipped([
      { path: '[Content_Types].xml', text: () => [contentTypes] },
      { path: '_rels/.rels', text: () => [packageLinks] },
      { path: 'docProps/core.xml', text: () => [properties(table)] },
      { path: 'xl/_rels/workbook.xml.rels', text: () => [workbookLinks] },
      { path: 'xl/styles.xml', text: () => [stylesXml] },
      { path: 'xl/worksheets/sheet1.xml', text: () => sheet(table, extent) },
      { path: 'xl/workbook.xml', text: () => [workbook(table, extent)] },
    ]),
  )
}

const contentTypes =
  `${head}<Types xmlns="${packaging}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${spreadsheetMl}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheetMl}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${spreadsheetMl}.styles+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'

const packageLinks =
  `${head}<Relationships xmlns="${packaging}/relationships">` +
  `<Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${packaging}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const workbookLinks =
  `${head}<Relationships xmlns="${packaging}/relationships">` +
  `<Relationship Id="rId1" Type="${office}/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${office}/relationships/styles" Target="styles.xml"/></Relationships>`

function properties({ title, locale }: ExportTable): string {
  return (
    `${head}<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${xmlText(title)}</dc:title><dc:language>${locale}</dc:language></cp:coreProperties>`
  )
}

function workbook({ title, columns }: ExportTable, { rows }: SheetExtent): string {
  const name = sheetName(title)
  const quoted = xmlText(`'${name.replaceAll("'", "''")}'`)
  return (
    `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}/relationships">` +
    `<bookViews><workbookView/></bookViews><sheets><sheet name="${xmlText(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">` +
    `${quoted}!$A$1:$${columnLetters(columns.length - 1)}$${rows + 1}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName></definedNames></workbook>`
  )
}

/** The title as Excel allows a sheet to be called: 31 signs, without those used in addresses. */
function sheetName(title: string): string {
  const allowed = title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 31)
    .replace(/^[\s']+|[\s']+$|\p{Surrogate}/gu, '')
  return allowed === '' || /^history$/i.test(allowed) ? 'Delt' : allowed
}
