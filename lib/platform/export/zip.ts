import { Zip, ZipDeflate } from 'fflate'
import { encoded } from './stream'

export interface ZipPart {
  path: string
  /** Asked for when the part's turn has come, so that a later part may tell what an earlier one found. */
  text: () => AsyncIterable<string> | Iterable<string>
}

/** A zip file of texts, packed while it is read: no more than a chunk of any part is held. */
export async function* zipped(parts: ZipPart[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  // Not the asynchronous packer: it works ahead of the reader, and so gathers the whole file.
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    if (chunk.length > 0) ready.push(chunk)
  })
  for (const { path, text } of parts) {
    const part = new ZipDeflate(path)
    zip.add(part)
    for await (const bytes of encoded(text())) {
      part.push(bytes)
      yield* ready.splice(0)
    }
    part.push(new Uint8Array(0), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
