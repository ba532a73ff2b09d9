import 'server-only'
import { mayFollow } from '@/lib/following/policy'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { actorOfPerson } from '@/lib/platform/auth/liveness'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import type { SaveSearchInput } from '../input'
import { matches } from '../queries'
import { isSameSearch, storedAt } from '../rules'
import { type Arrival, arrivalsSince, mostArrivals, searchesOf } from './queries'

/** How many searches one person may keep. */
const most = 100

/** Keeps a search, once: its owner is told of what is shared later and matches. */
export function saveSearch(actor: Actor, { name, address }: SaveSearchInput): Promise<{ searchId: string }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayFollow(actor), 'forbidden')
    refuseUnless((await tx.savedSearch.count({ where: { personId: actor.personId } })) < most, 'conflict', {
      name: 'errors.searchesTooMany',
    })
    const query = storedAt(address)
    const same = (await searchesOf(tx, actor.personId)).find((saved) => isSameSearch(saved.query, query))
    if (same) return { searchId: same.id }
    const searchId = newId()
    await tx.savedSearch.createMany({ data: [{ id: searchId, personId: actor.personId, name, query }] })
    await audit(tx, actor, { action: 'search.save', subjectType: 'saved_search', subjectId: searchId })
    return { searchId }
  })
}

/** Forgets a saved search. */
export function forgetSearch(actor: Actor, { searchId }: { searchId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayFollow(actor), 'forbidden')
    const { count } = await tx.savedSearch.deleteMany({ where: { id: searchId, personId: actor.personId } })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, actor, { action: 'search.forget', subjectType: 'saved_search', subjectId: searchId })
  })
}

/** Holds what has arrived against everything one person has saved, as that person may read it, and tells of the hits: each thing once. */
export async function searchFor(personId: string): Promise<void> {
  const actor = await actorOfPerson(personId)
  if (actor.kind === 'visitor') return
  await transaction(actor, async (tx) => {
    const searches = await searchesOf(tx, personId)
    const first = Math.min(...searches.map(({ since }) => since.getTime()))
    if (searches.length === 0) return
    const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT now()`
    const arrivals = await arrivalsSince(tx, new Date(first))
    await tellOfHits(tx, personId, await searchesThatFind(tx, actor, searches, arrivals))
    const until = arrivals.length === mostArrivals ? (arrivals.at(-1)?.arrivedAt ?? now) : now
    await tx.savedSearch.updateMany({ where: { personId, searchedUntil: { lt: until } }, data: { searchedUntil: until } })
  })
}

type Saved = Awaited<ReturnType<typeof searchesOf>>[number]

/** The names of the searches that find each piece of news. */
async function searchesThatFind(tx: Tx, actor: Actor, searches: Saved[], arrivals: Arrival[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  for (const { name, query, since } of searches) {
    const later = arrivals.filter(({ arrivedAt }) => arrivedAt > since)
    const found = new Set(
      await matches(
        tx,
        actor,
        query,
        later.map(({ documentId }) => documentId),
      ),
    )
    for (const { newsItemId, documentId } of later)
      if (found.has(documentId)) names.set(newsItemId, [...(names.get(newsItemId) ?? []), name])
  }
  return names
}

async function tellOfHits(tx: Tx, personId: string, names: Map<string, string[]>): Promise<void> {
  await tx.notice.createMany({
    data: [...names].map(([newsItemId, searches]) => ({
      ...{ newsItemId, personId, topic: 'searches' as const },
      savedSearch: searches.toSorted((a, b) => a.localeCompare(b, 'nb')).join(', '),
    })),
    skipDuplicates: true,
  })
}
