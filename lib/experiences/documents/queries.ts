import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { DocumentType, Licence, ReportDocumentKind, Visibility } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { type FileType, isFileType } from '@/lib/platform/files/types'
import type { DraftReport } from '../rules'
import { type DocumentChoice, narrowest, readMark, toReadThrough } from './rules'

/** The most documents of a project that are offered, the newest first, and the most versions of each. */
const mostOffered = 100
const mostVersions = 50

/** A document of the project that may follow its report. */
export interface ChoosableDocument {
  id: string
  title: string
  type: DocumentType
  /** The newest first; none is without. */
  versions: { number: number; fileName: string; sizeBytes: number }[]
  /** Deleted in the project; a published report goes on having it. */
  isDeleted: boolean
}

/** The documents with a file that may follow the report of a project: the newest, and those that are chosen already. */
export function choosableDocuments(
  actor: Actor,
  projectId: string,
  chosen: readonly DocumentChoice[],
): Promise<ChoosableDocument[]> {
  return read(actor, async (tx) => {
    const ids = chosen.map(({ documentId }) => documentId)
    const inProject = { projectId, versions: { some: {} } }
    const rows = await tx.document.findMany({
      where: inProject,
      orderBy: { id: 'desc' },
      take: mostOffered,
      select: choosable,
    })
    const others = ids.filter((id) => rows.every((row) => row.id !== id))
    const older = await tx.document.findMany({ where: { ...inProject, id: { in: others } }, select: choosable })
    const published = await tx.reportDocument.findMany({
      where: { report: { projectId }, documentId: { in: others.filter((id) => older.every((row) => row.id !== id)) } },
      select: { documentId: true, title: true, number: true, fileName: true, sizeBytes: true },
    })
    return [
      ...[...rows, ...older].map((document) => ({ ...document, isDeleted: false })),
      ...published.map(({ documentId, title, ...version }) => ({
        ...{ id: documentId, title, type: 'other' as const },
        ...{ versions: [version], isDeleted: true },
      })),
    ]
  })
}

const choosable = {
  id: true,
  title: true,
  type: true,
  versions: {
    orderBy: { number: 'desc' },
    take: mostVersions,
    select: { number: true, fileName: true, sizeBytes: true },
  },
} as const satisfies Prisma.DocumentSelect

/** A document that follows a report, as its readers see it. */
export interface ReportDocumentView {
  id: string
  title: string
  kind: ReportDocumentKind
  licence: Licence
  number: number
  fileName: string
  sizeBytes: number
  /** Where fewer may read it than the parts. */
  visibility: Visibility | null
}

export const documentFields = {
  orderBy: { position: 'asc' },
  select: { id: true, title: true, kind: true, licence: true, number: true, fileName: true, sizeBytes: true, visibility: true },
} as const satisfies Prisma.ExperienceReport$documentsArgs

/** The bytes of a document that follows a report; null for what the actor may not read. */
export function reportDocumentFile(actor: Actor, slug: string, id: string) {
  return read(actor, async (tx) => {
    const row = await tx.reportDocument.findFirst({
      where: { id, report: { slug } },
      select: { municipalityId: true, storedId: true, fileName: true, contentType: true, sizeBytes: true },
    })
    if (!row) return null
    if (!isFileType(row.contentType)) throw new Error(`Document ${id} has a type that is never taken in`)
    const type: FileType = row.contentType
    return { key: documentKey(row.municipalityId, row.storedId), fileName: row.fileName, type, size: row.sizeBytes }
  })
}

/** A chosen document with what is known of its file. */
export interface FoundDocument extends DocumentChoice {
  title: string
  storedId: string
  fileName: string
  contentType: string
  sizeBytes: number
  sha256: Uint8Array<ArrayBuffer>
}

/**
 * What was chosen, in the order of the titles: as the project has it, else as the report has it already where the project has deleted it.
 * What is in neither is left out.
 */
export async function foundDocuments(
  tx: Tx,
  at: { projectId: string; reportId: string | null },
  chosen: readonly DocumentChoice[],
): Promise<FoundDocument[]> {
  if (chosen.length === 0) return []
  const ids = chosen.map(({ documentId }) => documentId)
  const file = { storedId: true, fileName: true, contentType: true, sizeBytes: true, sha256: true } as const
  const inProject = await tx.documentVersion.findMany({
    where: {
      document: { projectId: at.projectId, id: { in: ids } },
      OR: chosen.map(({ documentId, number }) => ({ documentId, number })),
    },
    select: { ...file, id: true, documentId: true, number: true, document: { select: { title: true } } },
  })
  const inReport = await tx.reportDocument.findMany({
    where: { reportId: at.reportId ?? undefined, documentId: { in: at.reportId ? ids : [] } },
    select: { ...file, documentId: true, number: true, title: true },
  })
  const known = [
    ...inProject.map(({ id, document, storedId, ...row }) => ({ ...row, title: document.title, storedId: storedId ?? id })),
    ...inReport,
  ]
  const found = chosen.flatMap((choice) => {
    const row = known.find(({ documentId, number }) => documentId === choice.documentId && number === choice.number)
    return row ? [{ ...row, ...choice }] : []
  })
  return found.sort((a, b) => new Intl.Collator('nb').compare(a.title, b.title))
}

/** A document that somebody must have read through before others get it. */
export interface UnreadDocument {
  mark: string
  documentId: string
  number: number
  title: string
  fileName: string
  kind: ReportDocumentKind
  readers: Visibility
}

/** What must be settled about the documents of a report before it is published: what is to be read through, and what is no longer there. */
export async function documentsToSettle(
  tx: Tx,
  at: { projectId: string; reportId: string },
  report: Pick<DraftReport, 'documents' | 'visibility' | 'audiences'>,
): Promise<{ unread: UnreadDocument[]; gone: DocumentChoice[] }> {
  const found = await foundDocuments(tx, at, report.documents)
  const readersOf = ({ visibility }: DocumentChoice) => narrowest(report.visibility, report.audiences.parts, visibility)
  const unread = toReadThrough(
    found.map((choice) => ({ choice, readers: readersOf(choice) })),
    await publishedDocuments(tx, at.reportId),
  )
  return {
    unread: found
      .filter((one) => unread.some((choice) => choice.documentId === one.documentId))
      .map(({ documentId, number, title, fileName, kind, visibility, licence }) => ({
        ...{ documentId, number, title, fileName, kind, mark: readMark({ documentId, number }) },
        readers: readersOf({ documentId, number, kind, licence, visibility }),
      })),
    gone: report.documents.filter(({ documentId }) => found.every((one) => one.documentId !== documentId)),
  }
}

async function publishedDocuments(tx: Tx, reportId: string) {
  const report = await tx.experienceReport.findFirst({
    where: { id: reportId, status: 'published' },
    select: {
      visibility: true,
      sections: { where: { kind: 'parts' }, select: { visibility: true } },
      documents: { select: { documentId: true, number: true, kind: true, licence: true, visibility: true } },
    },
  })
  if (!report) return []
  return report.documents.map((choice) => ({
    choice,
    readers: narrowest(report.visibility, report.sections[0]?.visibility, choice.visibility),
  }))
}

/** Those of some files that a report still has: their bytes are kept although the project has deleted its document. */
export async function filesOfReports(tx: Tx, municipalityId: string, storedIds: string[]): Promise<Set<string>> {
  const rows = await tx.reportDocument.findMany({
    where: { municipalityId, storedId: { in: storedIds } },
    select: { storedId: true },
  })
  return new Set(rows.map(({ storedId }) => storedId))
}
