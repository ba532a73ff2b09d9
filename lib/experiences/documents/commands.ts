import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { foundDocuments } from './queries'
import type { DocumentChoice } from './rules'

interface Place {
  id: string
  municipalityId: string
  collaborationId: string | null
}

/** Writes which documents follow a report. One that follows it already keeps its address. Gives those that are no longer to be found. */
export async function storeDocuments(
  tx: Tx,
  project: Place,
  reportId: string,
  chosen: readonly DocumentChoice[],
): Promise<DocumentChoice[]> {
  const own = { municipalityId: project.municipalityId, reportId }
  const found = await foundDocuments(tx, { projectId: project.id, reportId }, chosen)
  await tx.reportDocument.deleteMany({ where: { ...own, documentId: { notIn: found.map(({ documentId }) => documentId) } } })
  for (const [index, { documentId, visibility: audience, ...file }] of found.entries()) {
    const data = { ...file, position: index + 1, ...audienceOf(audience, project.collaborationId) }
    await tx.reportDocument.upsert({
      where: { municipalityId_reportId_documentId: { ...own, documentId } },
      create: { ...own, documentId, ...data },
      update: data,
      select: { id: true },
    })
  }
  return chosen.filter((choice) => found.every(({ documentId }) => documentId !== choice.documentId))
}

/** Without a collaboration there is nobody between one's own and all: the narrower is the safe reading. */
function audienceOf(visibility: DocumentChoice['visibility'], collaborationId: string | null) {
  if (visibility === 'collaboration' && !collaborationId)
    return { visibility: 'municipality' as const, visibleToCollaborationId: null }
  return { visibility, visibleToCollaborationId: visibility === 'collaboration' ? collaborationId : null }
}
