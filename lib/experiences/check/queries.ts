import 'server-only'
import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import { partKinds, partsOf } from '@/lib/sharing/parts'
import { documentsToSettle, foundDocuments, type UnreadDocument } from '../documents/queries'
import { storedReport, writtenProject } from '../editing/queries'
import type { SavedReport } from '../editing/rules'
import { type Answer, completeness, formValues } from '../form/rules'
import { mayPublishReport } from '../policy'
import type { DraftReport } from '../rules'
import { sectionKinds } from '../sections'
import { wordsOf } from './people/rules'
import { audienceOf, type Finding, findings, type ReportText, reportTexts, writtenInPart } from './rules'

/** What must be asked about before the report is read by others, in its own texts and in the parts of the project it offers. */
export async function asksAbout(tx: Tx, projectId: string, report: DraftReport): Promise<Finding[]> {
  const plan = await projectPlan(tx, projectId)
  const parts = plan ? partsOf(plan) : null
  const offered = parts
    ? partKinds.filter((kind) => report.parts.includes(kind)).flatMap((kind) => writtenInPart(parts[kind]))
    : []
  const documents = await foundDocuments(tx, { projectId, reportId: null }, report.documents)
  offered.push(...documents.flatMap(({ title, fileName }) => [title, fileName]))
  return findingsIn(tx, reportTexts(report, offered))
}

/** What must be asked about in words that are told beside a report, of what is new or why it is taken back: they are read as widely, and never changed. */
export function asksAboutWords(
  tx: Tx,
  field: string,
  text: string,
  { visibility }: { visibility: Visibility },
): Promise<Finding[]> {
  return findingsIn(tx, [{ section: 'short', field, readers: visibility, text }])
}

/** More of one’s own than this are not named in one report. */
const mostNamed = 2000

async function findingsIn(tx: Tx, texts: ReportText[]): Promise<Finding[]> {
  const words = [...new Set(texts.flatMap(({ text }) => wordsOf(text)))]
  const people = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM person WHERE is_own(municipality_id) AND string_to_array(lower(name), ' ') && ${words}::text[] LIMIT ${mostNamed}`
  return findings(
    texts,
    people.map(({ name }) => name),
  )
}

/** The findings that somebody has said may stay in the report. */
export async function keptFindings(tx: Tx, reportId: string): Promise<Set<string>> {
  const rows = await tx.reportKeptFinding.findMany({ where: { reportId }, select: { key: true } })
  return new Set(rows.map(({ key }) => key))
}

export interface PublicationCheck {
  projectTitle: string
  municipality: string
  collaboration: string | null
  title: string
  saved: SavedReport
  visibility: Visibility
  /** Who will be able to read each section that has an audience to tell of. */
  audiences: { kind: SectionKind; visibility: Visibility }[]
  /** What must be written before it can be published. */
  missing: Answer[]
  findings: Finding[]
  /** Those of them that somebody has said may stay. */
  kept: string[]
  /** The documents that must be read through, and how many that are chosen are no longer in the project. */
  unread: UnreadDocument[]
  goneDocuments: number
  /** How many versions have been published. */
  versions: number
}

/** The step before publication; null where there is nothing saved, or the actor may not publish it. */
export function publicationCheck(actor: Actor, projectId: string): Promise<PublicationCheck | null> {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: writtenProject,
    })
    if (!project || !mayPublishReport(actor, project)) return null
    const stored = await storedReport(tx, projectId)
    if (!stored) return null
    const { report, saved } = stored
    const { unread, gone } = await documentsToSettle(tx, { projectId, reportId: saved.id }, report)
    return {
      projectTitle: project.title,
      municipality: project.municipality.displayName,
      collaboration: project.collaboration?.name ?? null,
      title: report.title,
      saved,
      visibility: report.visibility,
      audiences: sectionKinds.map((kind) => ({ kind, visibility: audienceOf(report, kind) })),
      missing: completeness(formValues(report)).missing.filter((answer) => answer.isRequired),
      findings: await asksAbout(tx, projectId, report),
      kept: [...(await keptFindings(tx, saved.id))],
      unread,
      goneDocuments: gone.length,
      versions: await tx.reportVersion.count({ where: { reportId: saved.id } }),
    }
  })
}
