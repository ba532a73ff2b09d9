import { disposition } from './disposition'
import type { FileType } from './types'

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
