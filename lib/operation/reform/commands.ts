import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayOperate } from '../policy'
import type { reformForm } from './input'

/**
 * Lets everything of some municipalities follow to the one they have become: projects, reports, people and their sign-in, files and who reads
 * what. Others that came out of the same are kept as such, and begin anew. It cannot be undone.
 */
export function carryOutReform(actor: Actor, { from, to, others, onDate }: z.output<typeof reformForm>): Promise<void> {
  return transaction(
    actor,
    async (tx) => {
      refuseUnless(mayOperate(actor), 'forbidden')
      const heir = await currentMunicipality(tx, to, 'to')
      for (const number of from) {
        const before = await currentMunicipality(tx, number, 'from')
        refuseUnless(before.id !== heir.id, 'conflict', { to: 'errors.sameMunicipality' })
        await tx.$executeRaw`SELECT merge_municipality(${before.id}::uuid, ${heir.id}::uuid, ${dateOf(onDate)}::date)`
        for (const other of others) {
          const { id } = await currentMunicipality(tx, other, 'others')
          refuseUnless(id !== heir.id && id !== before.id, 'conflict', { others: 'errors.sameMunicipality' })
          await tx.$executeRaw`SELECT add_successor(${before.id}::uuid, ${id}::uuid, ${dateOf(onDate)}::date)`
        }
        const detail = { from: number, to, others, onDate }
        for (const { id } of [before, heir])
          await audit(tx, actor, {
            ...{ action: 'municipality.reform', subjectType: 'municipality', subjectId: before.id },
            ...{ municipalityId: id, detail },
          })
      }
    },
    { timeout: 120_000 },
  )
}

async function currentMunicipality(tx: Tx, number: string, field: string): Promise<{ id: string }> {
  const found = await tx.municipality.findUnique({
    where: { number },
    select: { id: true, closure: true, successors: { where: { isHeir: true } } },
  })
  refuseUnless(found, 'not-found', { [field]: 'errors.municipalityNumber' })
  refuseUnless(found.successors.length === 0, 'conflict', { [field]: 'errors.hasSuccessor' })
  refuseUnless(found.closure === null, 'conflict', { [field]: 'errors.municipalityClosed' })
  return found
}
