import 'server-only'
import { Readable } from 'node:stream'
import { isFileWasNotFound, type StorageAdapter } from '@flystorage/file-storage'
import { config, type FilesConfig } from '../config'
import { openBucket } from './bucket'
import { requireKey } from './keys'
import { LocalFolder } from './local-folder'
import { type FileContents, toNode, toWeb } from './streams'

/** The bytes are gone although somebody has the key: a fault, unlike what one may not see. */
export class FileMissing extends Error {
  constructor(readonly key: string) {
    super(`No file at ${key}`)
    this.name = 'FileMissing'
  }
}

export interface FileStore {
  store(key: string, contents: FileContents): Promise<void>
  open(key: string): Promise<ReadableStream<Uint8Array>>
  delete(key: string): Promise<void>
  exists(key: string): Promise<boolean>
}

// The adapters are called directly: the library's own front pipes what it reads onwards and leaves the file or the
// connection open when the reader goes away.
function storeOn(adapter: StorageAdapter): FileStore {
  return {
    async store(key, contents) {
      // What a file is stands in the database; the storage keeps bytes and guesses nothing.
      await adapter.write(requireKey(key), toNode(contents), { mimeType: 'application/octet-stream' })
    },
    async open(key) {
      try {
        const source = await adapter.read(requireKey(key), {})
        return toWeb(source instanceof Readable ? source : Readable.from(source))
      } catch (error) {
        throw error instanceof Error && isFileWasNotFound(error) ? new FileMissing(key) : error
      }
    },
    async delete(key) {
      await adapter.deleteFile(requireKey(key), {})
    },
    exists: async (key) => adapter.fileExists(requireKey(key), {}),
  }
}

/** The storage that a configuration describes: a bucket where there is one, otherwise a folder. */
export async function fileStore(files: Pick<FilesConfig, 'bucket' | 'folder'>): Promise<FileStore> {
  return storeOn(files.bucket ? await openBucket(files.bucket) : new LocalFolder(files.folder))
}

let opened: Promise<FileStore> | undefined

function ours(): Promise<FileStore> {
  opened ??= fileStore(config().files)
  return opened
}

/** Keeps the bytes under the key; what lay there before is replaced whole. */
export async function storeFile(key: string, contents: FileContents): Promise<void> {
  await (await ours()).store(key, contents)
}

/** The bytes, to be read or cancelled. Throws `FileMissing` where there are none. */
export async function openFile(key: string): Promise<ReadableStream<Uint8Array>> {
  return (await ours()).open(key)
}

/** Removes the bytes; what is not there is already removed. */
export async function deleteFile(key: string): Promise<void> {
  await (await ours()).delete(key)
}

/** Whether there are bytes under the key. */
export async function fileExists(key: string): Promise<boolean> {
  return (await ours()).exists(key)
}
