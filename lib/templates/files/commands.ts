import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import type { ReceivedFile } from '@/lib/platform/files/received'
import { deleteFile, FileMissing, openFile, storeFile } from '@/lib/platform/files/storage'
import { newId } from '@/lib/platform/ids'
import type { TemplateContent, TemplateFile } from '../content'

/** What a version is about to hold, and the bytes that were kept for it. */
export interface Prepared {
  content: TemplateContent
  keys: string[]
}

/**
 * The content with files of the template's own: the bytes are copied, so that they stay when the project deletes its document. A file
 * whose bytes are gone is a document that is expected.
 */
export async function withOwnFiles(municipalityId: string, content: TemplateContent): Promise<Prepared> {
  const keys: string[] = []
  const documents: TemplateContent['parts']['documents'] = []
  try {
    for (const document of content.parts.documents) {
      const file = document.file && (await copied(municipalityId, document.file))
      if (file) keys.push(documentKey(municipalityId, file.storedId))
      documents.push({ ...document, file })
    }
  } catch (error) {
    await forget(keys)
    throw error
  }
  return { content: { ...content, parts: { ...content.parts, documents } }, keys }
}

async function copied(municipalityId: string, file: TemplateFile): Promise<TemplateFile | null> {
  const storedId = newId()
  try {
    await storeFile(documentKey(municipalityId, storedId), await openFile(documentKey(municipalityId, file.storedId)))
  } catch (error) {
    if (error instanceof FileMissing) return null
    throw error
  }
  return { ...file, storedId }
}

/** Keeps the bytes of a file that was sent for a template. */
export async function keepFile(municipalityId: string, { id, name, type, bytes }: ReceivedFile): Promise<TemplateFile> {
  await storeFile(documentKey(municipalityId, id), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { storedId: id, fileName: name, contentType: type, sizeBytes: bytes.length, sha256 }
}

/** Takes the bytes away again when the version they were kept for was not published for certain. */
export async function orForget<T>(actor: Actor, at: { versionId: string; keys: string[] }, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const mayBeKept = await read(actor, (tx) => tx.projectTemplateVersion.count({ where: { id: at.versionId } })).then(
      (count) => count > 0,
      () => true,
    )
    if (!mayBeKept) await forget(at.keys)
    throw error
  }
}

async function forget(keys: string[]): Promise<void> {
  for (const key of keys) await deleteFile(key)
}
