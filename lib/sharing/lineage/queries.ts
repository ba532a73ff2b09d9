import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { localChanges } from '../improvements/rules'
import { keptContent, type PartItem } from '../parts'
import { countedReuse } from '../reuse/rules'
import type { Origin } from '../rules'
import { ancestorsOf, type LineageCase, reachOf, reportsAbove, treeOf } from './rules'

/** How many cases a lineage shows at most. */
const most = 500

/**
 * Everything that a case was built on and everything built on it, over any depth and by any number of ways, as far as the viewer may read. What they
 * may not read is not there, nor is what hangs on it alone: that something unseen lies between would itself tell of it. A report merged into another
 * hangs on that, and on nothing else.
 */
async function family(tx: Tx, projectId: string): Promise<LineageCase[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT ${projectId}::uuid AS id
      UNION SELECT source.id FROM above a CROSS JOIN LATERAL (
        SELECT i.project_id AS id FROM experience_report r JOIN report_merge g ON g.report_id = r.id
          JOIN experience_report i ON i.id = g.into_report_id AND i.status = 'published' WHERE r.project_id = a.id
        UNION ALL SELECT l.source_project_id FROM lineage_links(a.id) l WHERE l.project_id = a.id
          AND NOT EXISTS (SELECT 1 FROM report_merge g JOIN experience_report r ON r.id = g.report_id WHERE r.project_id = a.id)) source
    ), tree AS (
      SELECT id FROM above
      UNION SELECT copy.id FROM tree t CROSS JOIN LATERAL (
        SELECT r.project_id AS id FROM experience_report i JOIN report_merge g ON g.into_report_id = i.id
          JOIN experience_report r ON r.id = g.report_id AND r.status = 'published' WHERE i.project_id = t.id
        UNION ALL SELECT l.project_id FROM lineage_links(t.id) l WHERE l.source_project_id = t.id
          AND NOT EXISTS (SELECT 1 FROM report_merge g JOIN experience_report r ON r.id = g.report_id WHERE r.project_id = l.project_id)) copy
    )
    SELECT id FROM tree LIMIT ${most}`
  return casesOf(
    tx,
    found.map(({ id }) => id),
  )
}

interface CaseRow extends Omit<LineageCase, 'municipality'> {
  isMerged: boolean
  number: string
  displayName: string
}

/** The cases with how they hang together, the oldest first. */
async function casesOf(tx: Tx, ids: string[]): Promise<LineageCase[]> {
  const rows = await tx.$queryRaw<CaseRow[]>`
    SELECT c.id, r.id AS "reportId", r.slug, coalesce(r.title, p.title) AS title, m.number, m.display_name AS "displayName", g.report_id IS NOT NULL AS "isMerged",
      CASE WHEN g.report_id IS NOT NULL THEN ARRAY[i.project_id] ELSE ARRAY(SELECT l.source_project_id FROM lineage_links(c.id) l WHERE l.project_id = c.id
        AND l.source_project_id = ANY (${ids}::uuid[])) END AS "parentIds"
    FROM unnest(${ids}::uuid[]) AS c (id)
    LEFT JOIN experience_report r ON r.project_id = c.id AND r.status = 'published'
    LEFT JOIN project p ON p.id = c.id
    LEFT JOIN report_merge g ON g.report_id = r.id
    LEFT JOIN experience_report i ON i.id = g.into_report_id
    JOIN municipality m ON m.id = coalesce(r.municipality_id, p.municipality_id)
    ORDER BY coalesce(r.published_at, p.updated_at), c.id`
  return rows.map(({ number, displayName, ...row }) => ({ ...row, municipality: { number, displayName } }))
}

/** What a project was built on, by any way, nearest first, as far as the viewer may see. */
export async function originsOf(tx: Tx, projectId: string): Promise<Origin[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT ${projectId}::uuid AS id
      UNION SELECT l.source_project_id FROM above a CROSS JOIN LATERAL lineage_links(a.id) l WHERE l.project_id = a.id
    ) SELECT id FROM above LIMIT ${most}`
  const ids = found.map(({ id }) => id)
  if (ids.length < 2) return []
  return ancestorsOf(await casesOf(tx, ids), projectId).map(({ id, slug, title, municipality }) => ({
    title,
    municipality: municipality.displayName,
    municipalityNumber: municipality.number,
    reportSlug: slug,
    projectId: id,
  }))
}

async function lineage(tx: Tx, projectId: string) {
  const cases = await family(tx, projectId)
  const reuses = await tx.reuse.findMany({
    where: { reportId: { in: cases.flatMap(({ reportId }) => reportId ?? []) }, ...countedReuse(today()) },
    orderBy: [{ sinceOn: 'asc' }, { id: 'asc' }],
    select: { reportId: true, state: true, municipality: { select: { number: true, displayName: true } } },
  })
  return { cases, reuses }
}

/** How many build on a report, by which ways; for its page. */
export function reachOfReport(actor: Actor, reportId: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({ where: { id: reportId }, select: { projectId: true } })
    if (!report) return { count: 0, via: [] }
    const { cases, reuses } = await lineage(tx, report.projectId)
    return reachOf(cases, reuses, report.projectId)
  })
}

export type LineagePage = NonNullable<Awaited<ReturnType<typeof lineagePage>>>

/** The whole lineage of a report, with what each changed in the parts; null when the report may not be read. */
export function lineagePage(actor: Actor, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findFirst({
      where: { slug, status: 'published' },
      select: { id: true, slug: true, title: true, projectId: true },
    })
    if (!report) return null
    const { cases, reuses } = await lineage(tx, report.projectId)
    return {
      report,
      tree: treeOf(cases, reuses),
      reach: reachOf(cases, reuses, report.projectId),
      changes: await changesIn(tx, cases),
    }
  })
}

type Counts = { added: number; changed: number; removed: number }
type Part = { reportId: string; kind: PartKind; content: unknown }

/** What each report's parts have that those it was built on have not. */
async function changesIn(tx: Tx, cases: LineageCase[]): Promise<Map<string, Counts>> {
  const parts = await tx.reportPart.findMany({
    where: { reportId: { in: cases.flatMap(({ reportId }) => reportId ?? []) } },
    select: { reportId: true, kind: true, content: true },
  })
  return new Map(
    cases.flatMap(({ id, reportId, isMerged }) => {
      const above = reportsAbove(cases, id).flatMap((one) => one.reportId ?? [])
      return reportId && !isMerged && above.length > 0 ? [[id, changesBetween(parts, above, reportId)] as const] : []
    }),
  )
}

/** Items are told apart by name: each report has keys of its own. */
function changesBetween(parts: Part[], from: string[], to: string): Counts {
  const itemsOf = (reportIds: string[], kind: PartKind) => {
    const found = parts.filter((part) => reportIds.includes(part.reportId) && part.kind === kind)
    return found
      .flatMap(({ content }) => keptContent[kind].parse(content ?? []) as PartItem[])
      .map(({ key: _, ...item }) => item as PartItem)
  }
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const kind of Object.keys(keptContent) as PartKind[])
    for (const { change } of localChanges(itemsOf(from, kind), itemsOf([to], kind))) counts[change] += 1
  return counts
}
