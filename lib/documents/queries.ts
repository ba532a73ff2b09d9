import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { type FileType, isFileType } from '@/lib/platform/files/types'
import { projectFacts } from '@/lib/projects/facts/queries'
import { itemChoices } from '@/lib/projects/items/queries'
import { mayReadInside, mayRunProject } from '@/lib/projects/policy'
import type { DocumentListQuery } from './input'

export const documentsPerPage = 50

/** The most versions that a document shows. */
const mostVersions = 200

const version = {
  number: true,
  fileName: true,
  sizeBytes: true,
  comment: true,
  uploadedAt: true,
  person: { select: { name: true } },
} as const

interface VersionRow {
  number: number
  fileName: string
  sizeBytes: number
  comment: string
  uploadedAt: Date
  person: { name: string }
}

/** One uploaded file, as it is shown. */
export interface VersionView {
  number: number
  fileName: string
  sizeBytes: number
  comment: string
  by: string
  /** ISO instant. */
  at: string
}

const viewOf = ({ person, uploadedAt, ...row }: VersionRow): VersionView => ({
  ...row,
  by: person.name,
  at: uploadedAt.toISOString(),
})

/** The project where its own municipality asks: documents are read by nobody else, also where the project is shared. */
async function ownProject(tx: Tx, actor: Actor, projectId: string) {
  const project = await projectFacts(tx, projectId)
  return project && mayReadInside(actor, project) ? project : null
}

export type DocumentList = NonNullable<Awaited<ReturnType<typeof documentList>>>

/** One page of the documents of a project, the newest first, each with its latest version; null for what the actor may not see. */
export function documentList(actor: Actor, projectId: string, { type, fase, side }: DocumentListQuery) {
  return read(actor, async (tx) => {
    const project = await ownProject(tx, actor, projectId)
    if (!project) return null
    const where = { projectId, type: type || undefined, projectPhaseId: fase || undefined }
    const total = await tx.document.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / documentsPerPage))
    const page = Math.min(side, pageCount)
    const rows = await tx.document.findMany({
      where,
      orderBy: { id: 'desc' },
      skip: (page - 1) * documentsPerPage,
      take: documentsPerPage,
      select: {
        id: true,
        title: true,
        type: true,
        projectPhaseId: true,
        isArchivable: true,
        versions: { orderBy: { number: 'desc' }, take: 1, select: version },
      },
    })
    const { phases } = await itemChoices(tx, project.municipalityId, projectId)
    return {
      documents: rows.map(({ versions, ...row }) => ({ ...row, latest: versions[0] ? viewOf(versions[0]) : null })),
      total,
      page,
      pageCount,
      phases,
      may: { change: mayRunProject(actor, project) },
    }
  })
}

/** The versions of a document, the newest first; null for what the actor may not see. */
export function documentVersions(actor: Actor, at: { projectId: string; documentId: string }): Promise<VersionView[] | null> {
  return read(actor, async (tx) => {
    if (!(await ownProject(tx, actor, at.projectId))) return null
    const document = await tx.document.findFirst({
      where: { id: at.documentId, projectId: at.projectId },
      select: { versions: { orderBy: { number: 'desc' }, take: mostVersions, select: version } },
    })
    return document?.versions.map(viewOf) ?? null
  })
}

/** Where the bytes of a version lie and what they are handed out as. */
export interface DocumentFile {
  key: string
  fileName: string
  type: FileType
  size: number
}

/** One version to be handed out; null for what the actor may not see. */
export function documentFile(
  actor: Actor,
  at: { projectId: string; documentId: string; number: number },
): Promise<DocumentFile | null> {
  return read(actor, async (tx) => {
    if (!(await ownProject(tx, actor, at.projectId))) return null
    const row = await tx.documentVersion.findFirst({
      where: { number: at.number, documentId: at.documentId, document: { projectId: at.projectId } },
      select: { id: true, storedId: true, municipalityId: true, fileName: true, contentType: true, sizeBytes: true },
    })
    if (!row) return null
    if (!isFileType(row.contentType)) throw new Error(`Version ${row.id} has a type that is never taken in`)
    return {
      key: documentKey(row.municipalityId, row.storedId ?? row.id),
      fileName: row.fileName,
      type: row.contentType,
      size: row.sizeBytes,
    }
  })
}
