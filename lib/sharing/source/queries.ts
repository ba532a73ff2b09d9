import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import { keptContent, type PartItem, partKinds, partsOf } from '../parts'

/** A part as its source offers it now. */
export interface OfferedNow {
  content: PartItem[]
  version: number
  /** Where it is kept; null for a part read straight from a shared project. */
  partId: string | null
}

export type Source = NonNullable<Awaited<ReturnType<typeof sourceOf>>>

/**
 * What a project offers the viewer of the transaction: the parts of its published report, as they were published, and where the project is shared
 * the rest of its plan, as it is now. Null where they may read neither. An unshared project behind a report stays unseen.
 */
export async function sourceOf(tx: Tx, projectId: string) {
  const project = await tx.project.findUnique({ where: { id: projectId }, select: projectFields })
  const report = await tx.experienceReport.findFirst({ where: { projectId, status: 'published' }, select: reportFields })
  const named = report ?? project
  if (!named) return null
  const plan = project && (await projectPlan(tx, projectId))
  const live = plan && partsOf(plan)
  const parts = new Map<PartKind, OfferedNow>()
  for (const kind of partKinds) {
    const stored = report?.parts.find((part) => part.kind === kind && part.isOffered)
    const content = keptContent[kind].parse(stored?.content ?? []) as PartItem[]
    // What is published empty says less than the plan itself, where that is shared.
    if (stored && (content.length > 0 || !live)) parts.set(kind, { content, version: stored.version, partId: stored.id })
    else if (live && project) parts.set(kind, { content: live[kind], version: project.version, partId: null })
  }
  return { projectId, title: named.title, municipality: named.municipality, project, report, parts }
}

const municipality = { select: { id: true, displayName: true, number: true } } as const

const projectFields = {
  title: true,
  goal: true,
  themeCode: true,
  technologies: true,
  methods: true,
  version: true,
  municipality,
} as const

const reportFields = {
  id: true,
  slug: true,
  title: true,
  themeCode: true,
  technologies: true,
  version: true,
  municipality,
  parts: { select: { id: true, kind: true, content: true, version: true, isOffered: true } },
} as const
