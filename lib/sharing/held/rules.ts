import type { PartKind } from '@/generated/prisma/enums'
import { identityOf, isSame, type Suggestion } from '../improvements/rules'
import type { PartItem, Parts } from '../parts'

/** The plan of one's own project, and where the rows of it came from: the project they were copied from, and what they are told apart by there. */
export interface Mine {
  parts: Parts
  links: ReadonlyMap<string, { sourceProjectId: string; key: string | null }>
}

/** An item that was offered back to its source, and has not been declined. */
export interface Given {
  sourceProjectId: string
  kind: PartKind
  /** The row here; none for a phase. */
  rowId: string | null
  item: PartItem
  isWaiting: boolean
  /** The item it became at the source. */
  takenAs: string | null
}

/** The items here that came with a part, under the keys they have at the source, and those that came from nowhere else; each with its row. */
export function itemsHeld({ parts, links }: Mine, kind: PartKind, sourceProjectId: string, given: readonly Given[]) {
  const rowIds = new Map<PartItem, string>()
  const items = (parts[kind] as PartItem[]).flatMap(({ key: rowId, ...content }) => {
    const link = rowId === undefined ? undefined : links.get(rowId)
    if (link && link.sourceProjectId !== sourceProjectId) return []
    const key = link?.key ?? given.find((one) => one.takenAs && one.rowId === rowId)?.takenAs
    const item = { ...content, ...(key && { key }) } as PartItem
    if (rowId) rowIds.set(item, rowId)
    return [item]
  })
  return { items, rowIds }
}

/** An item that was made here is told apart by its row. */
export function identityHere(item: PartItem, rowId: string | null): string {
  return rowId ?? identityOf(item)
}

/** Whether an item has been offered back already: it waits for an answer, or the source has taken it as it is here. */
export function isGiven(given: readonly Given[], item: PartItem, rowId: string | null): boolean {
  const here = identityHere(item, rowId)
  return given.some((one) => identityHere(one.item, one.rowId) === here && (one.isWaiting || isSame(one.item, item)))
}

/**
 * The base where the source has taken what was offered: what both know in common is then what was offered, from the day that the source shows
 * something else than before.
 */
export function withGiven(base: readonly PartItem[], theirs: readonly PartItem[], given: readonly Given[]): PartItem[] {
  const common = new Map<string, PartItem>()
  for (const { takenAs, item } of given) {
    const before = base.find((one) => one.key === takenAs)
    const now = theirs.find((one) => one.key === takenAs)
    if (takenAs && now && !(before && isSame(before, now))) common.set(takenAs, { ...item, key: takenAs } as PartItem)
  }
  const kept = base.filter((item) => item.key === undefined || !common.has(item.key))
  return [...kept, ...common.values()]
}

/** What was left out here, or taken away, is not asked about anew each time the source changes it. */
export function isLeftOut({ base, theirs, mine }: Suggestion): boolean {
  return base !== null && theirs !== null && mine === null
}

/** What one has of a part after copying more of it: what came along now is as it is now, the rest as it was. */
export function contentAfterCopy(
  theirs: readonly PartItem[],
  came: readonly PartItem[],
  before: readonly PartItem[],
): PartItem[] {
  const here = new Map(before.map((item) => [identityOf(item), item]))
  const there = new Set(theirs.map(identityOf))
  const now = theirs.map((item) => (came.includes(item) ? item : (here.get(identityOf(item)) ?? item)))
  return [...now, ...before.filter((item) => !there.has(identityOf(item)))]
}
