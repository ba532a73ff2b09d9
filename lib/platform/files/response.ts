import { safeFileName } from './names'
import type { FileType } from './types'

/** As RFC 5987 writes what is not ASCII. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Names the file twice: in plain letters for what is old, and as it is written. */
function disposition(fileName: string): string {
  const name = safeFileName(fileName)
  const plain = name
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended(name)}`
}

/**
 * Hands out a file as a download, never to be shown in place: what people uploaded runs nothing on our address, and
 * stays with the one who may see it.
 */
export function fileResponse(
  stream: ReadableStream<Uint8Array>,
  { fileName, type, size }: { fileName: string; type: FileType; size: number },
): Response {
  return new Response(stream, {
    headers: {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': disposition(fileName),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    },
  })
}
