import { inflateRawSync } from 'node:zlib'
import type { Bytes } from './bytes'

export interface ZipEntry {
  /** In lower case and with forward slashes, as Office and LibreOffice find their parts. */
  name: string
  method: number
  packedSize: number
  /** Where the entry's own header lies. */
  at: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const headerMark = 0x04034b50
const endLength = 22
const entryLength = 46
const headerLength = 30
const mostEntries = 20_000

function endOf(file: Bytes): number | null {
  for (let at = file.length - endLength; at >= Math.max(0, file.length - endLength - 0xffff); at--) {
    if (file.u32(at) === endMark && at + endLength + file.u16(at + 20) === file.length) return at
  }
  return null
}

/**
 * The list of contents of a zip, or null where the file is not exactly one: a zip from its first byte, one list that
 * ends where the end begins. Stricter than the programs that open it, so that they cannot find another list than we do.
 */
export function zipEntries(file: Bytes): ZipEntry[] | null {
  const end = file.u32(0) === headerMark ? endOf(file) : null
  if (end === null) return null
  const count = file.u16(end + 10)
  const start = file.u32(end + 16)
  if (count === 0 || count > mostEntries || start + file.u32(end + 12) !== end) return null
  const entries: ZipEntry[] = []
  let at = start
  for (let entry = 0; entry < count; entry++) {
    if (at + entryLength > end || file.u32(at) !== entryMark) return null
    const nameLength = file.u16(at + 28)
    const name = file
      .text(at + entryLength, nameLength)
      .replaceAll('\\', '/')
      .toLowerCase()
    entries.push({ name, method: file.u16(at + 10), packedSize: file.u32(at + 20), at: file.u32(at + 42) })
    at += entryLength + nameLength + file.u16(at + 30) + file.u16(at + 32)
  }
  return at === end ? entries : null
}

/** The text of one small entry; null where it is larger than `most`, packed in an unusual way, or broken. */
export function zipText(file: Bytes, entry: ZipEntry, most: number): string | null {
  const nameLength = file.u16(entry.at + 26)
  const name = file
    .text(entry.at + headerLength, nameLength)
    .replaceAll('\\', '/')
    .toLowerCase()
  if (file.u32(entry.at) !== headerMark || name !== entry.name) return null
  const packed = file.slice(entry.at + headerLength + nameLength + file.u16(entry.at + 28), entry.packedSize)
  if (packed.length !== entry.packedSize) return null
  try {
    if (entry.method === 0) return packed.length <= most ? Buffer.from(packed).toString('utf8') : null
    return entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: most }).toString('utf8') : null
  } catch {
    return null
  }
}
