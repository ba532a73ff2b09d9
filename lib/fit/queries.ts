import 'server-only'
import type { PrerequisiteKind, SectionKind } from '@/generated/prisma/enums'
import { caseCosts } from '@/lib/experiences/cost/queries'
import { parseSection, type SectionContent } from '@/lib/experiences/sections'
import { plainText } from '@/lib/experiences/text/rules'
import { mayUseDesk } from '@/lib/municipalities/policy'
import type { Actor, Staff } from '@/lib/platform/actor'
import { dateInNorway, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayCopy } from '@/lib/sharing/policy'
import { type FollowUp, followUpsOf } from './follow/rules'
import { mayAnswerFit } from './policy'
import { prerequisiteOf } from './prerequisite/rules'
import { type Answer, type Fit, fitOf, type OwnFacts, scaleOf } from './rules'

/** How one's own municipality stands to what a report takes for granted; null where the report may not be read. */
export function fitPage(actor: Staff, slug: string) {
  return read(actor, async (tx) => {
    const report = await tx.experienceReport.findUnique({
      where: { slug, status: 'published' },
      select: { ...asking, slug: true, title: true, language: true, projectId: true, municipalityId: true },
    })
    if (!report) return null
    const own = await ownFacts(tx, actor)
    const advice = sectionOf(report, 'advice')
    const theirs = (await caseCosts(tx, [report.id])).get(report.id)?.population ?? report.municipality.population
    return {
      report: {
        ...{ slug: report.slug, title: report.title, language: report.language, projectId: report.projectId },
        municipality: report.municipality.displayName,
      },
      fits: fitsWith(report, own),
      /** What the solution is made of, whether or not it is named among the prerequisites. */
      technologies: technologiesAsked(report, own),
      scale: { ours: own.population, theirs, is: scaleOf(own.population, theirs) },
      /** Null where the section is not shared with the reader. */
      advice: advice && { mustAdapt: advice.mustAdapt, leastResources: advice.leastResources },
      takenOn: await takenOn(tx, actor, report.id),
      may: { answer: mayAnswerFit(actor), copy: mayCopy(actor, report) },
    }
  })
}

/** What may follow into a copy from a report, as far as the actor may read it. */
export async function followUps(tx: Tx, actor: Staff, reportId: string): Promise<{ from: string; lines: FollowUp[] } | null> {
  const report = await tx.experienceReport.findUnique({ where: { id: reportId }, select: { ...asking, title: true } })
  if (!report) return null
  const mustAdapt = sectionOf(report, 'advice')?.mustAdapt
  const fits = fitsWith(report, await ownFacts(tx, actor))
  return {
    from: `«${report.title}» (${report.municipality.displayName})`,
    lines: followUpsOf(fits, mustAdapt ? plainText(mustAdapt) : ''),
  }
}

/** The same for the copy page, which may have no report behind it. */
export function followOffer(actor: Actor, reportId: string | null): Promise<FollowUp[]> {
  if (!reportId || !mayUseDesk(actor)) return Promise.resolve([])
  return read(actor, async (tx) => (await followUps(tx, actor, reportId))?.lines ?? [])
}

/** What a report asks for, of what the reader may see of it. */
const asking = {
  id: true,
  collaboration: { select: { name: true } },
  municipality: { select: { displayName: true, population: true } },
  prerequisites: { orderBy: { position: 'asc' as const }, select: { text: true, kind: true, value: true } },
  sections: { where: { kind: { in: ['advice' as const, 'solution' as const] } }, select: { kind: true, content: true } },
}

interface AskingReport {
  collaboration: { name: string } | null
  prerequisites: { text: string; kind: PrerequisiteKind | null; value: string }[]
  sections: { kind: SectionKind; content: unknown }[]
}

/** A section, where the reader may see it. */
function sectionOf<Kind extends 'advice' | 'solution'>({ sections }: AskingReport, kind: Kind): SectionContent[Kind] | null {
  const row = sections.find((section) => section.kind === kind)
  return row ? parseSection(kind, row.content) : null
}

const technologiesOf = (report: AskingReport) => sectionOf(report, 'solution')?.technologies ?? []

function fitsWith(report: AskingReport, own: OwnFacts): Fit[] {
  const collaboration = report.collaboration?.name ?? null
  return report.prerequisites.map((row) => fitOf(prerequisiteOf(row, technologiesOf(report)), own, collaboration, today()))
}

function technologiesAsked(report: AskingReport, own: OwnFacts): Fit | null {
  const technologies = technologiesOf(report)
  if (technologies.length === 0) return null
  return fitOf({ text: '', kind: 'system', value: technologies.join(', ') }, own, null, today())
}

/** The projects of one's own that have taken on something of what the report asks for. */
async function takenOn(tx: Tx, actor: Staff, reportId: string) {
  const rows = await tx.projectPrerequisite.findMany({
    where: { municipalityId: actor.municipality.id, reportId },
    orderBy: { takenAt: 'desc' },
    take: 200,
    select: { subject: true, project: { select: { id: true, title: true } } },
  })
  return rows.map(({ subject, project }) => ({ subject, projectId: project.id, title: project.title }))
}

/** What is known of the actor's own municipality. Four queries. */
async function ownFacts(tx: Tx, actor: Staff): Promise<OwnFacts> {
  const municipalityId = actor.municipality.id
  const { population, collaborations } = await tx.municipality.findUniqueOrThrow({
    where: { id: municipalityId },
    select: { population: true, collaborations: { select: { collaboration: { select: { name: true } } } } },
  })
  const all = await tx.collaboration.findMany({ orderBy: { name: 'asc' }, take: 1000, select: { name: true } })
  const used = await tx.$queryRaw<{ technology: string }[]>`
    SELECT DISTINCT unnest(technologies) AS technology FROM project WHERE municipality_id = ${municipalityId}::uuid AND lifecycle <> 'stopped'
    UNION SELECT unnest(technologies) FROM experience_report WHERE municipality_id = ${municipalityId}::uuid AND status = 'published'`
  const said = await tx.municipalityAnswer.findMany({
    where: { municipalityId },
    orderBy: { answeredAt: 'desc' },
    take: 2000,
    select: { subject: true, holds: true, answeredAt: true, person: { select: { name: true } } },
  })
  return {
    population,
    technologies: used.map(({ technology }) => technology),
    collaborations: collaborations.map(({ collaboration }) => collaboration.name),
    allCollaborations: all.map(({ name }) => name),
    answers: new Map(
      said.map(({ subject, holds, answeredAt, person }): [string, Answer] => [
        subject,
        { holds, by: person.name, on: dateInNorway(answeredAt) },
      ]),
    ),
  }
}
