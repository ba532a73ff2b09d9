import { addDays, daysBetween, type IsoDate } from '@/lib/platform/dates'
import type { DemoProject, DemoReport, DemoStatusReport, PhaseCode } from './content'
import type { Topic } from './topics/topic'

/** What a municipality says of its own project; the plan comes from the topic. */
export interface ProjectSpec {
  key: string
  topic: Topic
  number: string
  title: string
  goal: string
  phase: PhaseCode
  lifecycle?: DemoProject['lifecycle']
  startOn: IsoDate
  months: number
  budgetNok: number
  visibility: DemoProject['visibility']
  collaboration?: string
  /** Manager, owner and, where there is one, benefit owner. */
  people: [manager: string, owner: string, benefitOwner?: string]
  /** Behind plan and over budget rather than on both. */
  isStrained?: boolean
  /** When the latest status report was written; none where it is left out. */
  reportedOn?: IsoDate
  report?: ReportSpec
}

export interface ReportSpec extends Pick<DemoReport, 'slug' | 'summary' | 'outcome' | 'visibility' | 'publishedOn' | 'reusedBy'> {
  title?: string
  language?: DemoReport['language']
  steward: string
  contact: string
}

/** The demo is told as of this day; nothing done or measured lies after it. */
const toldOn = '2026-11-23'

const phaseShares: [PhaseCode, number][] = [
  ['idea', 0.06],
  ['concept', 0.16],
  ['planning', 0.32],
  ['execution', 0.82],
  ['closing', 1],
  ['realisation', 1.6],
]
const gates = { idea: 'BP1', concept: 'BP2', planning: 'BP3', execution: 'BP4', closing: 'BP5', realisation: 'BP6' } as const
const deciders = [
  'Kommunedirektørens ledergruppe',
  'Kommunedirektørens ledergruppe',
  'Prosjekteier',
  'Prosjekteier',
  'Styringsgruppen',
  'Linjeledelsen',
]

const order = phaseShares.map(([code]) => code)

/** The day at a share of the project's length. */
const dayAt = (spec: ProjectSpec, share: number): IsoDate => addDays(spec.startOn, Math.round(spec.months * 30.4 * share))
const slipOf = (spec: ProjectSpec) => (spec.isStrained ? 24 : 3)
/** A small number that follows from the project, so that not all figures are alike. */
const variation = (spec: ProjectSpec) =>
  [...`${spec.key}${spec.number}`].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 10

function isPassed(spec: ProjectSpec, phase: PhaseCode): boolean {
  return order.indexOf(phase) < order.indexOf(spec.phase) || (spec.lifecycle === 'closed' && phase === spec.phase)
}

const notAfterToday = (on: IsoDate): IsoDate => (on > toldOn ? addDays(toldOn, -7) : on)

/** A project of the demo: the topic's plan laid out over the dates of the specification, told as far as it has come. */
export function assemble(spec: ProjectSpec): DemoProject {
  const { topic } = spec
  const [manager, owner, benefitOwner] = spec.people
  return {
    key: spec.key,
    number: spec.number,
    title: spec.title,
    goal: spec.goal,
    background: topic.background,
    theme: topic.theme,
    type: topic.type,
    lifecycle: spec.lifecycle ?? 'active',
    phase: spec.phase,
    startOn: spec.startOn,
    endOn: dayAt(spec, 1),
    phases: phasesOf(spec),
    visibility: spec.visibility,
    collaboration: spec.collaboration,
    ...{ manager, owner, benefitOwner },
    technologies: topic.technologies,
    suppliers: order.indexOf(spec.phase) >= 2 ? topic.suppliers : [],
    methods: topic.methods,
    unGoals: topic.unGoals,
    budgets: budgetsOf(spec),
    decisions: decisionsOf(spec),
    checklist: topic.checklist.map(([phase, text]) => ({ phase, text, status: isPassed(spec, phase) ? 'done' : 'open' })),
    uncertainties: uncertaintiesOf(spec),
    benefits: benefitsOf(spec),
    milestones: milestonesOf(spec),
    deliverables: deliverablesOf(spec),
    statusReports: statusReportsOf(spec),
    log: logOf(spec),
    lessons: order.indexOf(spec.phase) >= 3 ? topic.lessons : [],
    report: spec.report && reportOf(spec, spec.report),
  }
}

