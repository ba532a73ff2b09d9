import type { PartKind } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'
import { dateAt, type Parts } from './parts'

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
  title: string
  startOn: IsoDate
  parts: PartKind[]
}

/** What a copy will consist of, before anything is written. */
export interface CopyPlan {
  project: { title: string; goal: string; themeCode: string; technologies: string[]; methods: string[]; startOn: IsoDate }
  phases: Map<string, { plannedStartOn: IsoDate | null; plannedEndOn: IsoDate | null }>
  checklist: Parts['checklist']
  uncertainties: Parts['uncertainties']
  benefits: Parts['benefits']
  milestones: { title: string; plannedOn: IsoDate }[]
  deliverables: { title: string; startOn: IsoDate | null; endOn: IsoDate | null; quality: string; acceptance: string }[]
  /** The chosen parts that have something in them, with where they came from. */
  copiedParts: OfferedPart[]
  origins: Origin[]
}

/** Which parts come along in a copy, with every date moved to the new start. Only chosen parts, and only what `parts` can hold. */
export function planCopy(source: CopySource, choice: CopyChoice): CopyPlan {
  const chosen = new Set(choice.parts)
  const take = <Kind extends PartKind>(kind: Kind) => (chosen.has(kind) ? source.parts[kind] : [])
  const at = (offsetDays: number) => dateAt(choice.startOn, offsetDays)
  const atOrNull = (offsetDays: number | null) => (offsetDays === null ? null : at(offsetDays))
  return {
    project: {
      title: choice.title,
      goal: source.goal,
      themeCode: source.themeCode,
      technologies: source.technologies,
      methods: source.methods,
      startOn: choice.startOn,
    },
    phases: new Map(
      take('phases').map((p) => [
        p.phase,
        { plannedStartOn: atOrNull(p.startOffsetDays), plannedEndOn: atOrNull(p.endOffsetDays) },
      ]),
    ),
    checklist: take('checklist'),
    uncertainties: take('uncertainties'),
    benefits: take('benefits'),
    milestones: take('milestones').map((m) => ({ title: m.title, plannedOn: at(m.offsetDays) })),
    deliverables: take('deliverables').map(({ startOffsetDays, endOffsetDays, ...rest }) => ({
      ...rest,
      startOn: atOrNull(startOffsetDays),
      endOn: atOrNull(endOffsetDays),
    })),
    copiedParts: source.offered.filter((part) => chosen.has(part.kind) && part.itemCount > 0),
    origins: source.origins,
  }
}
