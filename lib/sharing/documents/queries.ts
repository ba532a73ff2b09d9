import 'server-only'
import type { DocumentType, Licence, ReportDocumentKind } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'

/** A document that follows the report of another municipality, as it can be copied. */
export interface OfferedDocument {
  id: string
  title: string
  kind: ReportDocumentKind
  licence: Licence
  number: number
  fileName: string
  sizeBytes: number
}

const offered = { id: true, title: true, kind: true, licence: true, number: true, fileName: true, sizeBytes: true } as const

/** The documents that follow the published report of a project, as far as the actor may read them. */
export function offeredDocuments(actor: Actor, projectId: string): Promise<OfferedDocument[]> {
  return read(actor, (tx) =>
    tx.reportDocument.findMany({ where: publishedOf(projectId), orderBy: { position: 'asc' }, select: offered }),
  )
}

/** Those of some documents that the viewer of the transaction may copy, with their files. */
export function readableDocuments(tx: Tx, projectId: string, ids: readonly string[]) {
  return tx.reportDocument.findMany({
    where: { ...publishedOf(projectId), id: { in: [...ids] } },
    orderBy: { position: 'asc' },
    select: { ...offered, municipalityId: true, storedId: true, contentType: true, sha256: true },
  })
}

const publishedOf = (projectId: string) => ({ report: { projectId, status: 'published' as const } })

const types: Partial<Record<ReportDocumentKind, DocumentType>> = {
  requirements: 'requirements',
  risk_analysis: 'risk_analysis',
  privacy_assessment: 'privacy_assessment',
}

/** What a copied document is called among the documents of a project. */
export const typeOfKind = (kind: ReportDocumentKind): DocumentType => types[kind] ?? 'other'

/** Where a document of one's own came from, and whether there is a newer version there that the actor may read. */
export interface DocumentOrigin {
  title: string
  municipality: string
  reportSlug: string | null
  number: number
  licence: Licence
  newest: number | null
}

/** Where a document was copied from; null for one that was not, and for those who may not see it. */
export function documentOrigin(actor: Actor, at: { projectId: string; documentId: string }): Promise<DocumentOrigin | null> {
  return read(actor, async (tx) => {
    const document = await tx.document.findFirst({
      where: { id: at.documentId, projectId: at.projectId },
      select: { sourceDocumentId: true, sourceNumber: true, licence: true, copy: { select: { origins: true } } },
    })
    if (!document?.copy || !document.sourceDocumentId || !document.sourceNumber || !document.licence) return null
    const [origin] = document.copy.origins as { title: string; municipality: string; reportSlug: string | null }[]
    const source = await tx.reportDocument.findFirst({ where: { id: document.sourceDocumentId }, select: { number: true } })
    return {
      title: origin?.title ?? '',
      municipality: origin?.municipality ?? '',
      reportSlug: origin?.reportSlug ?? null,
      number: document.sourceNumber,
      licence: document.licence,
      newest: source && source.number > document.sourceNumber ? source.number : null,
    }
  })
}
