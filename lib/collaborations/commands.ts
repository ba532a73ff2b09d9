import 'server-only'
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { slugOfWords } from '@/lib/platform/slug'
import type { answerForm, askForm, foundForm, leaveForm, withdrawForm } from './input'
import { mayCollaborate } from './policy'

/** Makes a collaboration with the actor's municipality in it. Gives its id. */
export function foundCollaboration(actor: Actor, { name, description }: z.output<typeof foundForm>): Promise<string> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCollaborate(actor), 'forbidden')
    const taken = await tx.collaboration.count({ where: { name: { equals: name, mode: 'insensitive' } } })
    refuseUnless(taken === 0, 'conflict', { name: 'errors.nameTaken' })
    const slug = `${slugOfWords(name) || 'samarbeid'}-${randomBytes(3).toString('hex')}`
    const [made] = await tx.$queryRaw<[{ id: string }]>`SELECT found_collaboration(${slug}, ${name}, ${description}) AS id`
    await note(tx, actor, 'collaboration.found', made.id, name)
    return made.id
  })
}

/** Asks another municipality that takes part into a collaboration. Asking twice is refused. */
export function askInto(actor: Actor, { collaborationId, municipalityId }: z.output<typeof askForm>): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCollaborate(actor), 'forbidden')
    const own = actor.municipality.id
    const collaboration = await tx.collaboration.findFirst({
      where: { id: collaborationId, members: { some: { municipalityId: own } } },
      select: { name: true, members: { where: { municipalityId }, select: { municipalityId: true } } },
    })
    refuseUnless(collaboration, 'not-found')
    const invited = await tx.municipality.findFirst({
      where: { id: municipalityId, participation: { isNot: null } },
      select: { displayName: true },
    })
    refuseUnless(invited, 'not-found', { municipalityId: 'errors.unknown' })
    refuseUnless(collaboration.members.length === 0, 'conflict', { municipalityId: 'errors.alreadyMember' })
    const asked = { municipalityId: own, collaborationId, invitedMunicipalityId: municipalityId, invitedBy: actor.personId }
    const { count } = await tx.collaborationInvitation.createMany({ data: [{ id: newId(), ...asked }], skipDuplicates: true })
    refuseUnless(count === 1, 'conflict', { municipalityId: 'errors.alreadyAsked' })
    await note(tx, actor, 'collaboration.ask', collaborationId, `${collaboration.name}: ${invited.displayName}`)
  })
}

/** Takes back an invitation that is not answered. */
export function takeBackInvitation(actor: Actor, { invitationId }: z.output<typeof withdrawForm>): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCollaborate(actor), 'forbidden')
    const open = { id: invitationId, municipalityId: actor.municipality.id, answeredAt: null }
    const found = await tx.collaborationInvitation.findFirst({
      where: open,
      select: { collaborationId: true, collaboration: { select: { name: true } } },
    })
    const { count } = await tx.collaborationInvitation.deleteMany({ where: open })
    refuseUnless(found && count === 1, 'not-found')
    await note(tx, actor, 'collaboration.take-back', found.collaborationId, found.collaboration.name)
  })
}

/** Says yes or no to an invitation. With a yes, what the others share is there at once, and what the municipality shares with them. */
export function answerCollaboration(actor: Actor, { invitationId, answer }: z.output<typeof answerForm>): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCollaborate(actor), 'forbidden')
    const [answered] = await tx.$queryRaw<{ id: string | null }[]>`
      SELECT answer_collaboration(${invitationId}::uuid, ${answer === 'accept'}) AS id`
    refuseUnless(answered?.id, 'not-found')
    const action = answer === 'accept' ? 'collaboration.join' : 'collaboration.decline'
    await note(tx, actor, action, answered.id, await nameOf(tx, answered.id))
  })
}

/** Leaves: what the others share is gone at once, and what the municipality has shared with them is its own again. */
export function leaveCollaboration(actor: Actor, { collaborationId }: z.output<typeof leaveForm>): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCollaborate(actor), 'forbidden')
    const name = await nameOf(tx, collaborationId)
    const [done] = await tx.$queryRaw<{ left: boolean }[]>`SELECT leave_collaboration(${collaborationId}::uuid) AS "left"`
    refuseUnless(done?.left, 'not-found')
    await note(tx, actor, 'collaboration.leave', collaborationId, name)
  })
}

async function nameOf(tx: Tx, id: string): Promise<string> {
  return (await tx.collaboration.findUnique({ where: { id }, select: { name: true } }))?.name ?? ''
}

function note(tx: Tx, actor: Staff, action: string, id: string, title: string): Promise<void> {
  return audit(tx, actor, { action, subjectType: 'collaboration', subjectId: id, detail: { title } })
}
