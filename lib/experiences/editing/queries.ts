import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { SectionKind } from '@/generated/prisma/enums'
import { prerequisiteOf } from '@/lib/fit/prerequisite/rules'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { partKinds } from '@/lib/sharing/parts'
import { freshDraft } from '../drafting/queries'
import { typedReport } from '../form/rules'
import { mayWriteReport } from '../policy'
import { costLine, effectView } from '../queries'
import type { DraftReport } from '../rules'
import { parseSection } from '../sections'
import { type SavedReport, storedDraft } from './rules'

export interface ReportEditor {
  projectTitle: string
  municipality: string
  collaboration: string | null
  themes: string[]
  report: DraftReport
  /** Null while nothing has been saved: the report is then drafted from the project. */
  saved: SavedReport | null
}

/** What the pages on which a report is written, looked at and published need of its project. */
export const writtenProject = {
  title: true,
  municipalityId: true,
  municipality: { select: { displayName: true } },
  collaboration: { select: { name: true } },
  members: { select: { personId: true, role: true } },
} satisfies Prisma.ProjectSelect

/** The report of a project as its writer last left it, or a draft made from the project; null when the actor may not write it. */
export function reportEditor(actor: Actor, projectId: string): Promise<ReportEditor | null> {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: writtenProject,
    })
    if (!project || !mayWriteReport(actor, project)) return null
    const stored = await storedReport(tx, projectId)
    return {
      projectTitle: project.title,
      municipality: project.municipality.displayName,
      collaboration: project.collaboration?.name ?? null,
      themes: (await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })).map((theme) => theme.code),
      report: stored?.report ?? (await freshDraft(tx, actor, projectId)),
      saved: stored?.saved ?? null,
    }
  })
}

/** How many times what is written in a project's report has been saved; null where the actor may not write it. */
export function savedVersion(actor: Actor, projectId: string): Promise<number | null> {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: { municipalityId: true, members: { select: { personId: true, role: true } } },
    })
    if (!project || !mayWriteReport(actor, project)) return null
    const select = { version: true, draft: { select: { version: true } } }
    const report = await tx.experienceReport.findFirst({ where: { projectId }, select })
    return report?.draft?.version ?? report?.version ?? 0
  })
}

/** What is written in a project's report: the draft where there is one, else what stands. */
export async function storedReport(tx: Tx, projectId: string): Promise<{ report: DraftReport; saved: SavedReport } | null> {
  const row = await tx.experienceReport.findFirst({ where: { projectId }, include: { ...rowsOfReport, draft: true } })
  if (!row) return null
  const { id, status, slug, draft } = row
  return {
    report: draft ? storedDraft(draft.content) : standing(row),
    saved: { id, status, slug, version: draft?.version ?? row.version, isRevised: draft !== null },
  }
}

const rowsOfReport = {
  sections: true,
  costLines: { orderBy: { position: 'asc' } },
  effects: { orderBy: { position: 'asc' } },
  prerequisites: { orderBy: { position: 'asc' } },
  parts: { select: { kind: true, content: true } },
  documents: {
    orderBy: { position: 'asc' },
    select: { documentId: true, number: true, kind: true, licence: true, visibility: true },
  },
} satisfies Prisma.ExperienceReportInclude

function standing(row: Prisma.ExperienceReportGetPayload<{ include: typeof rowsOfReport }>): DraftReport {
  const content = <Kind extends SectionKind>(kind: Kind) =>
    parseSection(kind, row.sections.find((section) => section.kind === kind)?.content ?? {})
  const offered = row.parts.filter((part) => Array.isArray(part.content) && part.content.length > 0).map((part) => part.kind)
  return typedReport({
    title: row.title,
    summary: row.summary,
    outcome: row.outcome,
    themeCode: row.themeCode,
    background: content('background'),
    solution: content('solution'),
    costs: row.costLines.map(costLine),
    cost: content('cost'),
    effects: row.effects.map(effectView),
    effect: content('effect'),
    lessons: content('lessons'),
    prerequisites: row.prerequisites.map((one) => prerequisiteOf(one, content('solution').technologies)),
    advice: content('advice'),
    // Drafts from before drafts had a place of their own say nothing of the parts.
    parts: row.status === 'draft' ? partKinds : offered,
    documents: row.documents,
    partsComment: content('parts').comment,
    people: content('people'),
    visibility: row.visibility,
    audiences: Object.fromEntries(row.sections.flatMap(({ kind, visibility }) => (visibility ? [[kind, visibility]] : []))),
  })
}
