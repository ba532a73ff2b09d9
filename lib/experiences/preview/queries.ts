import 'server-only'
import type { Visibility } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import { partKinds, partsOf } from '@/lib/sharing/parts'
import { foundDocuments, type ReportDocumentView } from '../documents/queries'
import { freshDraft } from '../drafting/queries'
import { storedReport, writtenProject } from '../editing/queries'
import { municipalityFacts } from '../facts/queries'
import { mayWriteReport } from '../policy'
import { partItems } from '../rules'
import { parseSection } from '../sections'
import { previewFor } from './rules'

export type ReportPreview = NonNullable<Awaited<ReturnType<typeof reportPreview>>>

/** What a report will look like to a group of readers, as it is written now; null where the actor may not write it. */
export function reportPreview(actor: Actor, projectId: string, reader: Visibility | null) {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: writtenProject,
    })
    if (!project || !mayWriteReport(actor, project)) return null
    const stored = await storedReport(tx, projectId)
    const report = stored?.report ?? (await freshDraft(tx, actor, projectId))
    const reportId = stored?.saved.id ?? null
    const plan = await projectPlan(tx, projectId)
    const offered = plan ? partsOf(plan) : null
    const parts = partKinds
      .filter((kind) => report.parts.includes(kind))
      .map((kind) => ({ kind, items: offered ? partItems(kind, offered[kind]) : [] }))
      .filter(({ items }) => items.length > 0)
    const documents = await foundDocuments(tx, { projectId, reportId }, report.documents)
    const facts = reportId
      ? await tx.reportSection.findFirst({ where: { reportId, kind: 'municipality' }, select: { content: true } })
      : null
    const municipality = facts ? parseSection('municipality', facts.content) : await municipalityFacts(tx, actor.municipality.id)
    const shownTo = reader ?? report.visibility
    const { title, summary, themeCode, visibility } = report
    return {
      ...{ title: title || project.title, summary, themeCode, visibility, shownTo },
      projectTitle: project.title,
      municipality: project.municipality.displayName,
      collaboration: project.collaboration?.name ?? null,
      view: previewFor(shownTo, report, municipality, { parts, documents: documents.map(documentView) }),
    }
  })
}

function documentView(found: Awaited<ReturnType<typeof foundDocuments>>[number]): ReportDocumentView {
  const { documentId: id, title, kind, licence, number, fileName, sizeBytes, visibility } = found
  return { id, title, kind, licence, number, fileName, sizeBytes, visibility }
}
