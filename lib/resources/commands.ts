import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf } from '@/lib/platform/dates'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import type { AbsenceInput } from './input'
import { mayRegisterAbsence } from './policy'

/** Registers that somebody has less time in a period – never why. Refuses others' absence with `forbidden`. */
export function addAbsence(actor: Actor, input: AbsenceInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayRegisterAbsence(actor, input.personId), 'forbidden')
    const municipalityId = actor.municipality.id
    const colleagues = await tx.person.count({ where: { id: input.personId, municipalityId, homePersonId: null } })
    refuseUnless(colleagues === 1, 'not-found', { personId: 'errors.unknown' })
    const id = newId()
    await tx.absence.createMany({
      data: [{ id, municipalityId, ...input, startOn: dateOf(input.startOn), endOn: dateOf(input.endOn) }],
    })
    await audit(tx, actor, { action: 'absence.add', subjectType: 'absence', subjectId: id })
  })
}

/** Takes a registered absence away. */
export function removeAbsence(actor: Actor, { absenceId }: { absenceId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const absence = await tx.absence.findUnique({ where: { id: absenceId }, select: { personId: true } })
    refuseUnless(absence, 'not-found')
    refuseUnless(mayRegisterAbsence(actor, absence.personId), 'forbidden')
    await tx.absence.deleteMany({ where: { id: absenceId } })
    await audit(tx, actor, { action: 'absence.remove', subjectType: 'absence', subjectId: absenceId })
  })
}
