import { z } from 'zod'
import {
  BenefitCategory,
  BenefitKind,
  Degree,
  IndicatorUnit,
  PartKind,
  Proximity,
  StakeholderGroup,
  Strategy,
  UncertaintyKind,
} from '@/generated/prisma/enums'
import { addDays, daysBetween, type IsoDate } from '@/lib/platform/dates'

const scale = z.number().int().min(1).max(5)
const offset = z.number().int().nullable()

/** What an item may hold, kind by kind. Dates are days from the start of the project; there is no place for people, decisions or actual figures. */
const shapes = {
  phases: z.object({ phase: z.string(), startOffsetDays: offset, endOffsetDays: offset }),
  checklist: z.object({ phase: z.string(), text: z.string(), isMandatory: z.boolean() }),
  uncertainties: z.object({
    kind: z.enum(UncertaintyKind),
    title: z.string(),
    cause: z.string(),
    consequenceText: z.string(),
    proximity: z.enum(Proximity),
    strategy: z.enum(Strategy),
    probability: scale,
    consequence: scale,
    probabilityAfter: scale,
    consequenceAfter: scale,
    actions: z.array(z.string()),
  }),
  benefits: z.object({
    change: z.string(),
    title: z.string(),
    kind: z.enum(BenefitKind),
    category: z.enum(BenefitCategory),
    howRealised: z.string(),
    indicator: z.object({ title: z.string(), unit: z.enum(IndicatorUnit), start: z.number(), target: z.number() }).nullable(),
  }),
  milestones: z.object({ title: z.string(), offsetDays: z.number().int() }),
  deliverables: z.object({
    title: z.string(),
    startOffsetDays: offset,
    endOffsetDays: offset,
    quality: z.string(),
    acceptance: z.string(),
  }),
  tasks: z.object({
    title: z.string(),
    description: z.string(),
    phase: z.string().nullable(),
    dueOffsetDays: offset,
    labels: z.array(z.string()),
    steps: z.array(z.string()),
  }),
  stakeholders: z.object({
    title: z.string(),
    group: z.enum(StakeholderGroup),
    interest: z.string(),
    affected: z.enum(Degree),
    influence: z.enum(Degree),
    actions: z.string(),
  }),
  communication: z.object({
    title: z.string(),
    audience: z.array(z.enum(StakeholderGroup)),
    channel: z.string(),
    plannedOffsetDays: offset,
  }),
} satisfies Record<PartKind, z.ZodType>

/** What a part may hold, kind by kind. */
export const partContent = {
  phases: z.array(shapes.phases),
  checklist: z.array(shapes.checklist),
  uncertainties: z.array(shapes.uncertainties),
  benefits: z.array(shapes.benefits),
  milestones: z.array(shapes.milestones),
  deliverables: z.array(shapes.deliverables),
  tasks: z.array(shapes.tasks),
  stakeholders: z.array(shapes.stakeholders),
  communication: z.array(shapes.communication),
} satisfies Record<PartKind, z.ZodType>

/** Tells an item apart from the others of its part for as long as it lives, whatever it is called. Older parts have none. */
const key = { key: z.string().optional() }

/** A part as it is kept with a report: each item with its key. */
export const keptContent = {
  phases: z.array(shapes.phases.extend(key)),
  checklist: z.array(shapes.checklist.extend(key)),
  uncertainties: z.array(shapes.uncertainties.extend(key)),
  benefits: z.array(shapes.benefits.extend(key)),
  milestones: z.array(shapes.milestones.extend(key)),
  deliverables: z.array(shapes.deliverables.extend(key)),
  tasks: z.array(shapes.tasks.extend(key)),
  stakeholders: z.array(shapes.stakeholders.extend(key)),
  communication: z.array(shapes.communication.extend(key)),
} satisfies Record<PartKind, z.ZodType>

/** Every kind of part with its items; a kind that has nothing is an empty list. */
export type Parts = { [Kind in PartKind]: z.infer<(typeof keptContent)[Kind]> }

