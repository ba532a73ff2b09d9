import { disposition } from '../files/disposition'

/** A file for the reader to keep: never shown in our own pages, never kept by anything on the way. */
export function download(
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  { fileName, type }: { fileName: string; type: string },
): Response {
  const headers = new Headers({
    'content-type': type,
    'content-disposition': disposition(fileName),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': 'sandbox',
  })
  if (body instanceof Uint8Array) headers.set('content-length', String(body.byteLength))
  return new Response(body, { headers })
}
