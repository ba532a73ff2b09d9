import * as enums from '@/generated/prisma/enums'
import { today } from '@/lib/platform/dates'
import { choice, type ItemDefinition, type ItemKind, period, required, responsible, scale } from './definition'
import type { ItemValue } from './fields'

/** Opportunities are increased and used, risks reduced, avoided and so on. Watching, sharing and accepting fit both. */
const forOpportunities = ['increase', 'exploit', 'share', 'monitor', 'accept']
const forRisks = ['reduce', 'monitor', 'avoid', 'transfer', 'share', 'accept']

/** What it led to needs a day, and nothing has come true on a day to come. */
function occurrenceProblem(occurredOn: ItemValue | undefined, ledTo: ItemValue | undefined): { occurredOn?: string } {
  if (!occurredOn) return ledTo ? { occurredOn: 'errors.required' } : {}
  return String(occurredOn) > today() ? { occurredOn: 'errors.dateInFuture' } : {}
}

/** What a project plans for: uncertainties, benefits, milestones and deliverables. */
export const planning = {
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
      { name: 'occurredOn', type: 'date' },
      { name: 'ledTo', type: 'text' },
    ],
    followers: [
      { table: 'uncertainty_action', column: 'uncertainty_id', kind: 'action' },
      { table: 'uncertainty_assessment', column: 'uncertainty_id' },
    ],
    check: ({ kind, strategy, occurredOn, ledTo }) => {
      const fitting = kind === 'opportunity' ? forOpportunities : forRisks
      const isFitting = fitting.includes(String(strategy))
      return { ...(isFitting ? {} : { strategy: 'errors.strategyKind' }), ...occurrenceProblem(occurredOn, ledTo) }
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
} satisfies Partial<Record<ItemKind, ItemDefinition>>
