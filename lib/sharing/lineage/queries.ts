import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { localChanges } from '../improvements/rules'
import { keptContent, type PartItem } from '../parts'
import { countedReuse } from '../reuse/rules'
import { type LineageReport, nodeOf, reachOf, treeOf } from './rules'

/** How many reports a lineage shows at most. */
const most = 500

/**
 * Everything that a report was built on and everything built on it, over any depth, as far as the viewer may read. What they may not read is
 * not there, nor is what hangs on it alone: that something unseen lies between would itself tell of it.
 */
async function family(tx: Tx, reportId: string): Promise<LineageReport[]> {
  const rows = await tx.$queryRaw<
    { id: string; parent: string | null; slug: string; title: string; number: string; municipality: string }[]
  >`
    WITH RECURSIVE above AS (
      SELECT r.id, r.builds_on_report_id AS parent FROM experience_report r WHERE r.id = ${reportId}::uuid
      UNION SELECT r.id, r.builds_on_report_id FROM above a JOIN experience_report r ON r.id = a.parent AND r.status = 'published'
    ), tree AS (
      SELECT id FROM above
      UNION SELECT r.id FROM tree t JOIN experience_report r ON r.builds_on_report_id = t.id AND r.status = 'published'
    )
    SELECT r.id, r.builds_on_report_id AS parent, r.slug, r.title, m.number, m.display_name AS municipality
    FROM tree t JOIN experience_report r ON r.id = t.id JOIN municipality m ON m.id = r.municipality_id
    ORDER BY r.published_at, r.id LIMIT ${most}`
  const ids = new Set(rows.map((row) => row.id))
  return rows.map(({ parent, number, municipality, ...row }) => ({
    ...row,
    parentId: parent !== null && ids.has(parent) ? parent : null,
    municipality: { number, displayName: municipality },
  }))
}

async function lineage(tx: Tx, reportId: string) {
  const reports = await family(tx, reportId)
  const reuses = await tx.reuse.findMany({
    where: { reportId: { in: reports.map((report) => report.id) }, ...countedReuse },
    orderBy: [{ sinceOn: 'asc' }, { id: 'asc' }],
    select: { reportId: true, state: true, municipality: { select: { number: true, displayName: true } } },
  })
  return { reports, tree: treeOf(reports, reuses) }
}

/** How many build on a report, by which ways; for its page. */
export function reachOfReport(actor: Actor, reportId: string) {
  return read(actor, async (tx) => {
    const node = nodeOf((await lineage(tx, reportId)).tree, reportId)
    return node ? reachOf(node) : { count: 0, via: [] }
  })
}

export type LineagePage = NonNullable<Awaited<ReturnType<typeof lineagePage>>>

/** The whole lineage of a report, with what each changed in the parts; null when the report may not be read. */
export function lineagePage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findFirst({
      where: { slug, status: 'published' },
      select: { id: true, slug: true, title: true },
    })
    if (!report) return null
    const { reports, tree } = await lineage(tx, report.id)
    const parts = await tx.reportPart.findMany({
      where: { reportId: { in: reports.map((one) => one.id) } },
      select: { reportId: true, kind: true, content: true },
    })
    const node = nodeOf(tree, report.id)
    return {
      report,
      tree,
      reach: node ? reachOf(node) : { count: 0, via: [] },
      changes: new Map(
        reports.flatMap(({ id, parentId }) => (parentId ? [[id, changesBetween(parts, parentId, id)] as const] : [])),
      ),
    }
  })
}

type Counts = { added: number; changed: number; removed: number }

/** What one report's parts have that another's have not, told apart by name: each has keys of its own. */
function changesBetween(parts: { reportId: string; kind: PartKind; content: unknown }[], from: string, to: string): Counts {
  const itemsOf = (reportId: string, kind: PartKind) => {
    const content = parts.find((part) => part.reportId === reportId && part.kind === kind)?.content
    return (keptContent[kind].parse(content ?? []) as PartItem[]).map(({ key: _, ...item }) => item as PartItem)
  }
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const kind of Object.keys(keptContent) as PartKind[])
    for (const { change } of localChanges(itemsOf(from, kind), itemsOf(to, kind))) counts[change] += 1
  return counts
}
