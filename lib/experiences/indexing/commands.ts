import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { PartKind, ReportDocumentKind } from '@/generated/prisma/enums'
import type { Tx } from '@/lib/platform/db'
import { answeredTexts } from '@/lib/questions/queries'
import { indexDocument } from '@/lib/search/commands'
import type { SearchSource } from '@/lib/search/rules'
import { isNarrowerOrEqual, partItems } from '../rules'
import { textsOf } from '../sections'

/**
 * Makes a published report findable. Only what all its readers may read goes into the index: the text of a section with a
 * narrower audience would otherwise be betrayed by a hit.
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
      visibility: true,
      publishedAt: true,
      municipality: { select: { displayName: true, parallelNames: true } },
      collaboration: { select: { name: true } },
      parts: { select: { id: true, kind: true, content: true } },
      documents: { select: { id: true, kind: true, title: true, fileName: true, visibility: true } },
      sections: {
        where: { kind: { notIn: ['municipality', 'people'] } },
        select: { kind: true, content: true, visibility: true },
      },
    },
  })
  const sections = report.sections.filter(({ visibility }) => !visibility || isNarrowerOrEqual(report.visibility, visibility))
  const publishedAt = report.publishedAt ?? undefined
  const audience = { audience: report.visibility, datedOn: publishedAt, sharedAt: publishedAt }
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
    body: [...sections.flatMap(bodyOf), ...(await answeredTexts(tx, reportId))].join('\n'),
    themeCode: report.themeCode,
    technologies: report.technologies,
    outcome: report.outcome ?? undefined,
    ...audience,
  })
  // A part is found for its own sake by what it holds; its report is named on the hit. Every project has phases: nobody looks for them.
  const isOffered = sections.some(({ kind }) => kind === 'parts')
  const parts = report.parts
    .map(({ content, ...part }) => ({ ...part, items: partItems(part.kind, content) }))
    .filter(({ kind, items }) => isOffered && kind !== 'phases' && items.length > 0)
  await tx.searchDocument.deleteMany({ where: { part: { reportId }, partId: { notIn: parts.map(({ id }) => id) } } })
  for (const { id, kind, items } of parts) {
    await indexDocument(tx, {
      ...{ kind: 'part', municipalityId: report.municipalityId, subjectId: id, title: '' },
      ...{
        lead: items.slice(0, 4).join(' · ').slice(0, 300),
        names: [partWords[kind], report.themeCode.replaceAll('-', ' ')],
        body: items.join('\n'),
      },
      ...{ themeCode: report.themeCode, technologies: [], ...audience },
    })
  }
  const documents = report.documents.filter(({ visibility }) => !visibility || isNarrowerOrEqual(report.visibility, visibility))
  const { municipalityId, themeCode } = report
  await indexDocuments(tx, reportId, isOffered ? documents : [], { municipalityId, themeCode, ...audience })
}

/** A document is found by what it is called, where all who read the report may have it. */
async function indexDocuments(tx: Tx, reportId: string, documents: ReportDocument[], common: Common): Promise<void> {
  const own = { reportDocument: { reportId }, reportDocumentId: { notIn: documents.map(({ id }) => id) } }
  await tx.searchDocument.deleteMany({ where: own })
  for (const { id, kind, title, fileName } of documents)
    await indexDocument(tx, {
      ...{ kind: 'part', isFile: true, subjectId: id, title, lead: fileName, body: fileName.replaceAll(/[._-]/g, ' ') },
      names: [documentWords[kind], common.themeCode.replaceAll('-', ' ')].filter(Boolean),
      technologies: [],
      ...common,
    })
}

type ReportDocument = { id: string; kind: ReportDocumentKind; title: string; fileName: string }
type Common = Pick<SearchSource, 'municipalityId' | 'audience' | 'datedOn' | 'sharedAt'> & { themeCode: string }

/** The words of a section. What the solution names stands among the names of the document, which weigh more. */
function bodyOf({ content }: { content: Prisma.JsonValue }): string[] {
  const { technologies: _, suppliers: __, ...told } = content as Prisma.JsonObject
  return textsOf(told)
}

/** What people call each part when they look for one; the lexicon of the search knows the other forms. */
const partWords: Record<PartKind, string> = {
  phases: 'faseplan faser varighet',
  checklist: 'sjekkliste',
  uncertainties: 'risikoliste risikoanalyse usikkerhet risiko ROS',
  benefits: 'gevinstplan gevinster måleindikatorer',
  milestones: 'milepælsplan milepæler fremdriftsplan',
  deliverables: 'leveranser leveranseliste kravspesifikasjon',
  tasks: 'oppgaver oppgaveliste',
  stakeholders: 'interessentanalyse interessenter',
  communication: 'kommunikasjonsplan',
}

const documentWords: Record<ReportDocumentKind, string> = {
  template: 'mal dokument',
  requirements: 'kravspesifikasjon krav anskaffelse dokument',
  risk_analysis: 'ROS risikoanalyse sårbarhetsanalyse dokument',
  privacy_assessment: 'DPIA personvernkonsekvenser personvern dokument',
  procedure: 'rutine prosedyre dokument',
  other: 'dokument',
}
