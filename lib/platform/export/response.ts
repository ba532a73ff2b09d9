import { safeFileName } from '../files/names'

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

/** The name twice: in full for those who read RFC 5987, and in plain letters for the rest. */
function disposition(fileName: string): string {
  const name = safeFileName(fileName)
  const plain = name
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
