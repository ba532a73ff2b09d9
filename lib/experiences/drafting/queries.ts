import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { RecordedExperience } from '@/lib/gates/rules'
import type { Staff } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { typedReport } from '../form/rules'
import type { DraftReport } from '../rules'
import { type DraftFacts, draftReport } from './rules'
import { draftWords } from './words'

/** The language a municipality writes in. */
export const draftLanguage = (actor: Staff): 'nb' | 'nn' => (actor.municipality.writtenNorm === 'nynorsk' ? 'nn' : 'nb')

/** The report of a project as the project would write it today. The caller has seen that the actor may write it. */
export async function freshDraft(tx: Tx, actor: Staff, projectId: string): Promise<DraftReport> {
  const language = draftLanguage(actor)
  const body = draftReport(await draftFacts(tx, projectId, language), draftWords(language), Number(today().slice(0, 4)))
  return typedReport({ ...body, visibility: 'municipalities', audiences: {} })
}

/** What a draft is made of, each list bounded: more than this nobody reads. */
const sources = {
  municipality: { select: { emailDomain: true } },
  collaboration: { select: { name: true } },
  idea: { select: { problem: true, proposal: true } },
  currentPhase: { select: { modelPhase: { select: { code: true } } } },
  phases: {
    orderBy: { position: 'asc' },
    take: 30,
    include: { modelPhase: { select: { nameNb: true, nameNn: true } } },
  },
  decisions: {
    where: { supersededBy: { none: {} } },
    orderBy: { decidedOn: 'asc' },
    take: 30,
    select: { gate: true, decidedOn: true, rationale: true, experience: true },
  },
  members: { where: { role: 'project_manager' }, take: 1, select: { person: { select: { jobTitle: true } } } },
  budgetLines: { orderBy: { year: 'asc' }, take: 30 },
  allocations: {
    where: { status: 'assigned' },
    orderBy: [{ percent: 'desc' }, { id: 'asc' }],
    take: 10,
    include: { person: { select: { jobTitle: true } } },
  },
  changes: { orderBy: { id: 'asc' }, take: 10, select: { text: true } },
  benefits: {
    orderBy: { id: 'asc' },
    take: 20,
    include: {
      indicators: { orderBy: { id: 'asc' }, take: 5, include: { measurements: { orderBy: { measuredOn: 'desc' }, take: 1 } } },
    },
  },
  stakeholders: { where: { affected: { in: ['high', 'medium'] } }, orderBy: { id: 'asc' }, take: 20 },
  deliverables: { where: { status: 'approved' }, orderBy: [{ approvedOn: 'asc' }, { id: 'asc' }], take: 20 },
  lessons: {
    orderBy: { createdAt: 'asc' },
    take: 30,
    include: { phase: { select: { modelPhase: { select: { nameNb: true, nameNn: true } } } } },
  },
  logEntries: {
    where: { lessons: { none: {} }, OR: [{ isLessonCandidate: true }, { kind: { in: ['deviation', 'decision'] } }] },
    orderBy: { loggedOn: 'asc' },
    take: 40,
  },
  uncertainties: {
    where: { occurredOn: { not: null } },
    orderBy: { occurredOn: 'asc' },
    take: 20,
    include: { actions: { where: { isDone: true }, orderBy: { id: 'asc' }, take: 5, select: { text: true } } },
  },
  statusReports: { where: { publishedAt: { not: null }, seriesId: null }, orderBy: { periodEndOn: 'desc' }, take: 24 },
  checklist: {
    where: { status: 'not_relevant' },
    orderBy: [{ phase: { position: 'asc' } }, { position: 'asc' }],
    take: 10,
    select: { text: true, reason: true },
  },
} as const satisfies Prisma.ProjectInclude

type Source = Prisma.ProjectGetPayload<{ include: typeof sources }>

async function draftFacts(tx: Tx, projectId: string, language: 'nb' | 'nn'): Promise<DraftFacts> {
  const project = await tx.project.findUniqueOrThrow({ where: { id: projectId }, include: sources })
  const { title, goal, background, themeCode, lifecycle, technologies, suppliers, methods, idea, stakeholders } = project
  const domain = project.municipality.emailDomain
  return {
    ...{ title, goal, background, themeCode, lifecycle, technologies, suppliers, methods, idea, stakeholders },
    phase: project.currentPhase?.modelPhase.code ?? null,
    collaboration: project.collaboration?.name ?? null,
    managerTitle: project.members[0]?.person.jobTitle ?? null,
    contactAddress: domain && `postmottak@${domain}`,
    ...planFacts(project, language),
    ...figureFacts(project),
    ...learntFacts(project, language),
    ...statusFacts(project),
    changes: project.changes.map((change) => change.text),
    notRelevant: project.checklist.map(({ text, reason }) => ({ text, reason: reason ?? '' })),
  }
}

