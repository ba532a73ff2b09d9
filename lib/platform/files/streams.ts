import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'

export type FileContents = ReadableStream<Uint8Array> | Uint8Array

/** As the storage wants it. */
export function toNode(contents: FileContents): Readable {
  // In one piece: Node would go through an array of bytes number by number.
  if (contents instanceof Uint8Array) return Readable.from([contents], { objectMode: false })
  return Readable.fromWeb(contents as NodeReadableStream<Uint8Array>)
}

/** As a response wants it: read as fast as it is taken, and closed when the reader goes away. */
export function toWeb(readable: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(readable) as ReadableStream<Uint8Array>
}
