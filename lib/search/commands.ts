import 'server-only'
import type { SearchKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { type SearchSource, vectorOf, wordsOf } from './rules'

/** Makes a thing findable, or renews what is known of it. In the transaction of the change, so that search never lags behind. */
export async function indexDocument(tx: Tx, source: SearchSource): Promise<void> {
  await removeDocument(tx, source)
  const { kind, subjectId } = source
  const municipalityId = kind === 'municipality' ? subjectId : source.municipalityId
  const idOf = (wanted: SearchKind) => (kind === wanted ? subjectId : null)
  await tx.$executeRaw`
    INSERT INTO search_document (id, kind, municipality_id, report_id, project_id, lesson_id, collaboration_id, title, lead, words, vector,
      theme_code, technologies, outcome, dated_on)
    VALUES (${newId()}::uuid, ${kind}::search_kind, ${municipalityId}::uuid, ${idOf('report')}::uuid, ${idOf('project')}::uuid,
      ${idOf('lesson')}::uuid, ${idOf('collaboration')}::uuid, ${source.title}, ${source.lead}, ${wordsOf(source)}, ${vectorOf(source)}::tsvector,
      ${source.themeCode ?? null}, ${source.technologies}, ${source.outcome ?? null}::report_outcome, ${source.datedOn ?? null}::date)`
}

/** Makes a thing unfindable. */
export async function removeDocument(tx: Tx, { kind, subjectId }: Pick<SearchSource, 'kind' | 'subjectId'>): Promise<void> {
  if (kind === 'report') await tx.searchDocument.deleteMany({ where: { reportId: subjectId } })
  if (kind === 'project') await tx.searchDocument.deleteMany({ where: { projectId: subjectId } })
  if (kind === 'lesson') await tx.searchDocument.deleteMany({ where: { lessonId: subjectId } })
  if (kind === 'collaboration') await tx.searchDocument.deleteMany({ where: { collaborationId: subjectId } })
  if (kind === 'municipality') await tx.searchDocument.deleteMany({ where: { kind, municipalityId: subjectId } })
}
