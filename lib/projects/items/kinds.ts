import * as enums from '@/generated/prisma/enums'
import { type Field, type ItemValues, isBackwards } from './fields'

/** A thing in a list of a project: one definition says how it is asked for, stored, shown, deleted and compared. */
export interface ItemDefinition {
  /** Its place in the address: `/prosjekter/<id>/<slug>/<item>`. */
  slug: string
  /** The page of the project where it is listed, for those that do not lie under another item. */
  page: string
  /** The model in the Prisma client, and the table below it. */
  model: string
  table: string
  fields: readonly Field[]
  /** What its list shows beside the title. */
  columns?: readonly string[]
  /** The field that names it. */
  title: string
  /** The item it lies under: which kind, the relation and the column that point there. */
  under?: { kind: ItemKind; relation: string; column: string }
  /** What is deleted and put back with it: table and the column that points here. */
  followers?: readonly { table: string; column: string; kind?: ItemKind }[]
  /** Read by the project's own municipality only, also where the project is shared. */
  isInside?: boolean
  /** Rules between fields: field to message key. */
  check?: (values: ItemValues) => Record<string, string | undefined>
}

export type ItemKind =
  | ('uncertainty' | 'action' | 'change' | 'benefit' | 'indicator' | 'measurement' | 'milestone' | 'deliverable')
  | ('task' | 'step' | 'stakeholder' | 'communication' | 'allocation' | 'budget' | 'log' | 'lesson' | 'checklist' | 'document')

const required = { isRequired: true } as const
const choice = (name: string, of: string, values: object, initial?: string): Field => ({
  name,
  type: 'choice',
  of,
  choices: Object.values(values),
  isRequired: true,
  initial: initial ?? null,
})
const responsible: Field = { name: 'responsibleId', type: 'person' }
const phase: Field = { name: 'projectPhaseId', type: 'phase' }
const scale = (name: string, of: 'probability' | 'consequence'): Field => ({ name, type: 'scale', of, ...required, initial: 3 })

const period = (start: string, end: string) => (values: ItemValues) =>
  isBackwards(values[start], values[end]) ? { [end]: 'errors.endBeforeStart' } : {}

/** Opportunities are increased and used, risks reduced, avoided and so on. Watching, sharing and accepting fit both. */
const forOpportunities = ['increase', 'exploit', 'share', 'monitor', 'accept']
const forRisks = ['reduce', 'monitor', 'avoid', 'transfer', 'share', 'accept']

