import type { ItemDefinition, ItemKind } from './definition'
import { planning } from './planning'
import { working } from './working'

export type { ItemDefinition, ItemKind } from './definition'

/** Every kind of thing that a project has lists of. */
export const items: Record<ItemKind, ItemDefinition> = { ...planning, ...working }

export const itemKinds = Object.keys(items) as ItemKind[]

/** The kind that has this place in the address, if any. */
export function kindOfSlug(slug: string): ItemKind | null {
  return itemKinds.find((kind) => items[kind].slug === slug) ?? null
}

/** The kinds that lie under an item of this kind. */
export function kindsUnder(kind: ItemKind): ItemKind[] {
  return itemKinds.filter((other) => items[other].under?.kind === kind)
}
