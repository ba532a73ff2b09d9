import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { read, type Tx, transaction } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { type ReceivedFile, receivedFile } from '@/lib/platform/files/received'
import { deleteFile, storeFile } from '@/lib/platform/files/storage'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { type ProjectForChange, projectToRun } from '@/lib/projects/facts/queries'
import type { DocumentInput, VersionInput } from './input'

/**
 * Adds a document with its first version. Refuses what the actor may not see or does not run, a phase of another project, and a file
 * that is not what it says or may not be taken in, beside its field.
 */
export function uploadDocument(actor: Actor, input: DocumentInput): Promise<{ documentId: string }> {
  const documentId = newId()
  return withFile(actor, input, async (tx, { project, staff }, file) => {
    const { projectId, type, projectPhaseId, isArchivable, comment } = input
    const isOurs = projectPhaseId === null || (await tx.projectPhase.count({ where: { id: projectPhaseId, projectId } })) === 1
    refuseUnless(isOurs, 'not-found', { projectPhaseId: 'errors.unknown' })
    const title = input.title || titleOf(file.name)
    const { municipalityId } = project
    await tx.document.createMany({
      data: [{ id: documentId, municipalityId, projectId, title, type, projectPhaseId, isArchivable }],
    })
    await addVersion(tx, staff, { documentId, title, projectId, action: 'document.upload', comment }, file)
    return { documentId }
  })
}

/** Adds a version to a document; those before it stay. Two at once get a number each. */
export function uploadVersion(actor: Actor, input: VersionInput): Promise<{ number: number }> {
  return withFile(actor, input, async (tx, { staff }, file) => {
    const { documentId, projectId, comment } = input
    const title = await lockDocument(tx, input)
    const number = await addVersion(tx, staff, { documentId, title, projectId, action: 'document.new-version', comment }, file)
    return { number }
  })
}

/**
 * Keeps the bytes before the rows that tell of them, so that no row is ever without its bytes, and takes them away again when the rows
 * are not kept. Who may is asked first: nobody fills the storage of others.
 */
async function withFile<T>(
  actor: Actor,
  { projectId, file }: { projectId: string; file: File },
  work: (tx: Tx, who: { project: ProjectForChange; staff: Staff }, file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const { project } = await read(actor, (tx) => projectToRun(tx, actor, projectId))
  const found = await receivedFile(file)
  const key = documentKey(project.municipalityId, found.id)
  await storeFile(key, found.bytes)
  try {
    return await transaction(actor, async (tx) => {
      const who = await projectToRun(tx, actor, projectId)
      const result = await work(tx, who, found)
      await tx.project.updateMany({ where: { id: projectId }, data: { updatedAt: new Date() } })
      return result
    })
  } catch (error) {
    if (!(await mayBeKept(actor, found.id))) await deleteFile(key)
    throw error
  }
}

/** A commit whose answer was lost may have been done. Bytes too many harm nobody; bytes too few do. */
function mayBeKept(actor: Actor, versionId: string): Promise<boolean> {
  return read(actor, (tx) => tx.documentVersion.count({ where: { id: versionId } })).then(
    (count) => count > 0,
    () => true,
  )
}

/** Makes others who add a version to the same document, or delete it, wait. Gives its title. */
async function lockDocument(tx: Tx, { documentId, projectId }: VersionInput): Promise<string> {
  const [document] = await tx.$queryRaw<{ title: string }[]>`
    SELECT title FROM document WHERE id = ${documentId}::uuid AND project_id = ${projectId}::uuid FOR UPDATE`
  refuseUnless(document, 'not-found')
  return document.title
}

async function addVersion(
  tx: Tx,
  actor: Staff,
  about: { documentId: string; title: string; projectId: string; action: string; comment: string },
  { id, name, type, bytes }: ReceivedFile,
): Promise<number> {
  const { documentId, title, projectId, action, comment } = about
  const { _max } = await tx.documentVersion.aggregate({ where: { documentId }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  await tx.documentVersion.createMany({
    data: [
      {
        id,
        municipalityId: actor.municipality.id,
        documentId,
        number,
        fileName: name,
        contentType: type,
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest(),
        comment,
        uploadedBy: actor.personId,
      },
    ],
  })
  await audit(tx, actor, {
    action,
    subjectType: 'document',
    subjectId: documentId,
    projectId,
    detail: { title, number, fileName: name },
  })
  return number
}

/** The name of the file without its extension. */
function titleOf(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]{1,10}$/i, '') || fileName
}
