import type { PartItem } from '../parts'

/** One item as it was when it was copied or last answered, as the source has it now, and as it is here. Null: not there. */
export interface Sides {
  base: PartItem | null
  theirs: PartItem | null
  mine: PartItem | null
}

export type Side = 'theirs' | 'mine'

/** An item that keeps what each side has changed, and the fields where both have, each under its name. */
export interface Merged {
  item: PartItem | null
  /** Fields that both have changed, differently, and nobody has chosen between. */
  conflicts: string[]
}

/** Fields that must fit one another go together: a strategy is for its kind, an end for its start. The first names them. */
const together = [
  ['kind', 'strategy'],
  ['startOffsetDays', 'endOffsetDays'],
]

/**
 * Three become one, field by field: what one side has changed and the other has not is taken from that side, lists of words become what both have added
 * without what either has taken out. Where both have changed a field, it is the one that was chosen, and until then as it is here.
 */
export function merge({ base, theirs, mine }: Sides, chosen: Readonly<Record<string, Side>> = {}): Merged {
  if (theirs === null || mine === null) return { item: theirs, conflicts: [] }
  const [before, there, here] = [fieldsOf(base), fieldsOf(theirs), fieldsOf(mine)]
  const merged: Record<string, unknown> = { ...here, ...('key' in theirs && { key: theirs.key }) }
  const conflicts: string[] = []
  for (const names of groups(Object.keys(there).filter((name) => name !== 'key'))) {
    const differ = (one: typeof here, other: typeof here) => names.some((name) => !isAlike(one[name], other[name]))
    const [name = ''] = names
    if (!differ(there, here) || (base !== null && !differ(before, there))) continue
    const isTheirs = base !== null && !differ(before, here)
    if (isTheirs || chosen[name] === 'theirs') for (const one of names) merged[one] = there[one]
    else if (isWords(there[name]) && isWords(here[name])) merged[name] = wordsOf(before[name], there[name], here[name])
    else if (chosen[name] === undefined) conflicts.push(name)
  }
  return { item: merged as unknown as PartItem, conflicts }
}

/** The fields of an item that are chosen together with this one, itself first. */
export function fieldsWith(name: string, item: PartItem | null): string[] {
  return groups(Object.keys(fieldsOf(item))).find((group) => group[0] === name) ?? [name]
}

const fieldsOf = (item: PartItem | null) => (item ?? {}) as Record<string, unknown>

function groups(names: string[]): string[][] {
  const bound = together.filter((group) => group.every((name) => names.includes(name)))
  return [...bound, ...names.filter((name) => !bound.some((group) => group.includes(name))).map((name) => [name])]
}

/** Whether two values say the same. The database does not keep the order in which an object says it, and nobody chooses the order of the lines of an item. */
export function isAlike(one: unknown, other: unknown): boolean {
  return ordered(one) === ordered(other)
}

/** The value as text that is the same for all that is alike. */
export function ordered(value: unknown): string {
  return JSON.stringify(value ?? null, (_name, part: unknown) => {
    if (Array.isArray(part)) return part.every((one) => typeof one === 'string') ? [...part].sort() : part
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

const isWords = (value: unknown): value is string[] => Array.isArray(value)

function wordsOf(before: unknown, theirs: string[], mine: string[]): string[] {
  const base = isWords(before) ? before : []
  const kept = theirs.filter((word) => mine.includes(word) || !base.includes(word))
  return [...kept, ...mine.filter((word) => !theirs.includes(word) && !base.includes(word))]
}
