import { addDays, daysBetween, type IsoDate } from '@/lib/platform/dates'
import { type Dependency, plannedSpan, type Span, type TimelineItem } from '../rules'

export interface PlannedDates {
  startOn: IsoDate | null
  endOn: IsoDate | null
}

export interface Move {
  id: string
  before: PlannedDates
  after: PlannedDates
  /** The item that pushed this one; null when it stands where it was put. */
  because: string | null
}

export interface MovePlan {
  /** The changed item first, then those it pushes, each after what pushed it. */
  moves: Move[]
  /** Items that would have had to move but have begun or are done: what has happened is never moved. */
  conflicts: string[]
  /** Items that wait for each other below the changed one. When there are any, nothing moves. */
  cycle: string[]
}

interface Push {
  fromId: string
  days: number
}

/** Whether the plan would wait for itself if the candidate were added. */
export function wouldCycle(dependencies: readonly Dependency[], candidate: Dependency): boolean {
  return candidate.fromId === candidate.toId || reachable(dependencies, candidate.toId).has(candidate.fromId)
}

/** The dependencies the plan does not keep. What has no dates, or has begun, no longer waits for anything. */
export function brokenDependencies(items: readonly TimelineItem[], dependencies: readonly Dependency[]): Dependency[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return dependencies.filter((dependency) => {
    const to = byId.get(dependency.toId)
    return to && !hasBegun(to) && daysShort(byId.get(dependency.fromId), to, dependency.lagDays) > 0
  })
}

/**
 * What follows from giving one item new dates: everything that waits for it, directly or through others, is pushed just
 * late enough for the dependencies to hold, and keeps its length. Nothing is pulled earlier, and the changed item is
 * itself pushed when it is put before what it waits for. What has begun is moved only by hand, and what is done never.
 */
export function moveItem(
  items: readonly TimelineItem[],
  dependencies: readonly Dependency[],
  change: { id: string } & PlannedDates,
): MovePlan {
  const before = new Map(items.map((item) => [item.id, item]))
  const changed = before.get(change.id)
  if (!changed) return { moves: [], conflicts: [], cycle: [] }
  if (changed.state === 'done') return { moves: [], conflicts: [change.id], cycle: [] }

  const live = dependencies.filter(({ fromId, toId }) => before.has(fromId) && before.has(toId))
  const passing = live.filter(({ fromId }) => fromId === change.id || !hasBegun(before.get(fromId)))
  const below = new Set([change.id, ...reachable(passing, change.id)])
  const order = inOrder(passing, below)
  if (order.length < below.size) {
    return { moves: [], conflicts: [], cycle: [...below].filter((id) => reachable(passing, id).has(id)) }
  }

  const incoming = grouped(live, 'toId')
  const after = new Map(before).set(change.id, { ...changed, startOn: change.startOn, endOn: change.endOn })
  const moves: Move[] = []
  const hasMoved = new Set<string>()
  const conflicts: string[] = []
  for (const id of order) {
    const item = after.get(id)
    const original = before.get(id)
    if (!item || !original) continue
    const pushes = pushesOn(item, after, incoming.get(id) ?? [])
    if (hasBegun(item) && id !== change.id) {
      if (pushes.some((push) => hasMoved.has(push.fromId))) conflicts.push(id)
      continue
    }
    const push = hasBegun(item) ? undefined : hardest(pushes)
    const settled = push ? shifted(item, push.days) : item
    after.set(id, settled)
    if (settled.startOn !== original.startOn || settled.endOn !== original.endOn) {
      hasMoved.add(id)
      moves.push({ id, before: datesOf(original), after: datesOf(settled), because: push?.fromId ?? null })
    }
  }
  return { moves, conflicts, cycle: [] }
}

/** What waits for an item, directly or through others. The item itself is there only when it waits for itself. */
function reachable(dependencies: readonly Dependency[], fromId: string): Set<string> {
  const next = grouped(dependencies, 'fromId')
  const found = new Set<string>()
  const open = [fromId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { toId } of next.get(id) ?? []) {
      if (found.has(toId)) continue
      found.add(toId)
      open.push(toId)
    }
  }
  return found
}

/** The chosen items with each after everything it waits for among them. Items that wait for each other are left out. */
function inOrder(dependencies: readonly Dependency[], chosen: ReadonlySet<string>): string[] {
  const among = dependencies.filter(({ fromId, toId }) => chosen.has(fromId) && chosen.has(toId))
  const next = grouped(among, 'fromId')
  const waitsFor = new Map([...grouped(among, 'toId')].map(([id, incoming]) => [id, incoming.length]))
  const ordered = [...chosen].filter((id) => !waitsFor.has(id))
  // Grows while it is walked through.
  for (const id of ordered) {
    for (const { toId } of next.get(id) ?? []) {
      const left = (waitsFor.get(toId) ?? 0) - 1
      waitsFor.set(toId, left)
      if (left === 0) ordered.push(toId)
    }
  }
  return ordered
}

function grouped(dependencies: readonly Dependency[], key: 'fromId' | 'toId'): Map<string, Dependency[]> {
  const groups = new Map<string, Dependency[]>()
  for (const dependency of dependencies) {
    const group = groups.get(dependency[key])
    if (group) group.push(dependency)
    else groups.set(dependency[key], [dependency])
  }
  return groups
}

function pushesOn(item: TimelineItem, items: ReadonlyMap<string, TimelineItem>, incoming: readonly Dependency[]): Push[] {
  return incoming
    .map(({ fromId, lagDays }) => ({ fromId, days: daysShort(items.get(fromId), item, lagDays) }))
    .filter(({ days }) => days > 0)
}

function hasBegun(item: TimelineItem | undefined): boolean {
  return item?.state === 'done' || Boolean(item?.actualStartOn)
}

function hardest(pushes: readonly Push[]): Push | undefined {
  return pushes.toSorted((one, other) => other.days - one.days)[0]
}

/** By how many days an item starts too early after another; 0 or less when it does not. */
function daysShort(from: TimelineItem | undefined, to: TimelineItem, lagDays: number): number {
  const earlier = from && settledSpan(from)
  const later = settledSpan(to)
  return earlier && later ? daysBetween(later.startOn, addDays(earlier.endOn, lagDays)) : 0
}

/** The days an item counts with: those planned, until what really happened is known. */
function settledSpan(item: TimelineItem): Span | null {
  const planned = plannedSpan(item)
  return plannedSpan({
    kind: item.kind,
    startOn: item.actualStartOn ?? planned?.startOn ?? null,
    endOn: (item.state === 'done' && item.actualEndOn) || (planned?.endOn ?? null),
  })
}

function shifted(item: TimelineItem, days: number): TimelineItem {
  const later = (on: IsoDate | null) => on && addDays(on, days)
  return { ...item, startOn: later(item.startOn), endOn: later(item.endOn) }
}

function datesOf({ startOn, endOn }: PlannedDates): PlannedDates {
  return { startOn, endOn }
}
