import { addDays, type IsoDate } from '@/lib/platform/dates'
import { type TemplateKind, type TemplateParts, templateKinds } from './content'

/** A project, or a phase model, that parts of a template are to fit. */
export interface Target {
  startOn: IsoDate
  /** In order. */
  phases: TargetPhase[]
  /** The titles that are there, by kind; of the checklist the text and its phase. */
  existing: Partial<Record<TemplateKind, readonly Keyed[]>>
}

export interface TargetPhase {
  id: string
  code: string
  plannedStartOn: IsoDate | null
  plannedEndOn: IsoDate | null
}

interface Keyed {
  text: string
  phase?: string
}

/** One item as it reads in a list. The text of a phase is its code. */
export interface Line {
  text: string
  phase: string | null
  fromDay: number | null
  toDay: number | null
  /** What lies below it: steps, actions, indicators. */
  below: string[]
}

type Liner = { [Kind in TemplateKind]: (item: TemplateParts[Kind][number]) => Partial<Line> & { text: string } }

const liner: Liner = {
  phases: (item) => ({ text: item.phase, fromDay: item.startOffsetDays, toDay: item.endOffsetDays }),
  checklist: (item) => ({ text: item.text, phase: item.phase }),
  tasks: (item) => ({ text: item.title, phase: item.phase, toDay: item.dueOffsetDays, below: item.steps }),
  milestones: (item) => ({ text: item.title, toDay: item.offsetDays }),
  deliverables: (item) => ({ text: item.title, fromDay: item.startOffsetDays, toDay: item.endOffsetDays }),
  uncertainties: (item) => ({ text: item.title, below: item.actions }),
  benefits: (item) => ({ text: item.title, below: item.indicators.map((one) => one.title) }),
  stakeholders: (item) => ({ text: item.title }),
  communication: (item) => ({ text: item.title, toDay: item.plannedOffsetDays }),
  documents: (item) => ({ text: item.title, phase: item.phase, below: item.file ? [item.file.fileName] : [] }),
}

/** An item of a part as it reads in a list. */
export function lineOf<Kind extends TemplateKind>(kind: Kind, item: TemplateParts[Kind][number]): Line {
  return { phase: null, fromDay: null, toDay: null, below: [], ...liner[kind](item) }
}

/** Every part as it reads. */
export function linesOf(parts: TemplateParts): Record<TemplateKind, Line[]> {
  return byKind((kind) => parts[kind].map((item) => lineOf(kind, item)))
}

function byKind<T>(of: <Kind extends TemplateKind>(kind: Kind) => T): Record<TemplateKind, T> {
  return Object.fromEntries(templateKinds.map((kind) => [kind, of(kind)])) as Record<TemplateKind, T>
}

/** The chosen parts; the others are empty. */
export function pick(parts: TemplateParts, chosen: readonly TemplateKind[]): TemplateParts {
  return byKind((kind) => (chosen.includes(kind) ? parts[kind] : [])) as TemplateParts
}

/**
 * The parts as they suit the phases of the target: what belongs to a phase it lacks lands in its first, so that none is lost, and the
 * dates of such a phase fall away.
 */
export function suit(parts: TemplateParts, codes: readonly string[]): TemplateParts {
  const [first] = codes
  const known = (code: string | null) => (code !== null && codes.includes(code) ? code : null)
  return {
    ...parts,
    phases: parts.phases.filter((item) => known(item.phase)),
    checklist: first === undefined ? [] : parts.checklist.map((item) => ({ ...item, phase: known(item.phase) ?? first })),
    tasks: parts.tasks.map((item) => ({ ...item, phase: known(item.phase) })),
    documents: parts.documents.map((item) => ({ ...item, phase: known(item.phase) })),
  }
}

export interface Taking {
  /** What would come, part by part. */
  fresh: TemplateParts
  /** Every item, with whether it is left out because it is there already. */
  lines: Record<TemplateKind, (Line & { isThere: boolean })[]>
}

/** What a project would take from a template: everything but what it has. Nothing that is there is changed. */
export function planTaking(parts: TemplateParts, target: Target): Taking {
  const suited = suit(
    parts,
    target.phases.map((phase) => phase.code),
  )
  const has = byKind((kind) => new Set((target.existing[kind] ?? []).map((item) => keyOf(kind, item))))
  const isThere = <Kind extends TemplateKind>(kind: Kind, item: TemplateParts[Kind][number]) => {
    const line = lineOf(kind, item)
    return kind === 'phases' ? isPlanned(line, target) : has[kind].has(keyOf(kind, { text: line.text, phase: line.phase ?? '' }))
  }
  return {
    fresh: byKind((kind) => (suited[kind] as never[]).filter((item) => !isThere(kind, item))) as TemplateParts,
    lines: byKind((kind) => suited[kind].map((item) => ({ ...lineOf(kind, item), isThere: isThere(kind, item) }))),
  }
}

