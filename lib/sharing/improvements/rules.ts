import { isAlike, type Sides } from '../merging/rules'
import type { PartItem } from '../parts'
import { itemName } from '../rules'

/** So many times may one municipality offer improvements to another in 30 days. */
export const offersAMonth = 20

export type Change = 'added' | 'changed' | 'removed'

/** What the source has done to an item since, for the holder to take or to leave. */
export interface Suggestion extends Sides {
  /** Tells it apart from the other items of the part. */
  key: string
  change: Change
  /** Whether it has been changed here, too. */
  isBothChanged: boolean
}

/** What the item is told apart by: its key, or its name where the part was published before items had one. */
export function identityOf(item: PartItem): string {
  return item.key ?? `=${itemName(item)}`
}

/** Whether two say the same, whatever they are told apart by. */
export function isSame(one: PartItem | null, other: PartItem | null): boolean {
  return one === other || (one !== null && other !== null && isAlike({ ...one, key: null }, { ...other, key: null }))
}

/** Finds and takes out the item that belongs with another: the one of its key, or, where one of them has none, of its name. */
function claim(from: PartItem[], item: PartItem): PartItem | null {
  const byKey = item.key === undefined ? -1 : from.findIndex((one) => one.key === item.key)
  const isLoose = (one: PartItem) => (one.key === undefined || item.key === undefined) && itemName(one) === itemName(item)
  const index = byKey >= 0 ? byKey : from.findIndex(isLoose)
  return index < 0 ? null : (from.splice(index, 1)[0] ?? null)
}

/** Lines up the three, item by item: those of the source in its order, then those it no longer has, then those only here. */
export function lineUp(base: readonly PartItem[], theirs: readonly PartItem[], mine: readonly PartItem[]): Sides[] {
  const [before, here] = [[...base], [...mine]]
  const kept = theirs.map((item) => ({ theirs: item, base: claim(before, item), mine: claim(here, item) }))
  // What its source took away is the one of the same key here; a name alone says too little to take something away by.
  const gone = before.map((item) => ({ theirs: null, base: item, mine: claim(here, item) }))
  return [...kept, ...gone, ...here.map((item) => ({ theirs: null, base: null, mine: item }))]
}

/**
 * What a source has changed since a part was copied, held against what it has become here. Nothing is suggested where the source is
 * unchanged, nor where it is here already.
 */
export function suggestionsOf(base: readonly PartItem[], theirs: readonly PartItem[], mine: readonly PartItem[]): Suggestion[] {
  return lineUp(base, theirs, mine).flatMap((sides) => {
    if (isSame(sides.base, sides.theirs) || isSame(sides.mine, sides.theirs)) return []
    const named = sides.theirs ?? sides.base
    if (!named) return []
    const change = sides.theirs === null ? 'removed' : sides.base === null && sides.mine === null ? 'added' : 'changed'
    return [{ ...sides, key: identityOf(named), change, isBothChanged: !isSame(sides.base, sides.mine) }]
  })
}

/** What has been done here to a copied part since: the other way around. */
export function localChanges(base: readonly PartItem[], mine: readonly PartItem[]): Suggestion[] {
  return suggestionsOf(base, mine, base)
}

/** What the answers make of the base: an item that was answered is held against what it was answered about. */
export function answeredBase(
  base: readonly PartItem[],
  answers: readonly { key: string; theirs: PartItem | null }[],
): PartItem[] {
  const byKey = new Map(answers.map((answer) => [answer.key, answer.theirs]))
  const known = new Set<string>()
  const kept = base.flatMap((item) => {
    const key = [identityOf(item), `=${itemName(item)}`].find((one) => byKey.has(one))
    if (key === undefined) return [item]
    known.add(key)
    const theirs = byKey.get(key)
    return theirs ? [theirs] : []
  })
  return [...kept, ...answers.flatMap(({ key, theirs }) => (theirs && !known.has(key) ? [theirs] : []))]
}

/** The names of what differs between two versions of an item, or of all that one of them says. */
export function differingFields(one: PartItem | null, other: PartItem | null): string[] {
  const [a, b] = [Object.entries(one ?? {}), new Map(Object.entries(other ?? {}))]
  const names = new Set([...a.map(([name]) => name), ...b.keys()])
  names.delete('key')
  const before = new Map(a)
  return [...names].filter((name) => !isAlike(before.get(name), b.get(name)))
}
