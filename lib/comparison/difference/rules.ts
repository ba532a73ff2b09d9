import type { PartKind } from '@/generated/prisma/enums'
import { differingFields } from '@/lib/sharing/improvements/rules'
import { type PartItem, type Parts, partKinds } from '@/lib/sharing/parts'
import { itemName } from '@/lib/sharing/rules'

/** The plan of one of two projects. */
export interface Side {
  parts: Parts
  /** By the key of an item: what it is known by elsewhere, because it was copied from there. Nearest first. */
  origins: ReadonlyMap<string, readonly string[]>
}

/** An item of one project with the one that belongs to it in the other. */
export interface Pair {
  left: PartItem
  right: PartItem
}

export interface Changed extends Pair {
  /** The names of the fields that differ. Dates are days from the start, so that two that begin in different years can be held against each other. */
  fields: string[]
}

/** What differs between two projects in one kind of part. */
export interface KindDifference {
  kind: PartKind
  onlyLeft: PartItem[]
  onlyRight: PartItem[]
  changed: Changed[]
  same: PartItem[]
}

/** What differs between two plans, kind by kind; a kind that neither has is left out. */
export function differenceOf(left: Side, right: Side): KindDifference[] {
  return partKinds.flatMap((kind) => {
    const [ours, theirs] = [left.parts[kind] as PartItem[], right.parts[kind] as PartItem[]]
    if (ours.length + theirs.length === 0) return []
    const pairs = pairItems(kind, { items: ours, origins: left.origins }, { items: theirs, origins: right.origins })
    const [paired, met] = [new Set(pairs.map((pair) => pair.left)), new Set(pairs.map((pair) => pair.right))]
    const held = pairs.map((pair) => ({ ...pair, fields: differingFields(pair.left, pair.right) }))
    return [
      {
        kind,
        onlyLeft: ours.filter((item) => !paired.has(item)),
        onlyRight: theirs.filter((item) => !met.has(item)),
        changed: held.filter(({ fields }) => fields.length > 0),
        same: held.filter(({ fields }) => fields.length === 0).map((pair) => pair.left),
      },
    ]
  })
}

interface Traced {
  items: readonly PartItem[]
  origins: Side['origins']
}

/**
 * Which items of two lists belong together, in the order of the first: those that come from the same item, as far as it is remembered; then those
 * that are called the same, or nearly. Phases are told apart by their code alone. The same whichever list comes first.
 */
export function pairItems(kind: PartKind, left: Traced, right: Traced): Pair[] {
  const byOrigin = greedy(left.items, right.items, (one, other) => kinship(known(left, one), known(right, other)))
  const [taken, met] = [new Set(byOrigin.map((pair) => pair.left)), new Set(byOrigin.map((pair) => pair.right))]
  const rest = [left.items.filter((item) => !taken.has(item)), right.items.filter((item) => !met.has(item))] as const
  const names = new Map(rest.flat().map((item) => [item, nameOf(item)]))
  const byName = greedy(...rest, (one, other) => likeness(kind, [one, names.get(one)], [other, names.get(other)]))
  const order = new Map(left.items.map((item, index) => [item, index]))
  return [...byOrigin, ...byName].toSorted((a, b) => (order.get(a.left) ?? 0) - (order.get(b.left) ?? 0))
}

/** What an item is known by: its own key, and those it was copied from. */
function known({ origins }: Traced, { key }: PartItem): string[] {
  return key === undefined ? [] : [key, ...(origins.get(key) ?? [])]
}

/** Nearer kin is more: a copy of the item itself before two copies of a third. */
function kinship(one: readonly string[], other: readonly string[]): number {
  const steps = one.flatMap((key, up) => (other.includes(key) ? [up + other.indexOf(key)] : []))
  return steps.length === 0 ? 0 : 1 / (1 + Math.min(...steps))
}

/** Below this, two names are of different things. */
const leastAlike = 0.6

type Named = [PartItem, Name | undefined]

function likeness(kind: PartKind, [one, name]: Named, [other, otherName]: Named): number {
  if (kind === 'phases') return itemName(one) === itemName(other) ? 1 : 0
  // A risk is no opportunity, whatever it is called; a check of one phase is another than that of the next.
  const apart = (field: 'kind' | 'phase') =>
    field in one && field in other && Reflect.get(one, field) !== Reflect.get(other, field)
  if (apart('kind')) return 0
  const alike = name && otherName ? alikeness(name, otherName) : 0
  if (alike < leastAlike) return 0
  return apart('phase') ? alike * 0.9 : alike
}

interface Name {
  text: string
  /** Its letters three and three, word by word. */
  threes: ReadonlySet<string>
}

function nameOf(item: PartItem): Name {
  const text = itemName(item).trim()
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const threes = words.flatMap((word) => Array.from({ length: word.length }, (_, at) => ` ${word} `.slice(at, at + 3)))
  return { text, threes: new Set(threes) }
}

/** How alike two names are, from 0 to 1: by the letters three and three that they share, so that an inflection or a small word weighs little. */
function alikeness(one: Name, other: Name): number {
  const all = one.threes.size + other.threes.size
  if (all === 0) return one.text === other.text ? 1 : 0
  let shared = 0
  for (const part of one.threes) if (other.threes.has(part)) shared += 1
  return (2 * shared) / all
}

/**
 * Pairs the best first, each item once. Two pairs that are equally good and equally early never share an item, so that it does not matter which
 * list comes first.
 */
function greedy(
  left: readonly PartItem[],
  right: readonly PartItem[],
  worth: (one: PartItem, other: PartItem) => number,
): Pair[] {
  const found = left.flatMap((one, i) =>
    right.flatMap((other, j) => {
      const value = worth(one, other)
      return value > 0 ? [{ left: one, right: other, value, place: i + j }] : []
    }),
  )
  const [taken, met] = [new Set<PartItem>(), new Set<PartItem>()]
  return found
    .toSorted((a, b) => b.value - a.value || a.place - b.place)
    .flatMap(({ left: one, right: other }) => {
      if (taken.has(one) || met.has(other)) return []
      taken.add(one)
      met.add(other)
      return [{ left: one, right: other }]
    })
}

/** How much differs, for the summary. */
export function countsOf(kinds: readonly KindDifference[]) {
  const sum = (of: (kind: KindDifference) => unknown[]) => kinds.reduce((total, kind) => total + of(kind).length, 0)
  return {
    onlyLeft: sum(({ onlyLeft }) => onlyLeft),
    onlyRight: sum(({ onlyRight }) => onlyRight),
    changed: sum(({ changed }) => changed),
    same: sum(({ same }) => same),
  }
}
