import { items } from '../kinds'

/** Rows of one table, as JSON. */
export interface Bundle {
  table: string
  rows: Record<string, unknown>[]
}

const definitions = Object.values(items)
const known = new Set(definitions.flatMap(({ table, followers = [] }) => [table, ...followers.map((follower) => follower.table)]))

/** The quoted name of a table that items lie in. Throws for any other: names come from stored content as well. */
export function tableName(table: string): string {
  if (!known.has(table)) throw new Error(`${table} holds no items`)
  return `"${table}"`
}

/** What is deleted and put back with the rows of a table. */
export function followersOf(table: string): readonly { table: string; column: string }[] {
  return definitions.find((definition) => definition.table === table)?.followers ?? []
}
