import { Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'

export type FileContents = ReadableStream<Uint8Array> | Uint8Array

/** As the storage wants it. */
export function toNode(contents: FileContents): Readable {
  // In one piece: Node would go through an array of bytes number by number.
  if (contents instanceof Uint8Array) return Readable.from([contents], { objectMode: false })
  return Readable.fromWeb(contents as NodeReadableStream<Uint8Array>)
}

/**
 * As a response wants it: read as fast as it is taken, and closed when the reader goes away. `Readable.toWeb` reads far
 * ahead on Node 20.
 */
export function toWeb(readable: Readable): ReadableStream<Uint8Array> {
  // A fault before the first read waits for that read; without a listener it would stop the process.
  readable.on('error', () => {})
  const chunks = readable[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel() {
        readable.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