function phasesOf(spec: ProjectSpec): DemoProject['phases'] {
  return phaseShares.map(([code, share]) => {
    const plannedEndOn = dayAt(spec, share)
    return isPassed(spec, code)
      ? { code, plannedEndOn, actualEndOn: notAfterToday(addDays(plannedEndOn, slipOf(spec))) }
      : { code, plannedEndOn }
  })
}

function decisionsOf(spec: ProjectSpec): DemoProject['decisions'] {
  const passed: DemoProject['decisions'] = phasesOf(spec).flatMap(({ code, actualEndOn }, index) => {
    if (!actualEndOn) return []
    const withCondition = spec.isStrained && code === 'planning'
    const dueOn = addDays(actualEndOn, 60)
    return [
      {
        gate: gates[code],
        outcome: withCondition ? 'approved_with_conditions' : 'approved',
        on: actualEndOn,
        decidedBy: deciders[index] ?? 'Prosjekteier',
        rationale: rationales[code],
        conditions: withCondition
          ? [{ text: 'Oppdatert framdriftsplan legges fram', owner: 'Prosjektleder', dueOn, isClosed: dueOn < toldOn }]
          : undefined,
      },
    ]
  })
  if (spec.lifecycle !== 'stopped') return passed
  const last = passed.at(-1)?.on ?? spec.startOn
  return [
    ...passed,
    {
      gate: gates[spec.phase],
      outcome: 'rejected',
      on: notAfterToday(addDays(last, 75)),
      decidedBy: 'Kommunedirektørens ledergruppe',
      rationale: 'Gevinsten står ikke i forhold til risiko og kostnad. Prosjektet stanses, og erfaringene deles.',
    },
  ]
}

const rationales: Record<PhaseCode, string> = {
  idea: 'Behovet er godt begrunnet, og andre kommuners erfaringer er hentet inn.',
  concept: 'Prosjektforslaget viser størst gevinst for det valgte alternativet.',
  planning: 'Styringsdokument, gevinstplan og vurdering av personvern er på plass.',
  execution: 'Leveransene er godkjent, og linjen er klar til å ta over.',
  closing: 'Sluttrapporten er godkjent. Gevinstene følges opp av linjen.',
  realisation: 'Målingene viser at gevinstene er på vei.',
}

function budgetsOf(spec: ProjectSpec): DemoProject['budgets'] {
  const [first, last] = [spec.startOn, dayAt(spec, 1)].map((on) => Number(on.slice(0, 4))) as [number, number]
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const overrun = spec.isStrained ? 1.12 : 0.96 + variation(spec) / 200
  return years.map((year) => {
    const budgetNok = thousands(spec.budgetNok / years.length)
    const spent = year < 2026 ? 1 : year > 2026 ? 0 : 0.82
    const isLate = order.indexOf(spec.phase) < 2 ? 0.2 : 1
    const costNok = thousands(budgetNok * overrun * spent * isLate)
    const isOver = spec.lifecycle === 'stopped' || spec.lifecycle === 'closed'
    return { year, budgetNok, costNok, forecastNok: isOver ? costNok : thousands(budgetNok * overrun) }
  })
}

const thousands = (nok: number) => Math.round(nok / 1000) * 1000

function uncertaintiesOf(spec: ProjectSpec): DemoProject['uncertainties'] {
  return spec.topic.risks.map(({ action, ...risk }, index) => {
    const isDone = order.indexOf(spec.phase) >= 4 || (order.indexOf(spec.phase) === 3 && index === 0)
    const dueOn = addDays(dayAt(spec, 0.35), index * 21)
    return {
      ...risk,
      proximity: index === 0 ? 'this_phase' : 'within_project',
      status: isDone ? 'actions_done' : 'identified',
      actions: [{ text: action, dueOn, isDone }],
    }
  })
}

