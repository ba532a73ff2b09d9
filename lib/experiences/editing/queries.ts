import 'server-only'
import type { SectionKind, Visibility } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { partKinds } from '@/lib/sharing/parts'
import { type DraftFacts, type DraftWords, draftReport } from '../draft'
import { mayWriteReport } from '../policy'
import { costLine, effectView } from '../queries'
import { completenessPct, type ReportBody } from '../rules'
import { parseSection, type SectionContent, sectionKinds } from '../sections'

export interface ReportEditor {
  projectTitle: string
  municipality: string
  collaboration: string | null
  themes: string[]
  body: ReportBody
  partsComment: string
  audiences: Partial<Record<SectionKind, Visibility>>
  completenessPct: number
  /** Null while nothing has been saved: the body is then drafted from the project. */
  saved: { version: number; status: 'draft' | 'published' | 'withdrawn'; slug: string; visibility: Visibility } | null
}

/** The report of a project as its writer last left it, or a draft made from the project; null when the actor may not write it. */
export function reportEditor(
  actor: Actor,
  projectId: string,
  words: (phaseNames: 'nb' | 'nn') => DraftWords,
): Promise<ReportEditor | null> {
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
    if (!project || !mayWriteReport(actor, project)) return null
    const stored = await storedReport(tx, projectId)
    const language = actor.municipality.writtenNorm === 'nynorsk' ? 'nn' : 'nb'
    const body = stored?.body ?? draftReport(await draftFacts(tx, projectId, language), words(language))
    return {
      projectTitle: project.title,
      municipality: project.municipality.displayName,
      collaboration: project.collaboration?.name ?? null,
      themes: (await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })).map((theme) => theme.code),
      body,
      partsComment: stored?.partsComment ?? '',
      audiences: stored?.audiences ?? {},
      completenessPct: completenessPct(body),
      saved: stored?.saved ?? null,
    }
  })
}

async function storedReport(tx: Tx, projectId: string) {
  const report = await tx.experienceReport.findFirst({
    where: { projectId },
    include: {
      sections: true,
      costLines: { orderBy: [{ year: 'asc' }, { kind: 'asc' }] },
      effects: { orderBy: { id: 'asc' } },
      prerequisites: { orderBy: { position: 'asc' } },
      parts: { select: { kind: true, content: true } },
    },
  })
  if (!report) return null
  const sections = Object.fromEntries(
    sectionKinds
      .filter((kind) => kind !== 'municipality')
      .map((kind) => [kind, parseSection(kind, report.sections.find((section) => section.kind === kind)?.content ?? {})]),
  ) as Omit<SectionContent, 'municipality'>
  const offered = report.parts.filter((part) => Array.isArray(part.content) && part.content.length > 0).map((part) => part.kind)
  const { background, solution, cost, effect, lessons, advice, people } = sections
  const body: ReportBody = {
    title: report.title,
    summary: report.summary,
    outcome: report.outcome,
    themeCode: report.themeCode,
    technologies: report.technologies,
    suppliers: report.suppliers,
    ...{ background, solution, cost, effect, lessons, advice, people },
    costs: report.costLines.map(costLine),
    effects: report.effects.map(effectView),
    prerequisites: report.prerequisites.map((row) => row.text),
    // Parts are stored at publishing: before that, all are on offer.
    parts: report.status === 'draft' ? partKinds : offered,
  }
  return {
    body,
    partsComment: sections.parts.comment,
    audiences: Object.fromEntries(report.sections.flatMap(({ kind, visibility }) => (visibility ? [[kind, visibility]] : []))),
    saved: { version: report.version, status: report.status, slug: report.slug, visibility: report.visibility },
  }
}

/** What the project knows that a report can be drafted from. */
async function draftFacts(tx: Tx, projectId: string, language: 'nb' | 'nn'): Promise<DraftFacts> {
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    include: {
      municipality: { select: { emailDomain: true } },
      phases: { orderBy: { position: 'asc' }, include: { modelPhase: { select: { nameNb: true, nameNn: true } } } },
      members: { where: { role: 'project_manager' }, take: 1, select: { person: { select: { jobTitle: true } } } },
      budgetLines: { orderBy: { year: 'asc' } },
      changes: { orderBy: { id: 'asc' }, select: { text: true } },
      benefits: {
        orderBy: { id: 'asc' },
        include: { indicators: { include: { measurements: { orderBy: { measuredOn: 'desc' }, take: 1 } } } },
      },
      lessons: { orderBy: { createdAt: 'asc' } },
      logEntries: { where: { isLessonCandidate: true, lessons: { none: {} } }, orderBy: { loggedOn: 'asc' } },
      uncertainties: { where: { kind: 'risk', status: 'actions_done' }, include: { actions: { select: { text: true } } } },
      checklist: {
        where: { isMandatory: true, status: 'done' },
        orderBy: [{ phase: { position: 'asc' } }, { position: 'asc' }],
        take: 5,
      },
    },
  })
  const domain = project.municipality.emailDomain
  return {
    ...project,
    managerTitle: project.members[0]?.person.jobTitle ?? null,
    contactAddress: domain && `postmottak@${domain}`,
    phases: project.phases.map((phase) => ({
      name: language === 'nn' ? phase.modelPhase.nameNn : phase.modelPhase.nameNb,
      plannedEndOn: isoDateOrNull(phase.plannedEndOn),
      actualStartOn: isoDateOrNull(phase.actualStartOn),
      actualEndOn: isoDateOrNull(phase.actualEndOn),
    })),
    budget: project.budgetLines.map((line) => ({
      year: line.year,
      budgetNok: Number(line.budgetNok),
      costNok: Number(line.costNok),
    })),
    measured: project.benefits.flatMap((benefit) =>
      benefit.indicators.map((indicator) => {
        const [latest] = indicator.measurements
        return {
          category: benefit.category,
          title: benefit.title,
          unit: indicator.unit,
          start: Number(indicator.startValue),
          latest: latest ? { on: isoDate(latest.measuredOn), value: Number(latest.value) } : null,
        }
      }),
    ),
    changes: project.changes.map((change) => change.text),
    lessonCandidates: project.logEntries.map((entry) => entry.text),
    handledRisks: project.uncertainties.map((risk) => ({
      title: risk.title,
      actions: risk.actions.map((action) => action.text),
    })),
    mandatoryChecks: project.checklist.map((item) => item.text),
  }
}
