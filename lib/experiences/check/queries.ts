import 'server-only'
import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import { partKinds, partsOf } from '@/lib/sharing/parts'
import { type SavedReport, storedReport } from '../editing/queries'
import { type Answer, completeness, formValues } from '../form/rules'
import { mayPublishReport } from '../policy'
import type { WrittenReport } from '../rules'
import { sectionKinds, textsOf } from '../sections'
import { audienceOf, type Finding, findings, reportTexts } from './rules'

/** What must be asked about before the report is read by others, in its own texts and in the parts of the project it offers. */
export async function asksAbout(tx: Tx, projectId: string, report: WrittenReport): Promise<Finding[]> {
  const plan = await projectPlan(tx, projectId)
  const parts = plan ? partsOf(plan) : null
  const offered = parts ? partKinds.filter((kind) => report.parts.includes(kind)).flatMap((kind) => textsOf(parts[kind])) : []
  const people = await tx.person.findMany({ select: { name: true } })
  return findings(
    reportTexts(report, offered),
    people.map((person) => person.name),
  )
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
  /** How many versions have been published. */
  versions: number
}

/** The step before publication; null where there is nothing saved, or the actor may not publish it. */
export function publicationCheck(actor: Actor, projectId: string): Promise<PublicationCheck | null> {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({
      where: { id: projectId },
      select: {
        title: true,
        municipalityId: true,
        municipality: { select: { displayName: true } },
        collaboration: { select: { name: true } },
        members: { select: { personId: true, role: true } },
      },
    })
    if (!project || !mayPublishReport(actor, project)) return null
    const stored = await storedReport(tx, projectId)
    if (!stored) return null
    const { report, saved } = stored
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
      versions: await tx.reportVersion.count({ where: { reportId: saved.id } }),
    }
  })
}
