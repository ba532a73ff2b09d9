import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import { partsOf } from '../../parts'
import type { Mine } from '../rules'

/** The plan of a project of one's own, with where each row came from; null where there is none to see. */
export async function ownItems(tx: Tx, projectId: string): Promise<Mine | null> {
  const plan = await projectPlan(tx, projectId)
  return plan && { parts: partsOf(plan), links: await linksOf(tx, projectId) }
}

/** Where each row of a project was copied from, for those that were. */
export async function linksOf(tx: Tx, projectId: string): Promise<Mine['links']> {
  const rows = await tx.$queryRaw<{ id: string; key: string | null; sourceProjectId: string }[]>`
    SELECT i.id, i.source_item_key AS key, p.source_project_id AS "sourceProjectId" FROM (
      SELECT id, source_item_key, copied_part_id FROM checklist_item WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM milestone WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM deliverable WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM uncertainty WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM benefit WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM task WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM stakeholder WHERE project_id = ${projectId}::uuid
      UNION ALL SELECT id, source_item_key, copied_part_id FROM communication WHERE project_id = ${projectId}::uuid
    ) i JOIN copied_part c ON c.id = i.copied_part_id JOIN project_copy p ON p.id = c.project_copy_id`
  return new Map(rows.map(({ id, ...link }) => [id, link]))
}
