import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'

export interface PlannedTheme {
  code: string
  /** Plans that municipalities let each other see, and shared projects that have not begun to deliver. */
  plans: number
  projects: number
  /** How many municipalities are behind either; each counts once. */
  municipalities: number
}

/**
 * Themes that municipalities plan something in and nobody has shared a report of, as far as advisors see. Who plans: a plan that is shared, and an active
 * or waiting project that is shared and still an idea, a concept or being planned.
 */
const unsharedThemes = () => Prisma.sql`
  (WITH planned AS (
    SELECT theme AS code, municipality_id, project_id, true AS is_plan FROM shared_plans(${today()}::date)
    UNION ALL
    SELECT p.theme_code, p.municipality_id, p.id, false FROM project p JOIN project_phase h ON h.id = p.current_phase_id
      JOIN phase_model_phase f ON f.id = h.phase_model_phase_id
    WHERE p.lifecycle IN ('active', 'waiting') AND f.code IN ('idea', 'concept', 'planning')
  )
  SELECT code, count(*) FILTER (WHERE is_plan)::int AS plans, count(*) FILTER (WHERE NOT is_plan)::int AS projects,
    count(DISTINCT municipality_id)::int AS municipalities
  FROM planned WHERE NOT EXISTS (SELECT 1 FROM experience_report r WHERE r.theme_code = planned.code AND r.status = 'published') GROUP BY code)`

/** How many such themes there are. */
export async function unsharedThemeCount(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM ${unsharedThemes()} themes`
  return row?.n ?? 0
}

/** The themes themselves, those that most municipalities plan first. */
export function unsharedThemeRows(
  tx: Tx,
  { take, skip = 0, least = 1, where = Prisma.sql`true` }: { take: number; skip?: number; least?: number; where?: Prisma.Sql },
) {
  return tx.$queryRaw<PlannedTheme[]>`
    SELECT code, plans, projects, themes.municipalities FROM ${unsharedThemes()} themes JOIN theme USING (code)
    WHERE themes.municipalities >= ${least} AND ${where} ORDER BY themes.municipalities DESC, theme.position LIMIT ${take} OFFSET ${skip}`
}

/** Where the plans of a theme are read; its projects, where no plan is shared. */
export function plansOf({ code, plans }: Pick<PlannedTheme, 'code' | 'plans'>): string {
  return `${plans > 0 ? '/planer' : '/prosjekter'}?tema=${code}`
}
