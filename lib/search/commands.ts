import 'server-only'
import type { SearchKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { type SearchSource, shareOf, vectorOf, wordsOf } from './rules'

/** Makes a thing findable, or renews what is known of it. In the transaction of the change, so that search never lags behind. */
export async function indexDocument(tx: Tx, source: SearchSource): Promise<void> {
  const { kind, subjectId } = source
  const known = await tx.searchDocument.findFirst({
    where: subjectOf(source),
    select: { id: true, sharedAt: true, sharedAs: true },
  })
  const { sharedAt, sharedAs } = shareOf(known, source, new Date())
  const municipalityId = kind === 'municipality' ? subjectId : source.municipalityId
  const idOf = (wanted: SearchKind) => (kind === wanted ? subjectId : null)
  await tx.$executeRaw`
    INSERT INTO search_document AS d (id, kind, municipality_id, report_id, project_id, lesson_id, collaboration_id, collection_id, part_id, report_document_id, title, lead, words, vector,
      names, body, theme_code, technologies, outcome, dated_on, shared_at, shared_as)
    VALUES (${known?.id ?? newId()}::uuid, ${kind}::search_kind, ${municipalityId}::uuid, ${idOf('report')}::uuid, ${idOf('project')}::uuid,
      ${idOf('lesson')}::uuid, ${idOf('collaboration')}::uuid, ${idOf('collection')}::uuid, ${source.isFile ? null : idOf('part')}::uuid, ${source.isFile ? subjectId : null}::uuid, ${source.title}, ${source.lead}, ${wordsOf(source)}, ${vectorOf(source)}::tsvector,
      ${[...new Set(source.names)]}, ${source.body}, ${source.themeCode ?? null}, ${source.technologies}, ${source.outcome ?? null}::report_outcome,
      ${source.datedOn ?? sharedAt ?? source.madeAt ?? null}::date, ${sharedAt}, ${sharedAs}::visibility)
    ON CONFLICT (id) DO UPDATE SET title = EXCLUDED.title, lead = EXCLUDED.lead, words = EXCLUDED.words, vector = EXCLUDED.vector, names = EXCLUDED.names,
      body = EXCLUDED.body, theme_code = EXCLUDED.theme_code, technologies = EXCLUDED.technologies, outcome = EXCLUDED.outcome,
      dated_on = coalesce(EXCLUDED.dated_on, d.dated_on), shared_at = EXCLUDED.shared_at, shared_as = EXCLUDED.shared_as`
}

/** Reads things anew from what is kept of them, where words in it were taken out. */
export async function renewDocuments(tx: Tx, ids: string[]): Promise<void> {
  const select = { id: true, title: true, lead: true, names: true, body: true }
  for (const { id, ...source } of await tx.searchDocument.findMany({ where: { id: { in: ids } }, select }))
    await tx.$executeRaw`
      UPDATE search_document SET words = ${wordsOf(source)}, vector = ${vectorOf(source)}::tsvector WHERE id = ${id}::uuid`
}

/** Makes a thing unfindable. */
export async function removeDocument(tx: Tx, subject: Pick<SearchSource, 'kind' | 'subjectId'>): Promise<void> {
  await tx.searchDocument.deleteMany({ where: subjectOf(subject) })
}

function subjectOf({ kind, subjectId, isFile }: Pick<SearchSource, 'kind' | 'subjectId' | 'isFile'>) {
  switch (kind) {
    case 'report':
      return { reportId: subjectId }
    case 'project':
      return { projectId: subjectId }
    case 'lesson':
      return { lessonId: subjectId }
    case 'collaboration':
      return { collaborationId: subjectId }
    case 'collection':
      return { collectionId: subjectId }
    case 'part':
      return isFile ? { reportDocumentId: subjectId } : { partId: subjectId }
    case 'municipality':
      return { kind, municipalityId: subjectId }
  }
}
