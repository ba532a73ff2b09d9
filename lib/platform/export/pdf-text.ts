/** What a sign the font lacks is written as, when its compatible form does not do it justice. */
const stands: Record<string, string> = {
  '\u2010': '-',
  '\u2011': '-',
  '✓': 'x',
  '✔': 'x',
  '○': '•',
  '●': '•',
  '■': '•',
  '▪': '•',
}
const unknown = '?'

/**
 * The text with the signs a font can show, composed and without what controls the printer. Archives accept no empty
 * boxes, so a sign the font lacks becomes its nearest relative, and at last a question mark.
 */
export function showable(text: string, has: (codePoint: number) => boolean): string {
  const known = (sign: string) => has(sign.codePointAt(0) ?? 0)
  return [...text.normalize('NFC').replace(/\r\n?/g, '\n')]
    .map((sign) => {
      if (sign === '\n') return sign
      if (/[\u00A0\u2007\u202F]/.test(sign)) return '\u00A0'
      if (/\s/.test(sign)) return ' '
      if (/\p{Cc}/u.test(sign)) return ''
      if (known(sign)) return sign
      if (stands[sign]) return stands[sign]
      const near = [...sign.normalize('NFKD')].filter(known).join('')
      if (near) return near
      return /[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(sign) ? '' : unknown
    })
    .join('')
}

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' })

/** Where a line may end: after spaces, and after the hyphen inside a word. */
function pieces(line: string): string[] {
  return line.split(/(?<= )(?=[^ ])|(?<=\p{L}-)(?=\p{L})/u)
}

/** The text in lines no wider than given. A word wider than the line is cut; the space a line ends with is kept for those who listen. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    let taken = 0
    for (const piece of pieces(paragraph).flatMap((piece) => cut(piece, width, measure))) {
      if (line && taken + measure(piece.trimEnd()) > width) {
        lines.push(line)
        line = ''
        taken = 0
      }
      line += piece
      taken += measure(piece)
    }
    return [...lines, line.trimEnd()]
  })
}

function cut(piece: string, width: number, measure: (text: string) => number): string[] {
  if (measure(piece.trimEnd()) <= width) return [piece]
  const parts: string[] = []
  let part = ''
  let taken = 0
  for (const { segment } of graphemes.segment(piece)) {
    const wide = measure(segment)
    if (part && segment !== ' ' && taken + wide > width) {
      parts.push(part)
      part = ''
      taken = 0
    }
    part += segment
    taken += wide
  }
  return [...parts, part]
}
