import type { PartKind } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'
import { dateAt, type PartItem, type Parts } from './parts'

/** A case that a project was built on, as it was called then. */
export interface Origin {
  title: string
  municipality: string
  municipalityNumber: string
  /** The address of the report, when the copy came from one. */
  reportSlug: string | null
}

/** A part on offer: where it is kept (null for a part read straight from a shared project) and in which version. */
export interface OfferedPart {
  kind: PartKind
  sourcePartId: string | null
  version: number
  itemCount: number
}

/** Another municipality's shared project or report, ready to be copied from. */
export interface CopySource {
  projectId: string
  municipalityId: string
  reportId: string | null
  title: string
  goal: string
  themeCode: string
  technologies: string[]
  methods: string[]
  version: number
  parts: Parts
  offered: OfferedPart[]
  /** The source itself first, then what it was built on, nearest first. */
  origins: Origin[]
}

export interface CopyChoice {
  startOn: IsoDate
  parts: readonly PartKind[]
  /** Where only some items of the parts come along: their marks, as `itemMark` gives them. */
  items?: readonly string[]
}

/** What a copy will consist of, before anything is written. */
export interface CopyPlan {
  phases: Map<string, { plannedStartOn: IsoDate | null; plannedEndOn: IsoDate | null }>
  checklist: Parts['checklist']
  uncertainties: Parts['uncertainties']
  benefits: Parts['benefits']
  milestones: { key?: string; title: string; plannedOn: IsoDate }[]
  deliverables: {
    key?: string
    title: string
    startOn: IsoDate | null
    endOn: IsoDate | null
    quality: string
    acceptance: string
  }[]
  tasks: (Omit<Parts['tasks'][number], 'dueOffsetDays'> & { dueOn: IsoDate | null })[]
  stakeholders: Parts['stakeholders']
  communication: (Omit<Parts['communication'][number], 'plannedOffsetDays'> & { plannedOn: IsoDate | null })[]
  /** The chosen parts that have something in them, with where they came from. */
  copiedParts: OfferedPart[]
}

/** What a person chooses an item by: the kind of its part and its key, or its place where the part has none. */
export function itemMark(kind: PartKind, item: { key?: string }, index: number): string {
  return `${kind}.${item.key ?? index}`
}

/** What an item is called. */
export function itemName(item: PartItem): string {
  return 'title' in item ? item.title : 'text' in item ? item.text : item.phase
}

/** Items with their dates moved to a start. */
export function datedItems(parts: Parts, startOn: IsoDate): Omit<CopyPlan, 'copiedParts'> {
  const at = (offsetDays: number) => dateAt(startOn, offsetDays)
  const atOrNull = (offsetDays: number | null) => (offsetDays === null ? null : at(offsetDays))
  return {
    phases: new Map(
      parts.phases.map((p) => [
        p.phase,
        { plannedStartOn: atOrNull(p.startOffsetDays), plannedEndOn: atOrNull(p.endOffsetDays) },
      ]),
    ),
    checklist: parts.checklist,
    uncertainties: parts.uncertainties,
    benefits: parts.benefits,
    milestones: parts.milestones.map(({ offsetDays, ...rest }) => ({ ...rest, plannedOn: at(offsetDays) })),
    deliverables: parts.deliverables.map(({ startOffsetDays, endOffsetDays, ...rest }) => ({
      ...rest,
      startOn: atOrNull(startOffsetDays),
      endOn: atOrNull(endOffsetDays),
    })),
    tasks: parts.tasks.map(({ dueOffsetDays, ...rest }) => ({ ...rest, dueOn: atOrNull(dueOffsetDays) })),
    stakeholders: parts.stakeholders,
    communication: parts.communication.map(({ plannedOffsetDays, ...rest }) => ({
      ...rest,
      plannedOn: atOrNull(plannedOffsetDays),
    })),
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

/** Which items come along in a copy, with every date moved to the new start. Only what was chosen, and only what `parts` can hold. */
export function planCopy(source: CopySource, choice: CopyChoice): CopyPlan {
  const kinds = new Set(choice.parts)
  const marks = choice.items && new Set(choice.items)
  const chosen = Object.fromEntries(
    Object.entries(source.parts).map(([name, items]) => {
      const kind = name as PartKind
      const isChosen = (item: PartItem, index: number) => !marks || marks.has(itemMark(kind, item, index))
      return [kind, kinds.has(kind) ? (items as PartItem[]).filter(isChosen) : []]
    }),
  ) as Parts
  return {
    ...datedItems(chosen, choice.startOn),
    copiedParts: source.offered.filter((part) => chosen[part.kind].length > 0),
  }
}
