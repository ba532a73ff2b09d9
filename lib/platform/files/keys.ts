import { isUuid } from '../ids'

const keyPattern = /^documents\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/

/** Where the bytes of one version of a document lie. Made of our own ids alone: no name that people give becomes a path. */
export function documentKey(municipalityId: string, documentVersionId: string): string {
  if (!isUuid(municipalityId) || !isUuid(documentVersionId)) throw new Error('A file key is made of ids')
  return `documents/${municipalityId}/${documentVersionId}`.toLowerCase()
}

/** Goes on only with a key that `documentKey` can have made: the last door before the disk. */
export function requireKey(key: string): string {
  if (!keyPattern.test(key)) throw new Error('Not a file key')
  return key
}
