import type {
  BenefitCategory,
  Degree,
  IndicatorUnit,
  LessonKind,
  Lifecycle,
  LogKind,
  ReportOutcome,
  UncertaintyKind,
} from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'
import { partKinds } from '@/lib/sharing/parts'
import type { ReportBody } from '../rules'
import { emptyText, fromPlain, joined } from '../text/rules'
import { costLines, effectLines, gainsIn, staffing } from './figures'
import { didNotWork, firstSteps, maySkip, prerequisites, spread, worked, wouldChange } from './learned'
import { affected, alternatives, steps } from './told'
import type { DraftWords } from './words'

/** What a project knows that a report can be drafted from. */
export interface DraftFacts {
  title: string
  goal: string
  background: string
  themeCode: string
  lifecycle: Lifecycle
  /** The code of the phase the project is in. */
  phase: string | null
  technologies: string[]
  suppliers: string[]
  methods: string[]
  collaboration: string | null
  managerTitle: string | null
  contactAddress: string | null
  idea: { problem: string; proposal: string } | null
  phases: {
    name: string
    plannedEndOn: IsoDate | null
    actualStartOn: IsoDate | null
    actualEndOn: IsoDate | null
  }[]
  decisions: {
    gate: string
    on: IsoDate
    rationale: string
    cases: { title: string; municipality: string; reason: string }[]
  }[]
  budget: { year: number; budgetNok: number; costNok: number; budgetHours: number; costHours: number }[]
  allocations: { role: string; percent: number; startOn: IsoDate; endOn: IsoDate }[]
  benefits: {
    title: string
    category: BenefitCategory
    prerequisites: string
    indicators: { title: string; unit: IndicatorUnit; start: number; target: number; latest: Measured | null }[]
  }[]
  changes: string[]
  stakeholders: { title: string; affected: Degree }[]
  /** Those that are approved. */
  deliverables: { title: string; approvedOn: IsoDate | null }[]
  lessons: {
    kind: LessonKind
    title: string
    phase: string | null
    whatHappened: string
    cause: string
    effect: string
    earlySigns: string
    wasKnownRisk: boolean
    recommendation: string
  }[]
  /** Entries that no lesson was made from: what was flagged, the deviations and the decisions. */
  log: { on: IsoDate; kind: LogKind; text: string; consequence: string; recommendation: string; isFlagged: boolean }[]
  /** What came true. */
  occurred: { kind: UncertaintyKind; title: string; on: IsoDate; ledTo: string; actions: string[] }[]
  /** What published status reports said of the money last, and wherever they said that something was behind or worse than agreed. */
  economyNote: { on: IsoDate; text: string } | null
  statusNotes: { on: IsoDate; text: string }[]
  /** What the project had no use for, and why. */
  notRelevant: { text: string; reason: string }[]
}

export interface Measured {
  on: IsoDate
  value: number
}

/** The most that a summary holds. */
const longestSummary = 2000

/** A first version of the report, made of what the project knows. What it does not know stays empty for the writer. */
export function draftReport(facts: DraftFacts, words: DraftWords, thisYear: number): ReportBody {
  const recommended = spread(facts.lessons)
  return {
    title: facts.title,
    summary: summary(facts, words),
    outcome: outcomeOf(facts),
    themeCode: facts.themeCode,
    background: {
      need: joined(fromPlain(facts.background), fromPlain(facts.idea?.problem ?? '')),
      affected: affected(facts, words),
      alternatives: alternatives(facts, words),
    },
    solution: {
      technologies: facts.technologies,
      suppliers: facts.suppliers,
      version: '',
      standards: '',
      steps: steps(facts, words),
    },
    costs: costLines(facts.budget, thisYear),
    cost: { comment: [staffing(facts, words), economy(facts, words)].filter(Boolean).join('\n') },
    effects: effectLines(facts.benefits, words),
    effect: { unintended: '' },
    lessons: {
      worked: worked(facts, recommended, words),
      didNotWork: didNotWork(facts, recommended, words),
      wouldChange: wouldChange(recommended, words),
    },
    prerequisites: prerequisites(facts, words),
    advice: {
      mustAdapt: emptyText,
      maySkip: maySkip(facts, words),
      firstSteps: firstSteps(facts, recommended),
      leastResources: emptyText,
    },
    parts: partKinds,
    documents: [],
    partsComment: '',
    people: {
      role: facts.managerTitle ?? '',
      standIn: '',
      contact: facts.contactAddress ?? '',
      askAbout: '',
      wants: ['share', 'talk'],
    },
  }
}

/** The goal, and what has been measured; only where nothing has, what was meant to be different. */
function summary({ goal, changes, benefits }: DraftFacts, { say, figure }: DraftWords): string {
  const gains = gainsIn(benefits).slice(0, 3)
  const lines = [
    goal.trim() && say('goal', { goal: goal.trim() }),
    ...gains.map(({ title, unit, start, latest }) =>
      say('gain', { title, before: figure(start, unit), after: figure(latest.value, unit) }),
    ),
    gains.length === 0 && changes.length > 0 && say('changes', { list: changes.slice(0, 3).join('; ') }),
  ]
  return lines.filter(Boolean).join(' ').slice(0, longestSummary)
}

/** What the state of the project says of how it went; whether it had an effect is for the writer to say. */
function outcomeOf({ lifecycle, phase }: DraftFacts): ReportOutcome | null {
  if (lifecycle === 'stopped') return 'stopped'
  if (phase === 'realisation') return 'in_operation'
  return lifecycle === 'closed' || phase === 'closing' ? 'completed' : null
}

function economy({ economyNote }: DraftFacts, { say, day }: DraftWords): string {
  return economyNote ? say('economyNote', { date: day(economyNote.on), text: economyNote.text }) : ''
}
