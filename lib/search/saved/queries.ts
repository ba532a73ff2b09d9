import 'server-only'
import { mayFollow } from '@/lib/following/policy'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx, worker } from '@/lib/platform/db'
import { type SearchQuery, type StoredQuery, storedQuery } from '../input'
import { isSameSearch } from '../rules'

/** The actor's saved searches, by name. */
export function mySearches(actor: Actor): Promise<{ id: string; name: string; query: StoredQuery }[]> {
  if (!mayFollow(actor)) return Promise.resolve([])
  return read(actor, async (tx) => (await searchesOf(tx, actor.personId)).sort((a, b) => a.name.localeCompare(b.name, 'nb')))
}

/** The actor's saved search that asks for the same, whatever counts as alike in it; null where there is none. */
export async function savedAs(actor: Actor, query: SearchQuery): Promise<string | null> {
  if (!mayFollow(actor)) return null
  return read(
    actor,
    async (tx) => (await searchesOf(tx, actor.personId)).find((saved) => isSameSearch(saved.query, query))?.id ?? null,
  )
}

/** Everything one person has saved. */
export async function searchesOf(tx: Tx, personId: string) {
  const rows = await tx.savedSearch.findMany({ where: { personId }, take: 100, orderBy: { createdAt: 'desc' } })
  return rows.map(({ id, name, query, createdAt, searchedUntil }) => ({
    ...{ id, name, query: storedQuery.parse(query) },
    /** What has arrived since then has not been held against it. */
    since: new Date(Math.max(createdAt.getTime(), searchedUntil.getTime() - overlapMs)),
  }))
}

/** A transaction that began before the last look is given this long to end, as `people_to_search_for()` does. */
const overlapMs = 30_000

/** Those for whose saved searches something has arrived. For the worker alone. */
export function peopleToSearchFor(): Promise<string[]> {
  return read(worker, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT people_to_search_for() AS id`
    return rows.map(({ id }) => id)
  })
}

/** Something that others can find since a while ago. */
export interface Arrival {
  newsItemId: string
  documentId: string
  arrivedAt: Date
}

/** No more is held against the searches of one person at a time. */
export const mostArrivals = 500

/** What others have made findable since, and the actor has not been told of; the oldest first. */
export function arrivalsSince(tx: Tx, since: Date): Promise<Arrival[]> {
  return tx.$queryRaw<Arrival[]>`
    SELECT news_item_id AS "newsItemId", document_id AS "documentId", arrived_at AS "arrivedAt" FROM search_arrivals(${since}, ${mostArrivals}::int)`
}
