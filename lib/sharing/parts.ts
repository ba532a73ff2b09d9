import { z } from 'zod'
import {
  BenefitCategory,
  BenefitKind,
  IndicatorUnit,
  PartKind,
  Proximity,
  Strategy,
  UncertaintyKind,
} from '@/generated/prisma/enums'
import { addDays, daysBetween, type IsoDate } from '@/lib/platform/dates'

const scale = z.number().int().min(1).max(5)
const offset = z.number().int().nullable()

/** What a part may hold, kind by kind. Dates are days from the start of the project; there is no place for people, decisions or actual figures. */
export const partContent = {
  phases: z.array(z.object({ phase: z.string(), startOffsetDays: offset, endOffsetDays: offset })),
  checklist: z.array(z.object({ phase: z.string(), text: z.string(), isMandatory: z.boolean() })),
  uncertainties: z.array(
    z.object({
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
  ),
  benefits: z.array(
    z.object({
      change: z.string(),
      title: z.string(),
      kind: z.enum(BenefitKind),
      category: z.enum(BenefitCategory),
      howRealised: z.string(),
      indicator: z.object({ title: z.string(), unit: z.enum(IndicatorUnit), start: z.number(), target: z.number() }).nullable(),
    }),
  ),
  milestones: z.array(z.object({ title: z.string(), offsetDays: z.number().int() })),
  deliverables: z.array(
    z.object({ title: z.string(), startOffsetDays: offset, endOffsetDays: offset, quality: z.string(), acceptance: z.string() }),
  ),
} satisfies Record<PartKind, z.ZodType>

/** Every kind of part with its items; a kind that has nothing is an empty list. */
export type Parts = { [Kind in PartKind]: z.infer<(typeof partContent)[Kind]> }

/** The kinds in the order people meet them. */
export const partKinds = Object.values(PartKind)

/** The plan of a project, in the shape the parts are taken from. */
export interface ProjectPlan {
  startOn: IsoDate
  phases: { phase: string; plannedStartOn: IsoDate | null; plannedEndOn: IsoDate | null }[]
  checklist: { phase: string; text: string; isMandatory: boolean }[]
  uncertainties: (Omit<Parts['uncertainties'][number], 'actions'> & { actions: { text: string }[] })[]
  benefits: Parts['benefits']
  milestones: { title: string; plannedOn: IsoDate }[]
  deliverables: { title: string; startOn: IsoDate | null; endOn: IsoDate | null; quality: string; acceptance: string }[]
}

/**
 * What others may take from a project: its plan, with dates as days from its start. Parsing strips whatever else the rows hold,
 * so nothing personal, no decision and no actual figure can come along.
 */
export function partsOf(plan: ProjectPlan): Parts {
  const days = (on: IsoDate) => daysBetween(plan.startOn, on)
  const daysOrNull = (on: IsoDate | null) => (on === null ? null : days(on))
  return {
    phases: partContent.phases.parse(
      plan.phases.map((p) => ({
        phase: p.phase,
        startOffsetDays: daysOrNull(p.plannedStartOn),
        endOffsetDays: daysOrNull(p.plannedEndOn),
      })),
    ),
    checklist: partContent.checklist.parse(plan.checklist),
    uncertainties: partContent.uncertainties.parse(
      plan.uncertainties.map((u) => ({ ...u, actions: u.actions.map((a) => a.text) })),
    ),
    benefits: partContent.benefits.parse(plan.benefits),
    milestones: partContent.milestones.parse(plan.milestones.map((m) => ({ title: m.title, offsetDays: days(m.plannedOn) }))),
    deliverables: partContent.deliverables.parse(
      plan.deliverables.map((d) => ({ ...d, startOffsetDays: daysOrNull(d.startOn), endOffsetDays: daysOrNull(d.endOn) })),
    ),
  }
}

/** The date of an offset in a project that starts on the given date. */
export function dateAt(startOn: IsoDate, offsetDays: number): IsoDate {
  return addDays(startOn, offsetDays)
}
