import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { isUuid } from '@/lib/platform/ids'
import { projectPlan } from '@/lib/projects/plan/queries'
import { noParts, type PartItem, type Parts, partKinds, partsOf } from '@/lib/sharing/parts'
import { sourceOf } from '@/lib/sharing/source/queries'
import { differenceOf, type Side } from './rules'

export interface Compared {
  projectId: string
  title: string
  municipality: { id: string; displayName: string; number: string }
  /** The published report, where that is what the reader sees of it. */
  slug: string | null
  isWholePlan: boolean
  themeCode: string
}

/** Two projects held against each other, as far as the actor may read them; null where they may not read the first, and no difference where not the second. */
export function projectDifference(actor: Actor, leftId: string, rightId: string | null) {
  return read(actor, async (tx) => {
    const left = await sideOf(tx, leftId)
    if (!left) return null
    const right = rightId && rightId !== leftId ? await sideOf(tx, rightId) : null
    return {
      left: left.of,
      right: right?.of ?? null,
      kinds: right ? differenceOf(left.side, right.side) : [],
      twins: await twinsOf(tx, left.of),
    }
  })
}

/** The plan as it is now where the project may be read, else the parts that its report has published. */
async function sideOf(tx: Tx, projectId: string): Promise<{ of: Compared; side: Side } | null> {
  const source = await sourceOf(tx, projectId)
  const head = source?.project ?? source?.report
  if (!source || !head) return null
  const plan = source.project && (await projectPlan(tx, projectId))
  const stored = partKinds.map((kind) => [kind, source.parts.get(kind)?.content ?? []])
  const parts: Parts = plan ? partsOf(plan) : { ...noParts(), ...Object.fromEntries(stored) }
  const { title, municipality, report } = source
  return {
    of: {
      ...{ projectId, title, municipality },
      slug: report?.slug ?? null,
      isWholePlan: plan !== null,
      themeCode: head.themeCode,
    },
    side: { parts, origins: await originsIn(tx, parts) },
  }
}

/** So many times over may what was copied have been copied before. */
const mostSteps = 10

/** Where each item was copied from, the nearest first, over as many projects as the viewer may read. One query for each step up. */
async function originsIn(tx: Tx, parts: Parts): Promise<Map<string, string[]>> {
  const keys = partKinds.flatMap((kind) => (parts[kind] as PartItem[]).flatMap(({ key }) => key ?? []))
  const origins = new Map(keys.map((key): [string, string[]] => [key, []]))
  let last = new Map(keys.map((key) => [key, key]))
  for (let step = 0; step < mostSteps && last.size > 0; step++) {
    const sources = await sourcesOf(tx, [...new Set(last.values())].filter(isUuid))
    const next = new Map<string, string>()
    for (const [key, at] of last) {
      const source = sources.get(at)
      const known = origins.get(key)
      // What was given back and copied again would else go around for ever.
      if (!source || !known || source === key || known.includes(source)) continue
      known.push(source)
      next.set(key, source)
    }
    last = next
  }
  return origins
}

/** What each of some rows was copied from. */
async function sourcesOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; source: string }[]>`
    SELECT id, source_item_key AS source FROM (
      SELECT id, source_item_key FROM checklist_item WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, source_item_key FROM milestone WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, source_item_key FROM deliverable WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, source_item_key FROM uncertainty WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, source_item_key FROM benefit WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, source_item_key FROM task WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, source_item_key FROM stakeholder WHERE id = ANY (${ids}::uuid[])
      UNION ALL SELECT id, source_item_key FROM communication WHERE id = ANY (${ids}::uuid[])
    ) i WHERE source_item_key IS NOT NULL`
  return new Map(rows.map(({ id, source }) => [id, source]))
}

export interface Twin {
  id: string
  title: string
  municipality: string
  /** Whether the one was copied from the other. */
  isKin: boolean
}

const mostTwins = 60

/** What a project may be held against: those it was copied from or to, then others of its theme, as far as the viewer may read them. One query. */
function twinsOf(tx: Tx, { projectId, themeCode }: Compared): Promise<Twin[]> {
  return tx.$queryRaw<Twin[]>`
    WITH kin AS (
      SELECT project_id AS id FROM project_copy WHERE source_project_id = ${projectId}::uuid
      UNION SELECT source_project_id FROM project_copy WHERE project_id = ${projectId}::uuid
      UNION SELECT project_id FROM lineage_links(${projectId}::uuid)
      UNION SELECT source_project_id FROM lineage_links(${projectId}::uuid)
    ), candidate AS (
      SELECT id FROM kin UNION SELECT id FROM project WHERE theme_code = ${themeCode}
      UNION SELECT project_id FROM experience_report WHERE status = 'published' AND theme_code = ${themeCode}
        AND EXISTS (SELECT 1 FROM report_part p WHERE p.report_id = experience_report.id AND p.is_offered)
    )
    SELECT c.id, coalesce(p.title, r.title) AS title, m.display_name AS municipality, c.id IN (SELECT id FROM kin) AS "isKin"
    FROM candidate c LEFT JOIN project p ON p.id = c.id
      LEFT JOIN experience_report r ON r.project_id = c.id AND r.status = 'published'
      JOIN municipality m ON m.id = coalesce(p.municipality_id, r.municipality_id)
    WHERE c.id <> ${projectId}::uuid
    ORDER BY "isKin" DESC, m.display_name COLLATE "nb-NO-x-icu", title, c.id LIMIT ${mostTwins}`
}
