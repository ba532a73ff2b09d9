import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { indexDocument } from '@/lib/search/commands'
import { textsOf } from '../sections'

/**
 * Makes a published report findable. Only what all its readers may read goes into the index: the text of a section with an
 * audience of its own would otherwise be betrayed by a hit.
 */
export async function indexReport(tx: Tx, reportId: string): Promise<void> {
  const report = await tx.experienceReport.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      municipalityId: true,
      title: true,
      summary: true,
      themeCode: true,
      technologies: true,
      suppliers: true,
      outcome: true,
      publishedAt: true,
      municipality: { select: { displayName: true, parallelNames: true } },
      collaboration: { select: { name: true } },
      sections: { where: { visibility: null, kind: { notIn: ['municipality', 'people'] } }, select: { content: true } },
    },
  })
  await indexDocument(tx, {
    kind: 'report',
    municipalityId: report.municipalityId,
    subjectId: reportId,
    title: report.title,
    lead: report.summary,
    names: [
      report.municipality.displayName,
      ...report.municipality.parallelNames,
      report.collaboration?.name ?? '',
      ...report.technologies,
      ...report.suppliers,
    ].filter(Boolean),
    body: report.sections.flatMap((section) => textsOf(section.content)).join('\n'),
    themeCode: report.themeCode,
    technologies: report.technologies,
    outcome: report.outcome ?? undefined,
    datedOn: report.publishedAt ?? undefined,
  })
}
