/**
 * The shape of the demo content: what a municipality file in `municipalities/` may say.
 * The loader turns it into rows; everything left out is derived from the phase model or stays empty.
 * Dates are ISO (`2026-03-01`), money is whole kroner, hours are hours.
 */

export type PhaseCode = 'idea' | 'concept' | 'planning' | 'execution' | 'closing' | 'realisation'
export type ThemeCode =
  | 'byggesak'
  | 'helse-og-omsorg'
  | 'skole'
  | 'barnehage'
  | 'innbyggertjenester'
  | 'arkiv-og-sak'
  | 'vann-og-avlop'
  | 'ikt-infrastruktur'
  | 'sikkerhet-og-personvern'
  | 'okonomi-og-hr'
  | 'data-og-ki'
  | 'kultur-og-fritid'

export interface DemoMunicipality {
  number: string
  /** One or two sentences on what this municipality brings to Delt. */
  intro: string
  joinedOn: string
  people: DemoPerson[]
  projects: DemoProject[]
}

export interface DemoPerson {
  /** Short and unique within the municipality, such as `kari`; the other parts refer to it. */
  key: string
  name: string
  /** Job title, such as «Byggesaksleder». */
  title: string
  roles: ('member' | 'portfolio_manager' | 'portfolio_reader' | 'municipality_admin')[]
}

export interface DemoProject {
  /** Short and unique within the municipality: `byggesak`. */
  key: string
  /** The municipality's own project number, such as «2025-014». */
  number: string
  title: string
  goal: string
  background: string
  theme: ThemeCode
  type: 'construction' | 'other' | 'building' | 'ict' | 'organisation'
  lifecycle: 'active' | 'waiting' | 'closed' | 'stopped'
  phase: PhaseCode
  startOn: string
  endOn: string
  /** Planned end of each phase up to and including the last; actual end where the phase is over. */
  phases: { code: PhaseCode; plannedEndOn: string; actualEndOn?: string }[]
  visibility: 'municipality' | 'collaboration' | 'municipalities' | 'open'
  /** `ikt-agder`, `ikt-orkide` or `ddv`: the project is run by this collaboration. */
  collaboration?: string
  manager: string
  owner: string
  benefitOwner?: string
  technologies: string[]
  suppliers: string[]
  methods: string[]
  unGoals: number[]
  budgets: { year: number; budgetNok: number; costNok: number; forecastNok: number }[]
  decisions: DemoDecision[]
  /** Items beyond those the phase model brings; and the state of those it brings follows from the phase. */
  checklist: { phase: PhaseCode; text: string; status: 'open' | 'done' | 'not_relevant'; reason?: string }[]
  uncertainties: DemoUncertainty[]
  benefits: DemoBenefit[]
  milestones: {
    title: string
    plannedOn: string
    actualOn?: string
    status: 'on_track' | 'off_track' | 'achieved' | 'not_achieved'
  }[]
  deliverables: {
    title: string
    startOn: string
    endOn: string
    quality: string
    acceptance: string
    status: 'on_plan' | 'minor_deviation' | 'major_deviation' | 'approved'
  }[]
  statusReports: DemoStatusReport[]
  log: {
    on: string
    kind: 'event' | 'change_request' | 'deviation' | 'decision'
    text: string
    consequence?: string
    isLessonCandidate?: boolean
  }[]
  lessons: DemoLesson[]
  report?: DemoReport
}

export interface DemoDecision {
  gate: 'BP1' | 'BP2' | 'BP3' | 'BP4' | 'BP5' | 'BP6'
  outcome: 'approved' | 'approved_with_conditions' | 'postponed' | 'rejected'
  on: string
  /** Who decided, as people say it: «Kommunedirektørens ledergruppe». */
  decidedBy: string
  rationale: string
  conditions?: { text: string; owner: string; dueOn: string; isClosed: boolean }[]
}