const keyOf = (kind: TemplateKind, { text, phase }: Keyed) =>
  `${kind === 'checklist' ? (phase ?? '') : ''}\n${text.trim().toLocaleLowerCase('nb')}`

/** A phase is there when it has an end, or when its start leaves no room for what the template says. */
function isPlanned(line: Line, target: Target): boolean {
  const phase = target.phases.find(({ code }) => code === line.text)
  if (!phase || phase.plannedEndOn !== null) return true
  if (line.toDay === null) return phase.plannedStartOn !== null
  return phase.plannedStartOn !== null && addDays(target.startOn, line.toDay) < phase.plannedStartOn
}

type Planned = { plannedStartOn: IsoDate | null; plannedEndOn: IsoDate | null }

/** The parts of a template in a project that starts on a given day. */
export interface Dated extends Omit<TemplateParts, 'phases' | 'tasks' | 'milestones' | 'deliverables' | 'communication'> {
  phases: Map<string, Planned>
  tasks: (Omit<TemplateParts['tasks'][number], 'dueOffsetDays'> & { dueOn: IsoDate | null })[]
  milestones: { title: string; plannedOn: IsoDate }[]
  deliverables: { title: string; startOn: IsoDate | null; endOn: IsoDate | null; quality: string; acceptance: string }[]
  communication: (Omit<TemplateParts['communication'][number], 'plannedOffsetDays'> & { plannedOn: IsoDate | null })[]
}

/** Every day of a template as a date, so many days from the start as it says. */
export function dated(parts: TemplateParts, startOn: IsoDate): Dated {
  const at = (days: number | null) => (days === null ? null : addDays(startOn, days))
  return {
    ...parts,
    phases: new Map(
      parts.phases.map((item) => [
        item.phase,
        { plannedStartOn: at(item.startOffsetDays), plannedEndOn: at(item.endOffsetDays) },
      ]),
    ),
    tasks: parts.tasks.map(({ dueOffsetDays, ...task }) => ({ ...task, dueOn: at(dueOffsetDays) })),
    milestones: parts.milestones.map((item) => ({ title: item.title, plannedOn: addDays(startOn, item.offsetDays) })),
    deliverables: parts.deliverables.map(({ startOffsetDays, endOffsetDays, ...item }) => ({
      ...item,
      startOn: at(startOffsetDays),
      endOn: at(endOffsetDays),
    })),
    communication: parts.communication.map(({ plannedOffsetDays, ...item }) => ({ ...item, plannedOn: at(plannedOffsetDays) })),
  }
}

export type Counts = Partial<Record<TemplateKind, number>>

/** How many items each part has, for those that have any. */
export function countsOf(lists: Record<TemplateKind, readonly unknown[]>): Counts {
  return Object.fromEntries(templateKinds.flatMap((kind) => (lists[kind].length > 0 ? [[kind, lists[kind].length]] : [])))
}

/** How many items are left out because they are there already. */
export function leftOutOf({ lines }: Taking): Counts {
  return countsOf(byKind((kind) => lines[kind].filter((line) => line.isThere)))
}

/** The text that stands for a project in a list to search in. */
export const projectChoice = (project: { number: string; title: string }) => `${project.number} ${project.title}`

/** The project somebody typed: as it stands in the list, or by number or title where only one has it. */
export function chosenProject<P extends { number: string; title: string }>(projects: readonly P[], typed: string): P | undefined {
  const same = (one: string) => one.toLocaleLowerCase('nb') === typed.trim().toLocaleLowerCase('nb')
  for (const hits of [
    projects.filter((project) => same(projectChoice(project)) || same(project.number)),
    projects.filter((project) => same(project.title)),
  ])
    if (hits.length === 1) return hits[0]
  return undefined
}

/** The version of a template that is asked for, else the latest. */
export function versionOf<V extends { number: number }>(versions: readonly V[], number: number | null): V | undefined {
  return versions.find((version) => version.number === number) ?? versions[0]
}
