import { extensionOf } from './types'

const longest = 120

/** The longest beginning of a text within a length that does not cut a sign in two. */
function beginning(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/**
 * A name a file can be shown and saved under: letters, digits, space and `. - _ ( )`. Only the last part of a path, no
 * signs that are not seen or that turn the reading direction, no dot first, at most 120 long, and never empty.
 */
export function safeFileName(name: string): string {
  // Only the end of an endless name is worth the time. Composed: a Mac sends «å» as an «a» with a ring after it.
  const seen = name
    .slice(-1000)
    .replace(/\p{White_Space}/gu, ' ')
    .replace(/\p{C}+/gu, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
  const clean = (seen.split(/[/\\]/).at(-1) ?? '')
    .replace(/[^\p{L}\p{M}\p{Nd} ._()-]+/gu, '_')
    .replace(/\.{2,}/g, '.')
    .replace(/[ .]+$/, '')
  const extension = extensionOf(clean)
  const ending = extension && `.${extension}`
  const stem = clean.slice(0, clean.length - ending.length).replace(/^[ .\p{M}]+/u, '')
  const short = beginning(stem, longest - ending.length).replace(/[ .]+$/, '')
  return `${short || 'dokument'}${ending}`
}
