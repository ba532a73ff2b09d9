import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { ReportStatus, SectionKind } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { partKinds } from '@/lib/sharing/parts'
import { type DraftFacts, type DraftWords, draftReport } from '../draft'
import { mayWriteReport } from '../policy'
import { costLine, effectView } from '../queries'
import type { WrittenReport } from '../rules'
import { parseSection } from '../sections'

export interface ReportEditor {
  projectTitle: string
  municipality: string
  collaboration: string | null
  themes: string[]
  report: WrittenReport
  /** Null while nothing has been saved: the report is then drafted from the project. */
  saved: SavedReport | null
}

export interface SavedReport {
  id: string
  /** Counts the saves: what is sent with an older one meets a conflict. */
  version: number
  status: ReportStatus
  slug: string
  /** Whether the next version of a published report is being written. */
  isRevised: boolean
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
    const drafted = async (): Promise<WrittenReport> => ({
      ...draftReport(await draftFacts(tx, projectId, language), words(language)),
      visibility: 'municipalities',
      audiences: {},
    })
    return {
      projectTitle: project.title,
      municipality: project.municipality.displayName,
      collaboration: project.collaboration?.name ?? null,
      themes: (await tx.theme.findMany({ orderBy: { position: 'asc' }, select: { code: true } })).map((theme) => theme.code),
      report: stored?.report ?? (await drafted()),
      saved: stored?.saved ?? null,
    }
  })
}

/** What is written in a project's report: the next version where that is under way, else what stands. */
export async function storedReport(tx: Tx, projectId: string): Promise<{ report: WrittenReport; saved: SavedReport } | null> {
  const row = await tx.experienceReport.findFirst({ where: { projectId }, include: { ...rowsOfReport, draft: true } })
  if (!row) return null
  const { id, status, slug, draft } = row
  return {
    report: draft ? revision(draft.content) : standing(row),
    saved: { id, status, slug, version: draft?.version ?? row.version, isRevised: draft !== null },
  }
}

const rowsOfReport = {
  sections: true,
  costLines: { orderBy: [{ year: 'asc' }, { kind: 'asc' }] },
  effects: { orderBy: { id: 'asc' } },
  prerequisites: { orderBy: { position: 'asc' } },
  parts: { select: { kind: true, content: true } },
} satisfies Prisma.ExperienceReportInclude

function standing(row: Prisma.ExperienceReportGetPayload<{ include: typeof rowsOfReport }>): WrittenReport {
  const content = <Kind extends SectionKind>(kind: Kind) =>
    parseSection(kind, row.sections.find((section) => section.kind === kind)?.content ?? {})
  const offered = row.parts.filter((part) => Array.isArray(part.content) && part.content.length > 0).map((part) => part.kind)
  return {
    title: row.title,
    summary: row.summary,
    outcome: row.outcome,
    themeCode: row.themeCode,
    technologies: row.technologies,
    suppliers: row.suppliers,
    background: content('background'),
    solution: content('solution'),
    costs: row.costLines.map(costLine),
    cost: content('cost'),
    effects: row.effects.map(effectView),
    effect: content('effect'),
    lessons: content('lessons'),
    prerequisites: row.prerequisites.map((one) => one.text),
    advice: content('advice'),
    // Parts are stored at publishing: before that, all are on offer.
    parts: row.status === 'draft' ? partKinds : offered,
    partsComment: content('parts').comment,
    people: content('people'),
    visibility: row.visibility,
    audiences: Object.fromEntries(row.sections.flatMap(({ kind, visibility }) => (visibility ? [[kind, visibility]] : []))),
  }
}

/** The next version as it was saved. Its texts are read as strictly as those of a published report. */
function revision(content: Prisma.JsonValue): WrittenReport {
  const saved = content as unknown as WrittenReport
  const { background, solution, lessons, advice } = saved
  return {
    ...saved,
    background: parseSection('background', background),
    solution: parseSection('solution', solution),
    lessons: parseSection('lessons', lessons),
    advice: parseSection('advice', advice),
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
      documents: { where: { versions: { some: {} } }, orderBy: { title: 'asc' }, take: 20, select: { title: true } },
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
    documents: project.documents.map((document) => document.title),
  }
}
