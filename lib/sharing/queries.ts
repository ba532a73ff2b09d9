import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { mayRunProject } from '@/lib/projects/policy'
import { originsOf } from './lineage/queries'
import { type Parts, partKinds } from './parts'
import { mayCopy } from './policy'
import type { CopySource, OfferedPart, Origin } from './rules'
import { sourceOf } from './source/queries'

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

/** The projects of the actor's municipality that have copied from a source before. */
export function earlierCopies(actor: Staff, sourceProjectId: string): Promise<{ id: string; title: string }[]> {
  return read(actor, async (tx) => {
    const copies = await tx.projectCopy.findMany({
      where: { municipalityId: actor.municipality.id, sourceProjectId },
      orderBy: { copiedAt: 'desc' },
      distinct: ['projectId'],
      take: 100,
      select: { project: { select: { id: true, title: true } } },
    })
    return copies.map(({ project }) => project)
  })
}

/** The source of a copy as the viewer of the transaction may see it; null where there is nothing they may read. */
export async function copySource(tx: Tx, projectId: string): Promise<CopySource | null> {
  const source = await sourceOf(tx, projectId)
  const head = source?.project ?? source?.report
  if (!source || !head) return null
  const { project, report, municipality } = source
  const content = (kind: PartKind) => source.parts.get(kind)?.content ?? []
  const self: Origin = {
    title: source.title,
    municipality: municipality.displayName,
    municipalityNumber: municipality.number,
    reportSlug: report?.slug ?? null,
    projectId,
  }
  return {
    projectId,
    municipalityId: municipality.id,
    reportId: report?.id ?? null,
    title: head.title,
    goal: project?.goal ?? '',
    themeCode: head.themeCode,
    technologies: head.technologies,
    methods: project?.methods ?? [],
    version: head.version,
    parts: Object.fromEntries(partKinds.map((kind) => [kind, content(kind)])) as Parts,
    offered: [...source.parts].flatMap(([kind, part]): OfferedPart[] =>
      part.content.length === 0
        ? []
        : [{ kind, sourcePartId: part.partId, version: part.version, itemCount: part.content.length }],
    ),
    origins: [self, ...(await originsOf(tx, projectId))],
  }
}
