import type { DemoBenefit, DemoLesson, DemoProject, DemoReport, DemoUncertainty, PhaseCode } from '../content'

/**
 * A subject that several municipalities work on: what such a project is about, whoever runs it. A municipality's project takes
 * its plan from a topic and adds its own title, goal, dates and figures.
 */
export interface Topic {
  theme: DemoProject['theme']
  type: DemoProject['type']
  background: string
  technologies: string[]
  suppliers: string[]
  methods: string[]
  unGoals: number[]
  checklist: [phase: PhaseCode, text: string][]
  risks: Risk[]
  benefits: Benefit[]
  /** Title and the share of the project's length at which it is planned. */
  milestones: [title: string, share: number][]
  deliverables: Deliverable[]
  lessons: DemoLesson[]
  /** Things that happened along the way; the first is a candidate for a lesson. */
  log: string[]
  status: { text: string; progress: string; economy: string; quality: string; risk: string; benefit: string }
  report: Pick<
    DemoReport,
    | 'need'
    | 'affected'
    | 'alternatives'
    | 'standards'
    | 'steps'
    | 'unintended'
    | 'worked'
    | 'didNotWork'
    | 'wouldChange'
    | 'prerequisites'
    | 'mustAdapt'
    | 'maySkip'
    | 'firstSteps'
    | 'leastResources'
  >
}

export type Risk = Pick<
  DemoUncertainty,
  | 'kind'
  | 'title'
  | 'cause'
  | 'consequenceText'
  | 'strategy'
  | 'probability'
  | 'consequence'
  | 'probabilityAfter'
  | 'consequenceAfter'
> & { action: string }

export interface Benefit extends Omit<DemoBenefit, 'indicator'> {
  indicator?: { title: string; unit: 'count' | 'nok' | 'percent' | 'hours'; start: number; target: number }
}

export interface Deliverable {
  title: string
  quality: string
  acceptance: string
}

type Four = [probability: number, consequence: number, probabilityAfter: number, consequenceAfter: number]

export function risk(title: string, cause: string, consequenceText: string, action: string, scale: Four): Risk {
  const [probability, consequence, probabilityAfter, consequenceAfter] = scale
  return {
    kind: 'risk',
    strategy: 'reduce',
    title,
    cause,
    consequenceText,
    action,
    probability,
    consequence,
    probabilityAfter,
    consequenceAfter,
  }
}

export function chance(title: string, cause: string, consequenceText: string, action: string, scale: Four): Risk {
  return { ...risk(title, cause, consequenceText, action, scale), kind: 'opportunity', strategy: 'exploit' }
}

type Measure = [title: string, unit: 'count' | 'nok' | 'percent' | 'hours', start: number, target: number]

const kinds = { quality: 'qualitative', time_saved: 'indirect', avoided_cost: 'direct' } as const

export function benefit(
  category: Benefit['category'],
  title: string,
  change: string,
  howRealised: string,
  measure?: Measure,
): Benefit {
  const indicator = measure && { title: measure[0], unit: measure[1], start: measure[2], target: measure[3] }
  return { category, kind: kinds[category], title, change, howRealised, indicator }
}

export function lesson(
  kind: DemoLesson['kind'],
  phase: PhaseCode,
  title: string,
  whatHappened: string,
  cause: string,
  effect: string,
  recommendation: string,
): DemoLesson {
  return { kind, phase, title, whatHappened, cause, effect, recommendation }
}