export const items: Record<ItemKind, ItemDefinition> = {
  uncertainty: {
    slug: 'usikkerheter',
    page: 'usikkerheter',
    model: 'uncertainty',
    table: 'uncertainty',
    title: 'title',
    fields: [
      { name: 'title', type: 'line', ...required },
      choice('kind', 'uncertaintyKind', enums.UncertaintyKind, 'risk'),
      { name: 'cause', type: 'text' },
      { name: 'consequenceText', type: 'text' },
      scale('probability', 'probability'),
      scale('consequence', 'consequence'),
      scale('probabilityAfter', 'probability'),
      scale('consequenceAfter', 'consequence'),
      choice('proximity', 'proximity', enums.Proximity, 'within_project'),
      choice('strategy', 'strategy', enums.Strategy, 'reduce'),
      choice('status', 'uncertaintyStatus', enums.UncertaintyStatus, 'identified'),
      responsible,
    ],
    followers: [
      { table: 'uncertainty_action', column: 'uncertainty_id', kind: 'action' },
      { table: 'uncertainty_assessment', column: 'uncertainty_id' },
    ],
    check: ({ kind, strategy }) => {
      const fitting = kind === 'opportunity' ? forOpportunities : forRisks
      return fitting.includes(String(strategy)) ? {} : { strategy: 'errors.strategyKind' }
    },
  },
  action: {
    slug: 'tiltak',
    page: 'usikkerheter',
    model: 'uncertaintyAction',
    table: 'uncertainty_action',
    title: 'text',
    columns: ['responsibleId', 'dueOn', 'isDone'],
    under: { kind: 'uncertainty', relation: 'uncertainty', column: 'uncertaintyId' },
    fields: [
      { name: 'text', type: 'line', ...required },
      responsible,
      { name: 'dueOn', type: 'date' },
      { name: 'isDone', type: 'check' },
    ],
  },
  change: {
    slug: 'endringer',
    page: 'gevinster',
    model: 'change',
    table: 'change',
    title: 'text',
    fields: [{ name: 'text', type: 'line', ...required }],
    followers: [{ table: 'benefit', column: 'change_id', kind: 'benefit' }],
  },
  benefit: {
    slug: 'gevinster',
    page: 'gevinster',
    model: 'benefit',
    table: 'benefit',
    title: 'title',
    columns: ['kind', 'category', 'responsibleId'],
    under: { kind: 'change', relation: 'change', column: 'changeId' },
    fields: [
      { name: 'title', type: 'line', ...required },
      choice('kind', 'benefitKind', enums.BenefitKind),
      choice('category', 'benefitCategory', enums.BenefitCategory),
      responsible,
      { name: 'ownerId', type: 'person' },
      { name: 'prerequisites', type: 'text' },
      { name: 'howRealised', type: 'text' },
      { name: 'expectedFromOn', type: 'date' },
    ],
    followers: [{ table: 'indicator', column: 'benefit_id', kind: 'indicator' }],
  },
  indicator: {
    slug: 'maleindikatorer',
    page: 'gevinster',
    model: 'indicator',
    table: 'indicator',
    title: 'title',
    columns: ['unit', 'startValue', 'targetValue'],
    under: { kind: 'benefit', relation: 'benefit', column: 'benefitId' },
    fields: [
      { name: 'title', type: 'line', ...required },
      choice('unit', 'indicatorUnit', enums.IndicatorUnit),
      { name: 'startValue', type: 'number', ...required },
      { name: 'targetValue', type: 'number', ...required },
    ],
    followers: [{ table: 'measurement', column: 'indicator_id', kind: 'measurement' }],
    check: ({ startValue, targetValue }) =>
      startValue !== null && startValue === targetValue ? { targetValue: 'errors.targetIsStart' } : {},
  },
  measurement: {
    slug: 'malinger',
    page: 'gevinster',
    model: 'measurement',
    table: 'measurement',
    title: 'measuredOn',
    columns: ['value', 'note'],
    under: { kind: 'indicator', relation: 'indicator', column: 'indicatorId' },
    isInside: true,
    fields: [
      { name: 'measuredOn', type: 'date', ...required },
      { name: 'value', type: 'number', ...required },
      { name: 'note', type: 'line' },
    ],
  },
  milestone: {
    slug: 'milepaler',
    page: 'plan',
    model: 'milestone',
    table: 'milestone',
    title: 'title',
    columns: ['plannedOn', 'actualOn', 'status'],
    fields: [
      { name: 'title', type: 'line', ...required },
      { name: 'plannedOn', type: 'date', ...required },
      { name: 'actualOn', type: 'date' },
      choice('status', 'milestoneStatus', enums.MilestoneStatus, 'on_track'),
    ],
    followers: [
      { table: 'plan_link', column: 'from_milestone_id' },
      { table: 'plan_link', column: 'to_milestone_id' },
    ],
  },
  deliverable: {
    slug: 'leveranser',
    page: 'plan',
    model: 'deliverable',
    table: 'deliverable',
    title: 'title',
    columns: ['startOn', 'endOn', 'responsibleId', 'status'],
    fields: [
      { name: 'title', type: 'line', ...required },
      { name: 'startOn', type: 'date' },
      { name: 'endOn', type: 'date' },
      { name: 'quality', type: 'text' },
      { name: 'acceptance', type: 'text' },
      { name: 'tolerance', type: 'line' },
      responsible,
      { name: 'approvalMethod', type: 'line' },
      { name: 'approvedBy', type: 'line' },
      { name: 'approvedOn', type: 'date' },
      choice('status', 'deliverableStatus', enums.DeliverableStatus, 'on_plan'),
    ],
    followers: [
      { table: 'plan_link', column: 'from_deliverable_id' },
      { table: 'plan_link', column: 'to_deliverable_id' },
    ],
    check: period('startOn', 'endOn'),
  },
  task: {
    slug: 'oppgaver',
    page: 'oppgaver',
    model: 'task',
    table: 'task',
    title: 'title',
    columns: ['projectPhaseId', 'responsibleId', 'dueOn', 'isDone'],
    fields: [
      { name: 'title', type: 'line', ...required },
      phase,
      responsible,
      { name: 'dueOn', type: 'date' },
      { name: 'description', type: 'text' },
      { name: 'labels', type: 'words' },
      { name: 'isDone', type: 'check' },
    ],
    followers: [{ table: 'task_step', column: 'task_id', kind: 'step' }],
  },
  step: {
    slug: 'punkter',
    page: 'oppgaver',
    model: 'taskStep',
    table: 'task_step',
    title: 'text',
    columns: ['isDone'],
    under: { kind: 'task', relation: 'task', column: 'taskId' },
    fields: [
      { name: 'text', type: 'line', ...required },
      { name: 'isDone', type: 'check' },
    ],
  },
  stakeholder: {
    slug: 'interessenter',
    page: 'interessenter',
    model: 'stakeholder',
    table: 'stakeholder',
    title: 'title',
    columns: ['group', 'affected', 'influence', 'actions'],
    fields: [
      { name: 'title', type: 'line', ...required },
      choice('group', 'stakeholderGroup', enums.StakeholderGroup),
      choice('affected', 'degree', enums.Degree, 'medium'),
      choice('influence', 'degree', enums.Degree, 'medium'),
      { name: 'interest', type: 'text' },
      { name: 'actions', type: 'text' },
    ],
  },
  communication: {
    slug: 'kommunikasjon',
    page: 'kommunikasjon',
    model: 'communication',
    table: 'communication',
    title: 'title',
    columns: ['audience', 'channel', 'plannedOn', 'responsibleId', 'status'],
    fields: [
      { name: 'title', type: 'line', ...required },
      { name: 'audience', type: 'choices', of: 'stakeholderGroup', choices: Object.values(enums.StakeholderGroup) },
      { name: 'channel', type: 'line' },
      { name: 'plannedOn', type: 'date' },
      responsible,
      choice('status', 'communicationStatus', enums.CommunicationStatus, 'not_started'),
    ],
  },
  allocation: {
    slug: 'ressurser',
    page: 'ressurser',
    model: 'allocation',
    table: 'allocation',
    title: 'role',
    columns: ['personId', 'startOn', 'endOn', 'percent', 'status'],
    isInside: true,
    fields: [
      { name: 'role', type: 'line' },
      { name: 'personId', type: 'person' },
      { name: 'startOn', type: 'date', ...required },
      { name: 'endOn', type: 'date', ...required },
      { name: 'percent', type: 'percent', ...required },
      choice('status', 'allocationStatus', enums.AllocationStatus, 'requested'),
      { name: 'note', type: 'text' },
    ],
    check: (values) => ({
      ...(values.role === '' && values.personId === null ? { role: 'errors.roleOrPerson' } : {}),
      ...(values.status === 'assigned' && values.personId === null ? { personId: 'errors.assignedToWhom' } : {}),
      ...period('startOn', 'endOn')(values),
    }),
  },
  budget: {
    slug: 'budsjett',
    page: 'okonomi',
    model: 'budgetLine',
    table: 'budget_line',
    title: 'year',
    isInside: true,
    fields: [
      { name: 'year', type: 'year', ...required },
      { name: 'budgetNok', type: 'nok', ...required },
      { name: 'costNok', type: 'nok', ...required },
      { name: 'forecastNok', type: 'nok', ...required },
      { name: 'budgetHours', type: 'hours', ...required, initial: 0 },
      { name: 'costHours', type: 'hours', ...required, initial: 0 },
      { name: 'forecastHours', type: 'hours', ...required, initial: 0 },
    ],
  },
  log: {
    slug: 'logg',
    page: 'logg',
    model: 'logEntry',
    table: 'log_entry',
    title: 'text',
    columns: ['loggedOn', 'kind', 'responsibleId', 'isLessonCandidate'],
    isInside: true,
    fields: [
      { name: 'loggedOn', type: 'date', ...required },
      choice('kind', 'logKind', enums.LogKind, 'event'),
      { name: 'text', type: 'text', ...required },
      { name: 'consequence', type: 'text' },
      { name: 'recommendation', type: 'text' },
      { name: 'reportedBy', type: 'line' },
      responsible,
      { name: 'isLessonCandidate', type: 'check' },
    ],
  },
  lesson: {
    slug: 'erfaringer',
    page: 'erfaringer',
    model: 'lesson',
    table: 'lesson',
    title: 'title',
    columns: ['kind', 'recommendation', 'visibility'],
    fields: [
      { name: 'title', type: 'line', ...required },
      choice('kind', 'lessonKind', enums.LessonKind),
      phase,
      { name: 'whatHappened', type: 'text', ...required },
      { name: 'cause', type: 'text' },
      { name: 'effect', type: 'text' },
      { name: 'earlySigns', type: 'text' },
      { name: 'wasKnownRisk', type: 'check' },
      { name: 'recommendation', type: 'text', ...required },
      { name: 'technologies', type: 'words' },
      { name: 'suppliers', type: 'words' },
      choice('visibility', 'visibility', enums.Visibility, 'municipality'),
    ],
  },
  checklist: {
    slug: 'sjekkliste',
    page: 'faser',
    model: 'checklistItem',
    table: 'checklist_item',
    title: 'text',
    fields: [
      { name: 'text', type: 'line', ...required },
      { ...phase, ...required },
      { name: 'isMandatory', type: 'check' },
      choice('status', 'checklistStatus', enums.ChecklistStatus, 'open'),
      { name: 'reason', type: 'text' },
    ],
    check: ({ status, reason }) => (status === 'not_relevant' && !reason ? { reason: 'errors.reasonNeeded' } : {}),
  },
  document: {
    slug: 'dokumenter',
    page: 'dokumenter',
    model: 'document',
    table: 'document',
    title: 'title',
    columns: ['type', 'projectPhaseId', 'isArchivable'],
    isInside: true,
    fields: [
      { name: 'title', type: 'line', ...required },
      choice('type', 'documentType', enums.DocumentType, 'other'),
      phase,
      { name: 'isArchivable', type: 'check' },
    ],
    followers: [{ table: 'document_version', column: 'document_id' }],
  },
}

export const itemKinds = Object.keys(items) as ItemKind[]

/** The kind that has this place in the address, if any. */
export function kindOfSlug(slug: string): ItemKind | null {
  return itemKinds.find((kind) => items[kind].slug === slug) ?? null
}

/** The kinds that lie under an item of this kind. */
export function kindsUnder(kind: ItemKind): ItemKind[] {
  return itemKinds.filter((other) => items[other].under?.kind === kind)
}
