import 'server-only'
import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { FileWasNotFound, Visibility, type WriteOptions } from '@flystorage/file-storage'
import { LocalStorageAdapter } from '@flystorage/local-fs'

const onlyUs = { visibility: Visibility.PRIVATE, directoryVisibility: Visibility.PRIVATE }

/** A folder on the disk that only the app's own user can read. */
export class LocalFolder extends LocalStorageAdapter {
  constructor(folder: string) {
    super(path.resolve(folder), { rootDirectoryVisibility: Visibility.PRIVATE })
  }

  /** Under another name first: whoever reads meanwhile, or after a broken upload, never sees half a file. */
  override async write(key: string, contents: Readable, options: WriteOptions): Promise<void> {
    const part = `${key}.${randomUUID()}.part`
    try {
      await super.write(part, contents, { ...options, ...onlyUs })
      await this.moveFile(part, key, onlyUs)
    } catch (error) {
      await this.deleteFile(part)
      throw error
    }
  }

  /** The library pipes the file through another stream, which leaves it open for ever when the reader goes away. */
  override async read(key: string): Promise<Readable> {
    try {
      return (await open(path.join(this.rootDir, key))).createReadStream()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      throw FileWasNotFound.atLocation(key, { cause: error })
    }
  }
}
