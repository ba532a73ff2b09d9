import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { renewDocuments } from '@/lib/search/commands'
import { mayAdminister } from '../administration/policy'
import { storedOf } from './queries'
import type { StoredRow } from './rules'

/**
 * Takes away what tells who somebody was, wherever it is stored: what they wrote is the municipality's, and stays under «tidligere ansatt».
 * Only somebody who is shut out already; it cannot be undone. The database does it and writes the trail, for its records change for nothing else.
 */
export function erasePerson(actor: Actor, { personId }: { personId: string }): Promise<void> {
  return transaction(
    actor,
    async (tx) => {
      refuseUnless(mayAdminister(actor), 'forbidden')
      const where = { id: personId, municipalityId: actor.municipality.id, homePersonId: null }
      const person = await tx.person.findFirst({ where, select: { status: true, erasedAt: true } })
      refuseUnless(person, 'not-found')
      refuseUnless(person.status === 'deactivated' && person.erasedAt === null, 'conflict')
      const changed = await tx.$queryRaw<{ id: string }[]>`SELECT erase_person(${personId}::uuid) AS id`
      await renewDocuments(
        tx,
        changed.map(({ id }) => id),
      )
    },
    { timeout: 60_000 },
  )
}

/** What is stored of somebody in the administrator's municipality, to be given to them. The trail tells who took it out. */
export function exportPerson(actor: Actor, personId: string): Promise<{ name: string; rows: StoredRow[] }> {
  return transaction(
    actor,
    async (tx) => {
      refuseUnless(mayAdminister(actor), 'forbidden')
      const where = { id: personId, municipalityId: actor.municipality.id, homePersonId: null }
      const person = await tx.person.findFirst({ where, select: { name: true } })
      refuseUnless(person, 'not-found')
      const rows = await storedOf(tx, personId)
      await audit(tx, actor, {
        action: 'person.export',
        subjectType: 'person',
        subjectId: personId,
        detail: { rows: rows.length },
      })
      return { name: person.name, rows }
    },
    { timeout: 60_000 },
  )
}
