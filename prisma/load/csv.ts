/**
 * Reads comma-separated text with a header line (RFC 4180: quoted fields may hold commas, line breaks and doubled quotes)
 * into one record a line. A line with another number of fields than the header is a mistake in the file and throws.
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...lines] = csvLines(text.replace(/^\uFEFF/, ''))
  if (!header) return []
  return lines.map((fields, index) => {
    if (fields.length !== header.length)
      throw new Error(`Line ${index + 2} has ${fields.length} fields, the header has ${header.length}`)
    return Object.fromEntries(header.map((name, column) => [name, fields[column] ?? '']))
  })
}

/** One match is one field with what ends it: a comma, a line break or the end of the text. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy

function csvLines(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at < text.length || line.length > 0) {
    field.lastIndex = at
    const match = field.exec(text)
    if (!match) throw new Error(`Line ${lines.length + 1} cannot be read: a quote stands where none may stand`)
    const [whole, quoted, plain = '', end] = match
    line.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'))
    at += whole.length
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  return lines
}
