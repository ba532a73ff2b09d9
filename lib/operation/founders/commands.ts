import 'server-only'
import type { z } from 'zod'
import type { Role } from '@/generated/prisma/enums'
import type { Actor, Operator } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { newSetupLink, setupAddress } from '@/lib/platform/auth/setup-link'
import { config } from '@/lib/platform/config'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayOperate } from '../policy'
import type { founderForm } from './input'

interface Target {
  setupId: string
}

/** Somebody who is to come in first, or set up how: gives the link to send them, which is shown this once. */
export function inviteFounder(actor: Actor, input: z.output<typeof founderForm>): Promise<string> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayOperate(actor), 'forbidden')
    const { number, name, email, role } = input
    const place = number === 'kommit' ? null : await tx.municipality.findUnique({ where: { number }, select: { id: true } })
    refuseUnless(place || number === 'kommit', 'not-found', { number: 'errors.municipalityNumber' })
    return invite(tx, actor, { municipalityId: place?.id ?? null, name, email, role })
  })
}

/** A new link in place of one that was lost or has run out. The one before it counts no longer, nor what was opened with it. */
export function inviteFounderAgain(actor: Actor, { setupId }: Target): Promise<string> {
  return transaction(actor, async (tx) => {
    const operator = await takeBack(tx, actor, setupId)
    const { municipalityId, name, email, role } = await tx.setupInvitation.findUniqueOrThrow({
      where: { id: setupId },
      select: { municipalityId: true, name: true, email: true, role: true },
    })
    return invite(tx, operator, { municipalityId, name, email, role })
  })
}

/** Takes a link back, and ends what was opened with it. */
export function endSetup(actor: Actor, { setupId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    await takeBack(tx, actor, setupId)
  })
}

interface Invited {
  municipalityId: string | null
  name: string
  email: string
  role: Role
}

async function invite(tx: Tx, operator: Operator, invited: Invited): Promise<string> {
  const [id, { token, ...link }] = [newId(), newSetupLink()]
  await tx.setupInvitation.createMany({ data: [{ id, ...invited, ...link, invitedBy: operator.personId }] })
  const { municipalityId, role } = invited
  await note(tx, operator, 'person.setup', { id, municipalityId }, { role })
  return setupAddress(config().origin, token)
}

async function takeBack(tx: Tx, actor: Actor, id: string): Promise<Operator> {
  refuseUnless(mayOperate(actor), 'forbidden')
  const row = await tx.setupInvitation.findUnique({ where: { id }, select: { id: true, municipalityId: true } })
  refuseUnless(row, 'not-found')
  const { count } = await tx.setupInvitation.updateMany({
    where: { id, seatedAt: null, endedAt: null },
    data: { endedAt: new Date() },
  })
  refuseUnless(count === 1, 'conflict')
  await note(tx, actor, 'person.setup-end', row)
  return actor
}

function note(
  tx: Tx,
  operator: Operator,
  action: string,
  { id, municipalityId }: { id: string; municipalityId: string | null },
  detail = {},
): Promise<void> {
  return audit(tx, operator, { action, subjectType: 'setup_invitation', subjectId: id, municipalityId, detail })
}
