import 'server-only'
import { reportPage } from '@/lib/experiences/queries'
import type { Actor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'

/** The reports to compare, in the order asked for; those the actor may not read are left out, and counted. */
export async function compared(actor: Actor, slugs: string[]) {
  const found = []
  for (const slug of slugs) {
    const report = await reportPage(actor, slug)
    if (report?.status === 'published') found.push(report)
  }
  return { reports: found, missing: slugs.length - found.length }
}

const mostCandidates = 30

/** Other published reports to set beside those chosen: first those of the same themes, then the newest; or those of a theme alone. One query. */
export function candidates(actor: Actor, chosen: { slug: string; themeCode: string }[], theme = '') {
  return read(
    actor,
    (tx) => tx.$queryRaw<{ slug: string; title: string; municipality: string; isSameTheme: boolean }[]>`
      SELECT r.slug, r.title, m.display_name AS municipality, r.theme_code = ANY (${chosen.map(({ themeCode }) => themeCode)}::text[]) AS "isSameTheme"
      FROM experience_report r JOIN municipality m ON m.id = r.municipality_id
      WHERE r.status = 'published' AND r.slug <> ALL (${chosen.map(({ slug }) => slug)}::text[])
        AND NOT EXISTS (SELECT 1 FROM report_merge g WHERE g.report_id = r.id) AND (${theme} = '' OR r.theme_code = ${theme})
      ORDER BY "isSameTheme" DESC, r.published_at DESC, r.id LIMIT ${mostCandidates}`,
  )
}
