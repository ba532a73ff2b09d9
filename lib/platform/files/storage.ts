import 'server-only'
import { Readable } from 'node:stream'
import { isFileWasNotFound, type StorageAdapter } from '@flystorage/file-storage'
import { visitor } from '../actor'
import { config, type FilesConfig } from '../config'
import { transaction } from '../db'
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
  const store = await ours()
  try {
    return await store.open(key)
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error
    for (const earlier of await earlierKeys(key)) if (await store.exists(earlier)) return store.open(earlier)
    throw error
  }
}

/** Where the bytes of a municipality lie that has gone up in the one of this key: they are not moved with it. */
function earlierKeys(key: string): Promise<string[]> {
  const [folder, municipalityId, version] = key.split('/')
  return transaction(visitor, async (tx) => {
    const before = await tx.municipalitySuccession.findMany({
      where: { successorId: municipalityId, isHeir: true },
      select: { predecessorId: true },
    })
    return before.map(({ predecessorId }) => `${folder}/${predecessorId}/${version}`)
  })
}

/** Removes the bytes; what is not there is already removed. */
export async function deleteFile(key: string): Promise<void> {
  const store = await ours()
  await store.delete(key)
  for (const earlier of await earlierKeys(key)) await store.delete(earlier)
}

/** Whether there are bytes under the key. */
export async function fileExists(key: string): Promise<boolean> {
  return (await ours()).exists(key)
}
