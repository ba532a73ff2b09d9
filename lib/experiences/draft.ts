import type { CostKind, IndicatorUnit, LessonKind, Lifecycle } from '@/generated/prisma/enums'
import { daysBetween, type IsoDate } from '@/lib/platform/dates'
import { partKinds } from '@/lib/sharing/parts'
import type { CostLine, Effect, ReportBody } from './rules'
import { emptyText, fromLines, fromPlain, joined, type RichText } from './text/rules'

/** What a project knows that a report can be drafted from. */
export interface DraftFacts {
  title: string
  goal: string
  background: string
  themeCode: string
  lifecycle: Lifecycle
  technologies: string[]
  suppliers: string[]
  methods: string[]
  managerTitle: string | null
  contactAddress: string | null
  phases: { name: string; plannedEndOn: IsoDate | null; actualStartOn: IsoDate | null; actualEndOn: IsoDate | null }[]
  budget: { year: number; budgetNok: number; costNok: number }[]
  /** Benefits with an indicator; the latest measurement, or none yet. */
  measured: {
    category: Effect['category']
    title: string
    unit: IndicatorUnit
    start: number
    latest: { on: IsoDate; value: number } | null
  }[]
  changes: string[]
  lessons: { kind: LessonKind; title: string; whatHappened: string; recommendation: string }[]
  lessonCandidates: string[]
  /** Risks that came true are the ones whose actions were done. */
  handledRisks: { title: string; actions: string[] }[]
  mandatoryChecks: string[]
  /** The titles of the documents, which stay in the municipality until somebody asks for them. */
  documents: string[]
}

/** The words the draft needs, in the language of the report. */
export interface DraftWords {
  phaseOnTime(phase: string, end: IsoDate): string
  phaseLate(phase: string, end: IsoDate, daysLate: number): string
  phaseOngoing(phase: string): string
  summary(goal: string, changes: string): string
  handledRisk(title: string, actions: string): string
  measuredOn(date: IsoDate): string
  sourceIndicator: string
  methods(list: string): string
  documents(list: string): string
}

/** A first version of the report, made of what the project already knows. What it does not know stays empty for the writer. */
export function draftReport(facts: DraftFacts, words: DraftWords): ReportBody {
  const lessonsOf = (kind: LessonKind) => facts.lessons.filter((lesson) => lesson.kind === kind)
  return {
    title: facts.title,
    summary: facts.goal && words.summary(facts.goal, facts.changes.slice(0, 3).join('; ')),
    outcome: facts.lifecycle === 'stopped' ? 'stopped' : null,
    themeCode: facts.themeCode,
    technologies: facts.technologies,
    suppliers: facts.suppliers,
    background: { need: fromPlain(facts.background), affected: '', alternatives: emptyText },
    solution: {
      version: '',
      standards: facts.technologies.join(', '),
      steps: joined(
        fromLines(facts.phases.map((phase) => phaseLine(phase, words)).filter((line) => line !== null)),
        facts.methods.length > 0 ? fromPlain(words.methods(facts.methods.join(', '))) : emptyText,
      ),
    },
    costs: costLines(facts.budget),
    cost: { comment: '' },
    effects: facts.measured.flatMap((benefit) => effectOf(benefit, words)),
    effect: { unintended: '' },
    lessons: {
      worked: paragraphs(lessonsOf('did_right').map(lessonText)),
      didNotWork: joined(
        paragraphs([...lessonsOf('went_wrong').map(lessonText), ...facts.lessonCandidates]),
        fromLines(facts.handledRisks.map((risk) => words.handledRisk(risk.title, risk.actions.join('; ')))),
      ),
      wouldChange: paragraphs(lessonsOf('would_do_differently').map(lessonText)),
    },
    prerequisites: facts.mandatoryChecks.slice(0, 5),
    advice: {
      mustAdapt: emptyText,
      maySkip: '',
      firstSteps: facts.lessons.slice(0, 3).map((lesson) => lesson.recommendation),
      leastResources: emptyText,
    },
    parts: partKinds,
    partsComment: facts.documents.length > 0 ? words.documents(facts.documents.join(', ')) : '',
    people: {
      role: facts.managerTitle ?? '',
      standIn: '',
      contact: facts.contactAddress ?? '',
      askAbout: '',
      wants: ['share', 'talk'],
    },
  }
}

const paragraphs = (texts: string[]): RichText => joined(...texts.map(fromPlain))

function phaseLine(phase: DraftFacts['phases'][number], words: DraftWords): string | null {
  if (!phase.actualEndOn) return phase.actualStartOn ? words.phaseOngoing(phase.name) : null
  const daysLate = phase.plannedEndOn ? daysBetween(phase.plannedEndOn, phase.actualEndOn) : 0
  return daysLate > 0
    ? words.phaseLate(phase.name, phase.actualEndOn, daysLate)
    : words.phaseOnTime(phase.name, phase.actualEndOn)
}

/** The budget does not say what the money went to: it is put down as purchases, for the writer to split. */
function costLines(budget: DraftFacts['budget']): CostLine[] {
  const kind: CostKind = 'purchase'
  return budget.map(({ year, budgetNok, costNok }) => ({ kind, year, planned: budgetNok, actual: costNok, quality: 'measured' }))
}

function effectOf(benefit: DraftFacts['measured'][number], words: DraftWords): Effect[] {
  if (!benefit.latest) return []
  return [
    {
      category: benefit.category,
      title: benefit.title,
      unit: benefit.unit,
      valueBefore: benefit.start,
      valueAfter: benefit.latest.value,
      period: words.measuredOn(benefit.latest.on),
      source: words.sourceIndicator,
      beneficiary: '',
    },
  ]
}

function lessonText(lesson: DraftFacts['lessons'][number]): string {
  return [lesson.whatHappened || lesson.title, lesson.recommendation].filter(Boolean).join(' ')
}
