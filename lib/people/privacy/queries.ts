import 'server-only'
import type { Actor, Visitor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import type { StoredRow } from './rules'

/**
 * All that is stored of somebody, as it is stored: every row of every table that points to them. The database finds the tables by itself, so that
 * none is forgotten, and gives it to themselves and to their administrator alone.
 */
export async function storedOf(tx: Tx, personId: string): Promise<StoredRow[]> {
  const rows = await tx.$queryRaw<{ table_name: string; column_name: string; content: Record<string, unknown> }[]>`
    SELECT * FROM stored_of(${personId}::uuid)`
  return rows.map(({ table_name: table, column_name: column, content }) => ({ table, column, content }))
}

/** What is stored of whoever asks. A guest asks as who they are at home. */
export function ownData(who: Exclude<Actor, Visitor>): Promise<StoredRow[]> {
  return read(who, (tx) => storedOf(tx, who.personId), { timeout: 60_000 })
}
