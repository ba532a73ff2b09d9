import type { IsoDate } from '@/lib/platform/dates'
import { type Move, type MovePlan, moveItem } from '@/lib/timeline/dependencies/rules'
import type { Dependency, TimelineItem, TimelineState } from '@/lib/timeline/rules'

/** What a link of the plan can join. */
export const planKinds = ['phase', 'milestone', 'deliverable'] as const
export type PlanKind = (typeof planKinds)[number]

export interface PlanPhase {
  id: string
  name: string
  gate: string | null
  state: 'done' | 'current' | 'upcoming'
  plannedStartOn: IsoDate | null
  plannedEndOn: IsoDate | null
  actualStartOn: IsoDate | null
  actualEndOn: IsoDate | null
}

const gateIdOf = (phaseId: string) => `bp-${phaseId}`

/** The phase whose end a gate is, where the id is that of a gate. */
export function phaseOfGate(id: string): string | null {
  return id.startsWith('bp-') ? id.slice(3) : null
}

/** Each phase as a bar, and the gate that ends it as a point. */
export function phaseItems(phases: readonly PlanPhase[], today: IsoDate, group: string): TimelineItem[] {
  return phases.flatMap((phase): TimelineItem[] => {
    const isLate = phase.state !== 'done' && phase.plannedEndOn !== null && phase.plannedEndOn < today
    const state: TimelineState = isLate ? 'late' : phase.state
    const bar: TimelineItem = {
      id: phase.id,
      kind: 'phase',
      title: phase.name,
      startOn: phase.plannedStartOn,
      endOn: phase.plannedEndOn,
      actualStartOn: phase.actualStartOn,
      actualEndOn: phase.actualEndOn,
      state,
      group,
    }
    if (!phase.gate) return [bar]
    const gate: TimelineItem = {
      id: gateIdOf(phase.id),
      kind: 'gate',
      title: phase.gate,
      startOn: null,
      endOn: phase.plannedEndOn,
      actualEndOn: phase.actualEndOn,
      state: state === 'current' ? 'upcoming' : state,
      group,
    }
    return [bar, gate]
  })
}

/** Phases follow each other: wherever the plan keeps that today, a move keeps it too. */
export function phaseSequence(phases: readonly PlanPhase[]): Dependency[] {
  return phases.slice(1).flatMap((phase, index) => {
    const before = phases[index]
    const follows = before?.plannedEndOn && phase.plannedStartOn && before.plannedEndOn <= phase.plannedStartOn
    return before && follows ? [{ fromId: before.id, toId: phase.id, lagDays: 0 }] : []
  })
}

export interface PlanChange {
  id: string
  startOn: IsoDate | null
  endOn: IsoDate
}

/** What follows from new dates for one thing of the plan. A gate moves the end of its phase. */
export function planMove(items: readonly TimelineItem[], dependencies: readonly Dependency[], change: PlanChange): MovePlan {
  const phaseId = phaseOfGate(change.id)
  const movable = items.filter(({ kind }) => kind !== 'gate')
  if (!phaseId) return moveItem(movable, dependencies, change)
  const phase = movable.find(({ id }) => id === phaseId)
  const startOn = phase?.startOn && phase.startOn > change.endOn ? change.endOn : (phase?.startOn ?? null)
  return moveItem(movable, dependencies, { id: phaseId, startOn, endOn: change.endOn })
}

/** The moves as one text, from where to where, so that what was shown can be held against what would be saved. */
export function movesKey({ moves }: MovePlan): string {
  const span = ({ startOn, endOn }: Move['before']) => `${startOn ?? ''}:${endOn ?? ''}`
  return moves.map(({ id, before, after }) => `${id}:${span(before)}:${span(after)}`).join(';')
}
