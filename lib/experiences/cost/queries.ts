import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { CostLine } from '../rules'
import { type CaseCost, caseCost } from './rules'

/**
 * What each of some reports has cost, as far as the viewer may read it, by the id of the report. Inhabitants are counted as the report was written;
 * where it was written for a collaboration, those of all its members count, as the register has them. One query.
 */
export async function caseCosts(tx: Tx, reportIds: readonly string[]): Promise<Map<string, CaseCost>> {
  const rows = await tx.$queryRaw<{ id: string; population: number; lines: CostLine[] }[]>`
    SELECT r.id, coalesce(
        (SELECT sum(m.population)::int FROM collaboration_member c JOIN municipality m ON m.id = c.municipality_id WHERE c.collaboration_id = r.collaboration_id),
        (SELECT (s.content->>'population')::int FROM report_section s WHERE s.report_id = r.id AND s.kind = 'municipality'),
        (SELECT m.population FROM municipality m WHERE m.id = r.municipality_id)) AS population,
      coalesce((SELECT json_agg(json_build_object('kind', c.kind, 'year', c.year, 'planned', c.planned::float8, 'actual', c.actual::float8, 'quality', c.quality))
        FROM report_cost_line c WHERE c.municipality_id = r.municipality_id AND c.report_id = r.id), '[]') AS lines
    FROM experience_report r WHERE r.id = ANY (${[...reportIds]}::uuid[])`
  return new Map(rows.map(({ id, population, lines }) => [id, caseCost(lines, population)]))
}