function benefitsOf(spec: ProjectSpec): DemoProject['benefits'] {
  const isMeasured = order.indexOf(spec.phase) >= 4 && spec.lifecycle !== 'stopped'
  return spec.topic.benefits.map(({ indicator, ...benefit }, index) => {
    if (!indicator) return benefit
    const achieved = (spec.isStrained ? 0.35 : 0.6) + variation(spec) / 40 - index * 0.12
    const value = (share: number) => round(indicator.start + (indicator.target - indicator.start) * share, indicator.target)
    const days = [dayAt(spec, 0.86), dayAt(spec, 0.98)].filter((on) => on <= toldOn)
    const measurements = isMeasured ? days.map((on, turn) => ({ on, value: value(achieved * (turn === 0 ? 0.6 : 1)) })) : []
    return { ...benefit, indicator: { ...indicator, measurements } }
  })
}

const round = (value: number, like: number) =>
  Math.abs(like) >= 1000 ? Math.round(value / 100) * 100 : Math.abs(like) < 10 ? Math.round(value * 10) / 10 : Math.round(value)

function milestonesOf(spec: ProjectSpec): DemoProject['milestones'] {
  const passedShare = phaseShares[order.indexOf(spec.phase) - 1]?.[1] ?? 0
  return spec.topic.milestones.map(([title, share]) => {
    const plannedOn = dayAt(spec, share)
    const actualOn = addDays(plannedOn, slipOf(spec))
    const isReached =
      (share <= passedShare || spec.lifecycle === 'closed' || spec.phase === 'execution' || spec.phase === 'closing') &&
      actualOn <= toldOn
    if (isReached && !(spec.lifecycle === 'stopped' && share > passedShare))
      return { title, plannedOn, actualOn, status: 'achieved' }
    if (spec.lifecycle === 'stopped') return { title, plannedOn, status: 'not_achieved' }
    return { title, plannedOn, status: spec.isStrained ? 'off_track' : 'on_track' }
  })
}

function deliverablesOf(spec: ProjectSpec): DemoProject['deliverables'] {
  if (order.indexOf(spec.phase) < 2) return []
  const isApproved = order.indexOf(spec.phase) >= 4
  return spec.topic.deliverables.map((deliverable, index) => ({
    ...deliverable,
    startOn: dayAt(spec, 0.32 + index * 0.08),
    endOn: dayAt(spec, 0.6 + index * 0.1),
    status: isApproved ? 'approved' : spec.isStrained && index === 0 ? 'minor_deviation' : 'on_plan',
  }))
}

function statusReportsOf(spec: ProjectSpec): DemoStatusReport[] {
  if (!spec.reportedOn) return []
  const earlier = addDays(spec.reportedOn, -122)
  const days = earlier > dayAt(spec, 0.2) ? [earlier, spec.reportedOn] : [spec.reportedOn]
  return days.map((on, index) => statusReport(spec, on, index === days.length - 1))
}

function statusReport(spec: ProjectSpec, on: IsoDate, isLatest: boolean): DemoStatusReport {
  const { status } = spec.topic
  const total = (figure: 'budgetNok' | 'costNok' | 'forecastNok') => budgetsOf(spec).reduce((sum, line) => sum + line[figure], 0)
  const isBad = Boolean(spec.isStrained) && isLatest
  const hasMeasured = order.indexOf(spec.phase) >= 4
  return {
    periodEndOn: on,
    text: status.text,
    progress: isBad ? (variation(spec) > 5 ? 'delayed' : 'minor_delay') : variation(spec) === 9 ? 'ahead' : 'on_plan',
    progressText: status.progress,
    economy: isBad ? 'minor_overrun' : variation(spec) < 3 ? 'under_budget' : 'on_budget',
    economyText: status.economy,
    quality: isBad && variation(spec) > 6 ? 'minor_deviation' : 'to_spec',
    qualityText: status.quality,
    risk: isBad ? 'high' : variation(spec) % 2 ? 'medium' : 'low',
    riskText: status.risk,
    benefit: hasMeasured ? (isBad ? 'minor_delay' : 'on_plan') : 'not_started',
    benefitText: status.benefit,
    budgetNok: total('budgetNok'),
    costNok: thousands(total('costNok') * (isLatest ? 1 : 0.7)),
    forecastNok: total('forecastNok'),
  }
}

