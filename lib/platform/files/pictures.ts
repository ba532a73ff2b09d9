import 'server-only'
import type { FileType } from './types'

/** As many dots as a picture may have, all its frames together: more is a bomb. */
const mostPixels = 60_000_000

const formats: Partial<Record<FileType, 'png' | 'jpeg' | 'webp' | 'gif'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

/**
 * A picture drawn anew, as what it was: where it was taken, with what and by whom is gone, and so is all that hides behind the picture. Other
 * files as they are. Null where it is none that can be drawn.
 */
export async function withoutTraces(type: FileType, bytes: Uint8Array): Promise<Uint8Array | null> {
  const format = formats[type]
  if (!format) return bytes
  const { default: sharp } = await import('sharp')
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: format === 'gif' || format === 'webp' })
    .autoOrient()
    .toFormat(format, format === 'jpeg' || format === 'webp' ? { quality: 90 } : {})
    .toBuffer()
    .then(
      (drawn) => new Uint8Array(drawn),
      () => null,
    )
}
