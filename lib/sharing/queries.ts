import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import { mayRunProject } from '@/lib/projects/policy'
import { keptContent, type Parts, partKinds, partsOf } from './parts'
import { mayCopy } from './policy'
import type { CopySource, OfferedPart, Origin } from './rules'

/** What the copy page offers, or null when there is nothing here that the actor may copy. */
export function copyOffer(actor: Actor, projectId: string): Promise<CopySource | null> {
  return read(actor, async (tx) => {
    const source = await copySource(tx, projectId)
    return source && mayCopy(actor, source) ? source : null
  })
}

/** The projects that are not over which the actor runs, and so may add copied parts to. */
export function copyTargets(actor: Staff): Promise<{ id: string; title: string; number: string }[]> {
  return read(actor, async (tx) => {
    const projects = await tx.project.findMany({
      where: { municipalityId: actor.municipality.id, lifecycle: { in: ['active', 'waiting'] } },
      orderBy: [{ title: 'asc' }, { number: 'asc' }],
      take: 500,
      select: { id: true, title: true, number: true, municipalityId: true, members: { select: { personId: true, role: true } } },
    })
    return projects.filter((project) => mayRunProject(actor, project)).map(({ id, title, number }) => ({ id, title, number }))
  })
}

/**
 * The source of a copy as the viewer of the transaction may see it: the parts that a published report offers, and
 * for a shared project the rest of its plan as it is now; null where there is neither. An unshared project behind a report stays unseen: only the report's parts come along.
 */
export async function copySource(tx: Tx, projectId: string): Promise<CopySource | null> {
  const project = await tx.project.findUnique({
    where: { id: projectId },
    select: {
      municipalityId: true,
      title: true,
      goal: true,
      themeCode: true,
      technologies: true,
      methods: true,
      version: true,
      municipality: { select: { displayName: true, number: true } },
    },
  })
  const report = await tx.experienceReport.findFirst({
    where: { projectId, status: 'published' },
    select: {
      id: true,
      slug: true,
      municipalityId: true,
      title: true,
      themeCode: true,
      technologies: true,
      version: true,
      municipality: { select: { displayName: true, number: true } },
      parts: { select: { id: true, kind: true, content: true, version: true } },
    },
  })
  const source = project ?? report
  if (!source) return null
  const plan = project && (await projectPlan(tx, projectId))
  // What is published is taken as it was published, so that the copy can be told when it gets better; the rest as it is now.
  const stored = new Map(report?.parts.filter((part) => !isEmpty(part.content)).map((part) => [part.kind, part]))
  const parts = { ...(plan ? partsOf(plan) : {}), ...storedParts([...stored.values()], !plan) } as Parts
  const offered = partKinds.map((kind): OfferedPart => {
    const part = stored.get(kind)
    return { kind, sourcePartId: part?.id ?? null, version: part?.version ?? source.version, itemCount: parts[kind].length }
  })
  const self: Origin = {
    title: report?.title ?? source.title,
    municipality: source.municipality.displayName,
    municipalityNumber: source.municipality.number,
    reportSlug: report?.slug ?? null,
  }
  return {
    projectId,
    municipalityId: source.municipalityId,
    reportId: report?.id ?? null,
    title: source.title,
    goal: project?.goal ?? '',
    themeCode: source.themeCode,
    technologies: source.technologies,
    methods: project?.methods ?? [],
    version: source.version,
    parts,
    offered: offered.filter((part) => part.itemCount > 0),
    origins: [self, ...(report ? await reportLineage(tx, report.id) : [])],
  }
}

const isEmpty = (content: unknown) => Array.isArray(content) && content.length === 0

/** The parts that are stored; with the empty ones, where nothing else fills them. */
function storedParts(stored: { kind: PartKind; content: unknown }[], withEmpty: boolean): Partial<Parts> {
  const content = new Map(stored.map((part) => [part.kind, part.content]))
  const kinds = partKinds.filter((kind) => withEmpty || content.has(kind))
  return Object.fromEntries(kinds.map((kind) => [kind, keptContent[kind].parse(content.get(kind) ?? [])])) as Partial<Parts>
}

/** What a report was built on, nearest first, as far as the viewer may see: one query over any depth. */
export async function reportLineage(tx: Tx, reportId: string): Promise<Origin[]> {
  const rows = await tx.$queryRaw<{ title: string; municipality: string; number: string; slug: string }[]>`
    WITH RECURSIVE ancestor AS (
      SELECT r.builds_on_report_id AS id, 1 AS depth FROM experience_report r WHERE r.id = ${reportId}::uuid
      UNION ALL
      SELECT r.builds_on_report_id, a.depth + 1 FROM ancestor a JOIN experience_report r ON r.id = a.id
    ) CYCLE id SET is_cycle USING way
    SELECT r.title, m.display_name AS municipality, m.number, r.slug
    FROM ancestor a JOIN experience_report r ON r.id = a.id JOIN municipality m ON m.id = r.municipality_id
    WHERE NOT a.is_cycle ORDER BY a.depth`
  return rows.map((row) => ({
    title: row.title,
    municipality: row.municipality,
    municipalityNumber: row.number,
    reportSlug: row.slug,
  }))
}
