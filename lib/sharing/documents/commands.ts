import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { deleteFile, FileMissing, openFile, storeFile } from '@/lib/platform/files/storage'
import { newId } from '@/lib/platform/ids'
import { logFault } from '@/lib/platform/log'
import { refuseUnless } from '@/lib/platform/refusal'
import { readableDocuments, typeOfKind } from './queries'

/** The bytes kept for documents that are about to be copied, by the document they are of; none where the source has lost them. */
export type CopiedFiles = ReadonlyMap<string, string | null>

/**
 * Keeps bytes of one's own of the chosen documents before the rows that tell of them, and takes them away again where the rows are not kept.
 * What the actor may not read is left out; `work` refuses it.
 */
export async function withCopiedFiles<T>(
  actor: Staff,
  { projectId, documents = [] }: { projectId: string; documents?: readonly string[] },
  work: (files: CopiedFiles) => Promise<T>,
): Promise<T> {
  if (documents.length === 0) return work(new Map())
  const chosen = await read(actor, (tx) => readableDocuments(tx, projectId, documents))
  const files = new Map<string, string | null>()
  const own = actor.municipality.id
  try {
    for (const { id, municipalityId, storedId } of chosen) files.set(id, await copied(own, documentKey(municipalityId, storedId)))
    return await work(files)
  } catch (error) {
    for (const versionId of files.values())
      if (versionId && !(await mayBeKept(actor, versionId))) await deleteFile(documentKey(own, versionId))
    throw error
  }
}

async function copied(municipalityId: string, from: string): Promise<string | null> {
  const versionId = newId()
  try {
    await storeFile(documentKey(municipalityId, versionId), await openFile(from))
    return versionId
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error
    logFault(error, { key: from })
    return null
  }
}

/** A commit whose answer was lost may have been done. Bytes too many harm nobody; bytes too few do. */
function mayBeKept(actor: Staff, versionId: string): Promise<boolean> {
  return read(actor, (tx) => tx.documentVersion.count({ where: { id: versionId } })).then(
    (count) => count > 0,
    () => true,
  )
}

interface Place {
  municipalityId: string
  projectId: string
}

/**
 * Adds the chosen documents to a project, each with where it came from. One that came from there before gets what is newer as its next
 * version, and is left as it is where nothing is. Refuses with `not-found` what the actor may no longer read.
 */
export async function insertDocuments(
  tx: Tx,
  actor: Staff,
  place: Place & { projectCopyId: string },
  source: { projectId: string; documents: readonly string[] },
  files: CopiedFiles,
): Promise<{ titles: string[]; skipped: number }> {
  const chosen = await readableDocuments(tx, source.projectId, source.documents)
  refuseUnless(chosen.length === new Set(source.documents).size, 'not-found', { 'documents[]': 'errors.documentTakenBack' })
  const { projectCopyId, ...own } = place
  const held = await tx.document.findMany({
    where: { ...own, sourceDocumentId: { in: chosen.map(({ id }) => id) } },
    select: { id: true, sourceDocumentId: true, sourceNumber: true, versions: { select: { number: true } } },
  })
  const titles: string[] = []
  for (const document of chosen) {
    const before = held.find(({ sourceDocumentId }) => sourceDocumentId === document.id)
    if (before?.sourceNumber === document.number) continue
    const { kind, title, licence, number: sourceNumber } = document
    const documentId = before?.id ?? newId()
    if (before) await tx.document.updateMany({ where: { id: before.id }, data: { sourceNumber, licence, projectCopyId } })
    else
      await tx.document.createMany({
        data: [
          {
            ...own,
            id: documentId,
            projectCopyId,
            title,
            type: typeOfKind(kind),
            licence,
            sourceDocumentId: document.id,
            sourceNumber,
          },
        ],
      })
    const number = Math.max(0, ...(before?.versions.map((version) => version.number) ?? [])) + 1
    await insertVersion(tx, actor, { ...document, documentId, number }, files.get(document.id) ?? null)
    titles.push(title)
  }
  return { titles, skipped: chosen.length - titles.length }
}

type Version = { documentId: string } & Awaited<ReturnType<typeof readableDocuments>>[number]

async function insertVersion(tx: Tx, actor: Staff, version: Version, id: string | null): Promise<void> {
  if (!id) return
  const { documentId, number, fileName, contentType, sizeBytes, sha256 } = version
  await tx.documentVersion.createMany({
    data: [
      {
        ...{ id, documentId, number, fileName, contentType, sizeBytes, sha256 },
        ...{ municipalityId: actor.municipality.id, uploadedBy: actor.personId },
      },
    ],
  })
}