/** One item of any kind of part. */
export type PartItem = Parts[PartKind][number]

/** The kinds in the order people meet them. */
export const partKinds = Object.values(PartKind)

/** A row of a plan; the id becomes the key of the item. */
type Row<Item> = Omit<Item, 'key'> & { id?: string }

/** The plan of a project, in the shape the parts are taken from. */
export interface ProjectPlan {
  startOn: IsoDate
  phases: { phase: string; plannedStartOn: IsoDate | null; plannedEndOn: IsoDate | null }[]
  checklist: Row<Parts['checklist'][number]>[]
  uncertainties: Row<Omit<Parts['uncertainties'][number], 'actions'> & { actions: { text: string }[] }>[]
  benefits: Row<Parts['benefits'][number]>[]
  milestones: Row<{ title: string; plannedOn: IsoDate }>[]
  deliverables: Row<{ title: string; startOn: IsoDate | null; endOn: IsoDate | null; quality: string; acceptance: string }>[]
  tasks: Row<Omit<Parts['tasks'][number], 'dueOffsetDays' | 'steps'> & { dueOn: IsoDate | null; steps: { text: string }[] }>[]
  stakeholders: Row<Parts['stakeholders'][number]>[]
  communication: Row<Omit<Parts['communication'][number], 'plannedOffsetDays'> & { plannedOn: IsoDate | null }>[]
}

/**
 * What others may take from a project: its plan, with dates as days from its start. Parsing strips whatever else the rows hold,
 * so nothing personal, no decision and no actual figure can come along.
 */
export function partsOf(plan: ProjectPlan): Parts {
  const days = (on: IsoDate) => daysBetween(plan.startOn, on)
  const daysOrNull = (on: IsoDate | null) => (on === null ? null : days(on))
  const keyed = <Item extends { id?: string }>(rows: Item[]) => rows.map((row) => ({ ...row, ...(row.id && { key: row.id }) }))
  return {
    phases: keptContent.phases.parse(
      plan.phases.map((p) => ({
        phase: p.phase,
        startOffsetDays: daysOrNull(p.plannedStartOn),
        endOffsetDays: daysOrNull(p.plannedEndOn),
      })),
    ),
    checklist: keptContent.checklist.parse(keyed(plan.checklist)),
    uncertainties: keptContent.uncertainties.parse(
      keyed(plan.uncertainties).map((u) => ({ ...u, actions: u.actions.map((a) => a.text) })),
    ),
    benefits: keptContent.benefits.parse(keyed(plan.benefits)),
    milestones: keptContent.milestones.parse(keyed(plan.milestones).map((m) => ({ ...m, offsetDays: days(m.plannedOn) }))),
    deliverables: keptContent.deliverables.parse(
      keyed(plan.deliverables).map((d) => ({
        ...d,
        startOffsetDays: daysOrNull(d.startOn),
        endOffsetDays: daysOrNull(d.endOn),
      })),
    ),
    tasks: keptContent.tasks.parse(
      keyed(plan.tasks).map((t) => ({ ...t, dueOffsetDays: daysOrNull(t.dueOn), steps: t.steps.map((step) => step.text) })),
    ),
    stakeholders: keptContent.stakeholders.parse(keyed(plan.stakeholders)),
    communication: keptContent.communication.parse(
      keyed(plan.communication).map((c) => ({ ...c, plannedOffsetDays: daysOrNull(c.plannedOn) })),
    ),
  }
}

/** No items of any kind. */
export function noParts(): Parts {
  return {
    phases: [],
    checklist: [],
    uncertainties: [],
    benefits: [],
    milestones: [],
    deliverables: [],
    tasks: [],
    stakeholders: [],
    communication: [],
  }
}

/** The date of an offset in a project that starts on the given date. */
export function dateAt(startOn: IsoDate, offsetDays: number): IsoDate {
  return addDays(startOn, offsetDays)
}
