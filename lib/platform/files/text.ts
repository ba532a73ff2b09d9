/** What a web page, a picture in SVG, a script and a formatted document written as text begin with. */
const otherThanText =
  /^(<!doctype|<\?(xml|php)|<(html|head|body|title|script|style|svg|iframe|object|embed|meta|link)\b|#!|\{\\rtf)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for.
const control = /[\0-\x08\x0b\x0e-\x1f\x7f]/
/** The places that Windows-1252 leaves empty. */
const unusedInWindows = /[\x81\x8d\x8f\x90\x9d]/

/** UTF-8, or otherwise older Windows text, of which only the ASCII is needed here. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = Buffer.from(bytes).toString('latin1')
    return unusedInWindows.test(text) ? null : text
  }
}

/** Past blanks and comments, which a browser skips too before it decides. */
function firstWords(text: string): string {
  let rest = text.trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 2)
    rest = end < 0 ? '' : rest.slice(end + 3).trimStart()
  }
  return rest.slice(0, 20)
}

/** Whether bytes are text to be read, and nothing that a program would take for its own. */
export function isPlainText(bytes: Uint8Array): boolean {
  const text = decoded(bytes)
  return text !== null && !control.test(text) && !otherThanText.test(firstWords(text))
}
