import 'server-only'
import { tell } from '@/lib/news/commands'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { addDays, dayBeginsAt } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import type { GiveInput, GrantInput } from './input'
import { mayLetIn } from './policy'

/** Lets an advisor in, with a role, to the end of a day. Counts at once. Refuses whoever is in already, and whoever is no advisor any more. */
export function giveGrant(actor: Actor, { advisorId, role, until, reason }: GiveInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayLetIn(actor), 'forbidden')
    const [given] = await tx.$queryRaw<{ id: string | null }[]>`
      SELECT give_advisor_grant(${advisorId}::uuid, ${role}::role, ${reason}, ${dayBeginsAt(addDays(until, 1))}::timestamptz) AS id`
    refuseUnless(given?.id, 'conflict', { advisorId: 'errors.grantNotGiven' })
    const advisor = await tx.person.findUniqueOrThrow({ where: { id: advisorId }, select: { name: true } })
    await tell(tx, actor, { kind: 'grant_given', recipientId: advisorId })
    await audit(tx, actor, {
      ...{ action: 'grant.give', subjectType: 'advisor_grant', subjectId: given.id },
      detail: { title: advisor.name, role, until, reason },
    })
  })
}

/** Ends the leave of an advisor. Whoever is inside is outside with the same stroke. */
export function endGrant(actor: Actor, { grantId }: GrantInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayLetIn(actor), 'forbidden')
    const open = { id: grantId, municipalityId: actor.municipality.id, endedAt: null, validTo: { gt: new Date() } }
    const grant = await tx.advisorGrant.findFirst({
      where: open,
      select: { advisorId: true, role: true, advisor: { select: { name: true } } },
    })
    const { count } = await tx.advisorGrant.updateMany({
      where: open,
      data: { endedAt: new Date(), endedBy: actor.personId },
    })
    refuseUnless(grant && count === 1, 'not-found')
    await tell(tx, actor, { kind: 'grant_ended', recipientId: grant.advisorId })
    await audit(tx, actor, {
      ...{ action: 'grant.end', subjectType: 'advisor_grant', subjectId: grantId },
      detail: { title: grant.advisor.name, role: grant.role },
    })
  })
}
