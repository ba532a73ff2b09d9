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
  /** Copies from before this was kept do not say. */
  projectId?: string
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
  /** What is there already, by the keys of the source: it does not come along again. */
  held?: ReadonlySet<string>
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
  /** The chosen parts that have something in them, with where they came from and which items come along. */
  copiedParts: (OfferedPart & { items: PartItem[] })[]
  /** How many items were chosen that are there already. */
  skipped: number
}

/** The items of a plan with their dates. */
export type DatedItems = Omit<CopyPlan, 'copiedParts' | 'skipped'>

/** What a person chooses an item by: the kind of its part and its key, or its place where the part has none. */
export function itemMark(kind: PartKind, item: { key?: string }, index: number): string {
  return `${kind}.${item.key ?? index}`
}

/** What an item is called. */
export function itemName(item: PartItem): string {
  return 'title' in item ? item.title : 'text' in item ? item.text : item.phase
}

/** Items with their dates moved to a start. */
export function datedItems(parts: Parts, startOn: IsoDate): DatedItems {
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

/** Which items come along in a copy, with every date moved to the new start. Only what was chosen, and only what `parts` can hold. */
export function planCopy(source: CopySource, choice: CopyChoice): CopyPlan {
  const kinds = new Set(choice.parts)
  const marks = choice.items && new Set(choice.items)
  const chosen = only(source.parts, (kind, item, index) => kinds.has(kind) && (!marks || marks.has(itemMark(kind, item, index))))
  const fresh = only(chosen, (_, { key }) => key === undefined || !choice.held?.has(key))
  const countOf = (parts: Parts) => Object.values(parts).reduce((sum, items) => sum + items.length, 0)
  return {
    ...datedItems(fresh, choice.startOn),
    skipped: countOf(chosen) - countOf(fresh),
    copiedParts: source.offered.flatMap((part) => {
      const items = fresh[part.kind] as PartItem[]
      return items.length > 0 ? [{ ...part, items }] : []
    }),
  }
}

/** The parts with only those of their items that are to be kept. */
function only(parts: Parts, isKept: (kind: PartKind, item: PartItem, index: number) => boolean): Parts {
  const kept = Object.entries(parts).map(([name, items]) => {
    const kind = name as PartKind
    return [kind, (items as PartItem[]).filter((item, index) => isKept(kind, item, index))]
  })
  return Object.fromEntries(kept) as Parts
}
