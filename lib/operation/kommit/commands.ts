import 'server-only'
import type { PersonStatus } from '@/generated/prisma/enums'
import type { Actor, Operator } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { endThese } from '@/lib/platform/auth/session-store'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayOperate } from '../policy'

interface Target {
  personId: string
}

/** Shuts an advisor or operator out at once: every session of theirs is over with the same stroke. Not oneself, so an operator is always left. */
export function turnOff(actor: Actor, { personId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const operator = await found(tx, actor, personId, 'active')
    refuseUnless(personId !== operator.personId, 'conflict', { person: 'errors.notYourself' })
    await takeTurns(tx, operator)
    await setStatus(tx, personId, 'deactivated')
    await endThese(tx, { personId }, 'deactivated', operator.personId)
    await note(tx, operator, 'person.deactivate', personId)
  })
}

/** Lets somebody who was turned off in again, with the roles they had. */
export function turnOn(actor: Actor, { personId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const operator = await found(tx, actor, personId, 'deactivated')
    await setStatus(tx, personId, 'active')
    await note(tx, operator, 'person.reactivate', personId)
  })
}

async function found(tx: Tx, actor: Actor, id: string, status: PersonStatus): Promise<Operator> {
  refuseUnless(mayOperate(actor), 'forbidden')
  const person = await tx.person.findFirst({ where: { id, municipalityId: null, erasedAt: null }, select: { status: true } })
  refuseUnless(person, 'not-found')
  refuseUnless(person.status === status, 'conflict')
  return actor
}

/** Two who turn each other off at once would leave nobody: the second is no longer an operator when it is their turn. */
async function takeTurns(tx: Tx, { personId }: Operator): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('operators', 0))::text`
  const self = await tx.person.count({ where: { id: personId, status: 'active', roles: { some: { role: 'operator' } } } })
  refuseUnless(self === 1, 'forbidden')
}

async function setStatus(tx: Tx, id: string, status: PersonStatus): Promise<void> {
  const { count } = await tx.person.updateMany({ where: { id, municipalityId: null }, data: { status } })
  refuseUnless(count === 1, 'conflict')
}

function note(tx: Tx, operator: Operator, action: string, personId: string): Promise<void> {
  return audit(tx, operator, { action, subjectType: 'person', subjectId: personId, municipalityId: null })
}
