import 'server-only'
import type { ReportOutcome } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { mayReadInside } from '@/lib/projects/policy'

export interface SimilarCase {
  slug: string
  title: string
  municipality: string
  summary: string
  outcome: ReportOutcome
}

/** At most three cases from other municipalities that resemble a project: same theme, same technologies, like words. One query. */
export function similarCases(
  tx: Tx,
  project: { municipalityId: string; title: string; themeCode: string; technologies: string[] },
): Promise<SimilarCase[]> {
  return tx.$queryRaw<SimilarCase[]>`
    SELECT r.slug, r.title, m.display_name AS municipality, r.summary, r.outcome
    FROM experience_report r
    JOIN municipality m ON m.id = r.municipality_id
    CROSS JOIN LATERAL (SELECT
      CASE WHEN r.theme_code = ${project.themeCode} THEN 2 ELSE 0 END
      + cardinality(ARRAY(SELECT unnest(r.technologies) INTERSECT SELECT unnest(${project.technologies}::text[])))
      + word_similarity(${project.title}, r.title || ' ' || r.summary) AS score) AS likeness
    WHERE r.status = 'published' AND NOT EXISTS (SELECT 1 FROM report_merge g WHERE g.report_id = r.id) AND r.municipality_id <> ${project.municipalityId}::uuid AND likeness.score > 0.4
    ORDER BY likeness.score DESC, r.published_at DESC, r.id LIMIT 3`
}

/** As `similarCases`, for a project of the actor's own municipality; none for those from elsewhere. */
export function casesLike(actor: Actor, projectId: string): Promise<SimilarCase[]> {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: { municipalityId: true, title: true, themeCode: true, technologies: true },
    })
    return project && mayReadInside(actor, project) ? similarCases(tx, project) : []
  })
}
