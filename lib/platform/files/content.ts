import { Bytes } from './bytes'
import { isCompoundFile } from './compound'
import { type Found, packedDocument } from './office'
import { olderDocument } from './older-office'
import { isPlainText } from './text'
import { extensionOf, type FileType, fileTypes } from './types'

export { safeFileName } from './names'

export type FileRefusal = 'empty' | 'too-large' | 'type' | 'macros' | 'mismatch'
export type Examined = { ok: true; type: FileType; extension: string } | { ok: false; reason: FileRefusal }

const textTypes: FileType[] = ['text/plain', 'text/csv', 'text/markdown']

function pictureType(file: Bytes): FileType | null {
  if (file.startsWith('\x89PNG\r\n\x1a\n') && file.startsWith('IHDR', 12)) return 'image/png'
  if (file.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (file.startsWith('RIFF') && file.startsWith('WEBPVP8', 8)) return 'image/webp'
  return file.startsWith('GIF87a') || file.startsWith('GIF89a') ? 'image/gif' : null
}

/** What the bytes are. Among texts only the name can tell which. */
function typeOf(file: Bytes): Found | 'text' {
  if (file.startsWith('%PDF-')) return 'application/pdf'
  const picture = pictureType(file)
  if (picture) return picture
  if (file.startsWith('PK')) return packedDocument(file)
  if (isCompoundFile(file)) return olderDocument(file)
  return isPlainText(file.all) ? 'text' : null
}

const refused = (reason: FileRefusal): Examined => ({ ok: false, reason })

/**
 * Decides what an uploaded file is by its bytes. The name must have an extension that fits them; the type a browser
 * declares is not asked. What is not on the list of `fileTypes` is refused, and so is what holds macros.
 */
export function examineFile(name: string, bytes: Uint8Array, maxBytes: number): Examined {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > maxBytes) return refused('too-large')
  const found = typeOf(new Bytes(bytes))
  if (!found) return refused('type')
  if (found === 'macros') return refused('macros')
  const extension = extensionOf(name)
  const possible = found === 'text' ? textTypes : [found]
  const type = possible.find((candidate) => fileTypes[candidate].some((usual) => usual === extension))
  return type ? { ok: true, type, extension: fileTypes[type][0] } : refused('mismatch')
}