const nameIn = (language: 'nb' | 'nn', names: { nameNb: string; nameNn: string }) =>
  language === 'nn' ? names.nameNn : names.nameNb

function planFacts({ phases, decisions, deliverables }: Source, language: 'nb' | 'nn') {
  return {
    phases: phases.map(({ modelPhase, stageName, ...phase }) => ({
      name: [nameIn(language, modelPhase), stageName].filter(Boolean).join(': '),
      plannedEndOn: isoDateOrNull(phase.plannedEndOn),
      actualStartOn: isoDateOrNull(phase.actualStartOn),
      actualEndOn: isoDateOrNull(phase.actualEndOn),
    })),
    decisions: decisions.map(({ gate, decidedOn, rationale, experience }) => ({
      ...{ gate, rationale, on: isoDate(decidedOn) },
      cases: ((experience as unknown as RecordedExperience | null)?.cases ?? [])
        .filter(({ use }) => use !== 'irrelevant')
        .map(({ title, municipality, reason }) => ({ title, municipality, reason })),
    })),
    deliverables: deliverables.map(({ title, approvedOn }) => ({ title, approvedOn: isoDateOrNull(approvedOn) })),
  }
}

function figureFacts({ budgetLines, allocations, benefits }: Source) {
  return {
    budget: budgetLines.map(({ year, budgetNok, costNok, budgetHours, costHours }) => ({
      year,
      ...{ budgetNok: Number(budgetNok), costNok: Number(costNok) },
      ...{ budgetHours: Number(budgetHours), costHours: Number(costHours) },
    })),
    allocations: allocations.flatMap(({ role, person, percent, startOn, endOn }) => {
      const named = role || person?.jobTitle
      return named ? [{ role: named, percent, startOn: isoDate(startOn), endOn: isoDate(endOn) }] : []
    }),
    benefits: benefits.map(({ title, category, prerequisites, indicators }) => ({
      ...{ title, category, prerequisites },
      indicators: indicators.map(({ measurements: [latest], ...indicator }) => ({
        ...{ title: indicator.title, unit: indicator.unit },
        ...{ start: Number(indicator.startValue), target: Number(indicator.targetValue) },
        latest: latest ? { on: isoDate(latest.measuredOn), value: Number(latest.value) } : null,
      })),
    })),
  }
}

function learntFacts({ lessons, logEntries, uncertainties }: Source, language: 'nb' | 'nn') {
  return {
    lessons: lessons.map(({ phase, ...lesson }) => ({ ...lesson, phase: phase && nameIn(language, phase.modelPhase) })),
    log: logEntries.map(({ loggedOn, kind, text, consequence, recommendation, isLessonCandidate }) => ({
      ...{ on: isoDate(loggedOn), kind, text, consequence, recommendation },
      isFlagged: isLessonCandidate,
    })),
    occurred: uncertainties.flatMap(({ kind, title, occurredOn, ledTo, actions }) =>
      occurredOn ? [{ kind, title, ledTo, on: isoDate(occurredOn), actions: actions.map(({ text }) => text) }] : [],
    ),
  }
}

/** The newest first: what was last said of the money, and the five last times that something was behind. */
function statusFacts({ statusReports }: Source) {
  const money = statusReports.find(({ economyText }) => economyText.trim() !== '')
  const behind = statusReports.flatMap(({ periodEndOn, progress, progressText, quality, qualityText }) => {
    const texts = [
      ['minor_delay', 'delayed'].includes(progress) ? progressText : '',
      ['minor_deviation', 'major_deviation'].includes(quality) ? qualityText : '',
    ].filter((text) => text.trim() !== '')
    return texts.length > 0 ? [{ on: isoDate(periodEndOn), text: texts.join(' ') }] : []
  })
  return {
    economyNote: money ? { on: isoDate(money.periodEndOn), text: money.economyText } : null,
    statusNotes: behind.slice(0, 5).toReversed(),
  }
}
