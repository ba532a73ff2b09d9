import 'server-only'
import type { Actor, Operator } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { endThese } from '@/lib/platform/auth/session-store'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayOperate } from './policy'

interface Target {
  number: string
}

/** Takes a municipality of the register in among those that take part, from today. */
export function joinMunicipality(actor: Actor, { number }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { operator, municipality } = await chosen(tx, actor, number)
    refuseUnless(municipality.participation === null, 'conflict', { number: 'errors.takesPart' })
    refuseUnless(municipality.closure === null, 'conflict', { number: 'errors.municipalityClosed' })
    const { id } = municipality
    await tx.participation.createMany({ data: [{ municipalityId: id, joinedOn: dateOf(today()), intro: '' }] })
    await note(tx, operator, 'municipality.join', id)
  })
}

/** Ends the part of a municipality in Delt: nobody comes in, and everybody's session is over with the same stroke. What it shared stays. */
export function closeMunicipality(actor: Actor, { number, reason }: Target & { reason: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { operator, municipality } = await chosen(tx, actor, number)
    const { id, participation } = municipality
    refuseUnless(participation !== null && municipality.closure === null, 'conflict')
    const { joinedOn, intro } = participation
    await tx.municipalityClosure.createMany({
      data: [{ municipalityId: id, closedBy: operator.personId, reason, joinedOn, intro }],
    })
    await tx.participation.deleteMany({ where: { municipalityId: id } })
    const ended = await endThese(tx, { municipalityId: id }, 'municipality_closed', operator.personId)
    await note(tx, operator, 'municipality.close', id, { reason, sessions: ended })
  })
}

/** Opens it again, as it was: its doors, people and roles are where they were. */
export function reopenMunicipality(actor: Actor, { number }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { operator, municipality } = await chosen(tx, actor, number)
    const { id, closure } = municipality
    refuseUnless(closure !== null, 'conflict')
    await tx.municipalityClosure.deleteMany({ where: { municipalityId: id } })
    const joinedOn = closure.joinedOn ?? dateOf(today())
    await tx.participation.createMany({ data: [{ municipalityId: id, joinedOn, intro: closure.intro }] })
    await note(tx, operator, 'municipality.reopen', id)
  })
}

async function chosen(tx: Tx, actor: Actor, number: string) {
  refuseUnless(mayOperate(actor), 'forbidden')
  const municipality = await tx.municipality.findUnique({
    where: { number },
    select: { id: true, participation: true, closure: true },
  })
  refuseUnless(municipality, 'not-found', { number: 'errors.municipalityNumber' })
  return { operator: actor, municipality }
}

function note(tx: Tx, operator: Operator, action: string, id: string, detail = {}): Promise<void> {
  return audit(tx, operator, { action, subjectType: 'municipality', subjectId: id, municipalityId: id, detail })
}
