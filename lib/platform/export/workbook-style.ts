import type { CellKind } from './table'

// Excel puts its reader's own sign between the thousands: format 3, `#,##0`, reads `# ##0` in Norwegian. Format 9 is `0%`.
const formats: Record<CellKind, number> = { text: 0, number: 0, nok: 3, percent: 9, date: 164, boolean: 0 }
const kinds = Object.keys(formats).filter((kind): kind is CellKind => kind in formats)

/** The place of a kind's look in the list of looks: first plain, then the heading, then each kind in the rows and in the sum. */
export const headingStyle = 1
export const styleOf = (kind: CellKind) => 2 + kinds.indexOf(kind)
export const sumStyleOf = (kind: CellKind) => 2 + kinds.length + kinds.indexOf(kind)

const top = '<alignment vertical="top"/>'
const looks = [
  '<xf/>',
  '<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  ...kinds.map((kind) => `<xf numFmtId="${formats[kind]}" applyNumberFormat="1" applyAlignment="1">${top}</xf>`),
  ...kinds.map(
    (kind) => `<xf numFmtId="${formats[kind]}" fontId="1" borderId="2" applyNumberFormat="1" applyFont="1" applyBorder="1"/>`,
  ),
]
const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
const border = (side: string) => `<border><left/><right/>${side}<diagonal/></border>`

export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>' +
  `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  `<borders count="3">${border('<top/><bottom/>')}${border('<top/><bottom style="thin"/>')}` +
  `${border('<top style="thin"/><bottom/>')}</borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** `A` for the first column, `Z` for the 26th, then `AA`. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