export interface DemoUncertainty {
  kind: 'risk' | 'opportunity'
  title: string
  cause: string
  consequenceText: string
  proximity: 'immediate' | 'this_phase' | 'within_project' | 'outside_project'
  strategy: 'reduce' | 'monitor' | 'avoid' | 'transfer' | 'share' | 'accept' | 'increase' | 'exploit'
  probability: number
  consequence: number
  probabilityAfter: number
  consequenceAfter: number
  status: 'identified' | 'actions_done' | 'obsolete'
  /** When it came true, if it did, and what that led to. */
  occurredOn?: string
  ledTo?: string
  actions: { text: string; dueOn: string; isDone: boolean }[]
}

export interface DemoBenefit {
  /** The change that brings the benefit: «Søknader kommer inn digitalt og ferdig sjekket». */
  change: string
  title: string
  kind: 'direct' | 'indirect' | 'qualitative'
  category: 'quality' | 'time_saved' | 'avoided_cost'
  /** How and when it is realised. */
  howRealised: string
  indicator?: {
    title: string
    unit: 'count' | 'nok' | 'percent' | 'hours'
    start: number
    target: number
    measurements: { on: string; value: number }[]
  }
}

export interface DemoStatusReport {
  periodEndOn: string
  text: string
  progress: 'ahead' | 'on_plan' | 'minor_delay' | 'delayed'
  progressText: string
  economy: 'under_budget' | 'on_budget' | 'minor_overrun' | 'over_budget' | 'unknown'
  economyText: string
  quality: 'better' | 'to_spec' | 'minor_deviation' | 'major_deviation'
  qualityText: string
  risk: 'low' | 'medium' | 'high'
  riskText: string
  benefit: 'not_started' | 'ahead' | 'on_plan' | 'minor_delay' | 'delayed'
  benefitText: string
  budgetNok: number
  costNok: number
  forecastNok: number
}

export interface DemoLesson {
  title: string
  phase: PhaseCode
  kind: 'did_right' | 'went_wrong' | 'would_do_differently'
  whatHappened: string
  cause: string
  effect: string
  recommendation: string
}

export interface DemoReport {
  /** The last part of the address: `ebyggesak-ikt-agder`. Unique in the whole demo content. */
  slug: string
  title: string
  /** One paragraph: what we did and what it gave. Conclusion first. */
  summary: string
  outcome: 'completed' | 'in_operation' | 'stopped' | 'no_effect' | 'chose_other'
  language: 'nb' | 'nn'
  visibility: 'municipality' | 'collaboration' | 'municipalities' | 'open'
  publishedOn: string
  confirmedOn: string
  need: string
  affected: string
  alternatives: string
  version?: string
  standards: string
  /** How it was done: steps with time used. */
  steps: string
  costs: {
    kind: 'purchase' | 'own_hours' | 'operation' | 'training'
    year: number
    planned?: number
    actual?: number
    quality: 'estimated' | 'measured' | 'audited'
  }[]
  effects: {
    category: 'quality' | 'time_saved' | 'avoided_cost'
    title: string
    unit: 'count' | 'nok' | 'percent' | 'hours'
    before: number
    after: number
    /** What time the figures are for, where a year can be reckoned from them. */
    per?: 'year' | 'quarter' | 'month' | 'week'
    /** Measured unless it says otherwise. */
    quality?: 'estimated' | 'measured' | 'audited'
    result?: 'better' | 'unchanged' | 'worse'
    period: string
    source: string
    beneficiary: string
  }[]
  unintended: string
  worked: string
  didNotWork: string
  wouldChange: string
  /** A line whose kind and thing its words tell, or with them said. */
  prerequisites: (
    | string
    | { text: string; kind: 'system' | 'size' | 'agreement' | 'role' | 'document' | 'other'; value: string }
  )[]
  mustAdapt: string
  maySkip: string
  firstSteps: [string, string, string]
  leastResources: string
  /** Parts of the project that others may take along. */
  parts: ('checklist' | 'uncertainties' | 'benefits' | 'milestones' | 'deliverables')[]
  steward: { role: string; standIn: string; contact: string; askAbout: string; wants: ('share' | 'talk' | 'procure')[] }
  /** Reuse that other demo municipalities have confirmed. */
  reusedBy?: {
    number: string
    state: 'considering' | 'planned' | 'in_progress' | 'in_operation' | 'stopped' | 'rejected'
    reason: string
    since: string
    /** What it has cost them, where they have told. */
    costNok?: number
  }[]
}