function logOf(spec: ProjectSpec): DemoProject['log'] {
  const kinds = ['deviation', 'event', 'decision'] as const
  const reach = Math.min(daysBetween(spec.startOn, toldOn), Math.round(spec.months * 30.4))
  return spec.topic.log.slice(0, order.indexOf(spec.phase) >= 2 ? 3 : 1).map((text, index) => ({
    on: addDays(spec.startOn, Math.round(reach * (0.5 + index * 0.15))),
    kind: kinds[index] ?? 'event',
    text,
    isLessonCandidate: index === 0 && order.indexOf(spec.phase) >= 3,
  }))
}

function reportOf(spec: ProjectSpec, report: ReportSpec): DemoReport {
  const { topic } = spec
  const { slug, summary, outcome, visibility, publishedOn, reusedBy, contact } = report
  return {
    ...topic.report,
    ...{ slug, summary, outcome, visibility, publishedOn, reusedBy },
    title: report.title ?? spec.title,
    language: report.language ?? 'nb',
    confirmedOn: publishedOn,
    costs: costsOf(spec, publishedOn),
    effects: effectsOf(spec, publishedOn),
    firstSteps: topic.report.firstSteps,
    parts: [
      'checklist',
      'uncertainties',
      'benefits',
      'milestones',
      ...(topic.deliverables.length > 0 && order.indexOf(spec.phase) >= 2 ? (['deliverables'] as const) : []),
    ],
    steward: {
      role: report.steward,
      standIn: report.language === 'nn' ? 'Digitaliseringsleiar' : 'Digitaliseringsleder',
      contact,
      askAbout: topic.report.mustAdapt,
      wants: ['share', 'talk'],
    },
  }
}

/** The accounts up to publishing, with the hours and running cost that the accounts do not show. */
function costsOf(spec: ProjectSpec, publishedOn: IsoDate): DemoReport['costs'] {
  const until = Number(publishedOn.slice(0, 4))
  const years = budgetsOf(spec).filter((line) => line.year <= until)
  const lastYear = years.at(-1)?.year ?? until
  const hours = Math.max(120, Math.round(spec.budgetNok / 4200 / 10) * 10)
  return [
    ...years.map((line) => ({
      kind: 'purchase' as const,
      year: line.year,
      planned: line.budgetNok,
      actual: line.costNok,
      quality: 'measured' as const,
    })),
    {
      kind: 'own_hours',
      year: lastYear,
      planned: hours,
      actual: Math.round(hours * (spec.isStrained ? 1.6 : 1.15)),
      quality: 'estimated',
    },
    {
      kind: 'operation',
      year: lastYear,
      planned: thousands(spec.budgetNok * 0.09),
      actual: thousands(spec.budgetNok * 0.1),
      quality: 'estimated',
    },
    {
      kind: 'training',
      year: lastYear,
      planned: thousands(spec.budgetNok * 0.03),
      actual: thousands(spec.budgetNok * 0.05),
      quality: 'measured',
    },
  ]
}

function effectsOf(spec: ProjectSpec, publishedOn: IsoDate): DemoReport['effects'] {
  const { language } = spec.report ?? {}
  return benefitsOf(spec).flatMap((benefit) => {
    const latest = benefit.indicator?.measurements.filter((measurement) => measurement.on <= publishedOn).at(-1)
    if (!benefit.indicator || !latest) return []
    return [
      {
        category: benefit.category,
        title: benefit.indicator.title,
        unit: benefit.indicator.unit,
        before: benefit.indicator.start,
        after: latest.value,
        period: latest.on.slice(0, 4),
        source: language === 'nn' ? 'Eigne målingar' : 'Egne målinger',
        beneficiary: language === 'nn' ? 'Innbyggjarar og tilsette' : 'Innbyggere og ansatte',
      },
    ]
  })
}
