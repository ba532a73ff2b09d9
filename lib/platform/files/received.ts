import 'server-only'
import { config } from '../config'
import { newId } from '../ids'
import { logFault, logInfo } from '../log'
import { Refusal } from '../refusal'
import { examineFile, type FileRefusal, safeFileName } from './content'
import { withoutTraces } from './pictures'
import { scan } from './scanner'
import type { FileType } from './types'

/** What the bytes were found to be. The name and the type that the browser gives are never believed. */
export interface ReceivedFile {
  /** What the bytes are kept under. */
  id: string
  name: string
  type: FileType
  bytes: Uint8Array
}

const refusals: Record<FileRefusal, string> = {
  empty: 'errors.fileEmpty',
  'too-large': 'errors.fileTooLarge',
  type: 'errors.fileType',
  macros: 'errors.fileMacros',
  mismatch: 'errors.fileMismatch',
}

/** A file that was sent, known by its bytes. Refuses what is not what it says, or may not be taken in, beside the field `file`. */
export async function receivedFile(file: File): Promise<ReceivedFile> {
  const { maxBytes } = config().files
  // Not even read when it is too large.
  if (file.size > maxBytes) throw new Refusal('conflict', { file: refusals['too-large'] })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = safeFileName(file.name)
  const examined = examineFile(name, bytes, maxBytes)
  if (!examined.ok) throw new Refusal('conflict', { file: refusals[examined.reason] })
  await requireClean(bytes)
  const kept = await withoutTraces(examined.type, bytes)
  if (!kept) throw new Refusal('conflict', { file: 'errors.filePicture' })
  return { id: newId(), name, type: examined.type, bytes: kept }
}

/** Where a scanner is set up, what it does not call clean is not taken in: also while it does not answer. */
async function requireClean(bytes: Uint8Array): Promise<void> {
  const { scanner } = config().files
  if (!scanner) return
  const verdict = await scan(scanner, bytes)
  if (verdict.kind === 'clean') return
  if (verdict.kind === 'infected') logInfo('A file was stopped by the virus scanner', { signature: verdict.signature })
  else logFault(new Error(`The virus scanner gave no answer: ${verdict.why}`))
  throw new Refusal('conflict', { file: verdict.kind === 'infected' ? 'errors.fileInfected' : 'errors.fileUnchecked' })
}
