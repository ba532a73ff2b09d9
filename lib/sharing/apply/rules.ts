import type { PartKind } from '@/generated/prisma/enums'
import type { IsoDate } from '@/lib/platform/dates'
import type { ItemValues } from '@/lib/projects/items/fields'
import type { ItemKind } from '@/lib/projects/items/kinds'
import { noParts, type PartItem, type Parts } from '../parts'
import { datedItems } from '../rules'

/** The kind of item that each part holds. Every project has the phases of its model: they are no items. */
export const itemKinds: { [Kind in Exclude<PartKind, 'phases'>]: ItemKind } = {
  checklist: 'checklist',
  uncertainties: 'uncertainty',
  benefits: 'benefit',
  milestones: 'milestone',
  deliverables: 'deliverable',
  tasks: 'task',
  stakeholders: 'stakeholder',
  communication: 'communication',
}

/** Where the items land: dates are counted from the start, phases are the project's own. */
export interface Ground {
  startOn: IsoDate
  phaseIds: ReadonlyMap<string, string>
}

/** An item as the project keeps it: the fields of its kind, and what lies under it. */
export interface Placed {
  kind: ItemKind
  values: ItemValues
  /** The lines under it, by their texts. */
  lines?: { kind: 'action' | 'step'; texts: string[] }
  /** What a benefit lies under, and what it is measured by. */
  change?: string
  indicator?: ItemValues | null
}

type Place = {
  [Kind in keyof typeof itemKinds]: (item: Parts[Kind][number], ground: Ground) => Placed
}

const dated = <Kind extends PartKind>(kind: Kind, item: Parts[Kind][number], { startOn }: Ground) =>
  datedItems({ ...noParts(), [kind]: [item] }, startOn)

const places: Place = {
  checklist: ({ key: _, phase, ...values }, { phaseIds }) => ({
    kind: 'checklist',
    // As in a copy: what belongs to a phase that is not here lands in the first.
    values: { ...values, projectPhaseId: phaseIds.get(phase) ?? [...phaseIds.values()][0] ?? null },
  }),
  milestones: (item, ground) => {
    const [{ key: _, ...values } = { title: '', plannedOn: '' }] = dated('milestones', item, ground).milestones
    return { kind: 'milestone', values }
  },
  deliverables: ({ key: _, ...item }, ground) => ({
    kind: 'deliverable',
    values: { ...dated('deliverables', item, ground).deliverables[0] },
  }),
  uncertainties: ({ key: _, actions, ...values }) => ({ kind: 'uncertainty', values, lines: { kind: 'action', texts: actions } }),
  benefits: ({ key: _, change, indicator, ...values }) => ({
    kind: 'benefit',
    values,
    change,
    indicator: indicator && {
      title: indicator.title,
      unit: indicator.unit,
      startValue: indicator.start,
      targetValue: indicator.target,
    },
  }),
  tasks: ({ key: _, ...item }, ground) => {
    const [task] = dated('tasks', item, ground).tasks
    const { title, description, labels, dueOn = null, phase = null } = { ...item, ...task }
    const projectPhaseId = phase === null ? null : (ground.phaseIds.get(phase) ?? null)
    return {
      kind: 'task',
      values: { title, description, labels, dueOn, projectPhaseId },
      lines: { kind: 'step', texts: item.steps },
    }
  },
  stakeholders: ({ key: _, ...values }) => ({ kind: 'stakeholder', values }),
  communication: ({ key: _, ...item }, ground) => ({
    kind: 'communication',
    values: { ...dated('communication', item, ground).communication[0] },
  }),
}

/** An item of a part as the fields of the project's own item. */
export function placed(kind: keyof typeof itemKinds, item: PartItem, ground: Ground): Placed {
  return (places[kind] as (item: PartItem, ground: Ground) => Placed)(item, ground)
}

/** The lines that are there already stay as they are, with how far they have come. */
export function linesToChange<Line extends { text: string }>(rows: Line[], wanted: string[]): { gone: Line[]; fresh: string[] } {
  const texts = new Set(rows.map((row) => row.text))
  return { gone: rows.filter((row) => !wanted.includes(row.text)), fresh: wanted.filter((text) => !texts.has(text)) }
}
