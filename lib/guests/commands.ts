import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { actAs, type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectToRun } from '@/lib/projects/facts/queries'
import { mayShareProject } from '@/lib/projects/policy'
import type { AnswerInput, CollaborationInput, InviteInput, WithdrawInput } from './input'
import { mayAnswerInvitation } from './policy'

/** Says which collaboration runs the project, or none: from its members guests may be asked. Refuses one the municipality is not in. */
export function setCollaboration(actor: Actor, input: CollaborationInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToShare(tx, actor, input.projectId)
    refuseUnless(project.version === input.version, 'conflict')
    const chosen = input.collaborationId ? await ownCollaboration(tx, project.municipalityId, input.collaborationId) : null
    refuseUnless(chosen || !input.collaborationId, 'not-found', { collaborationId: 'errors.unknown' })
    const { count } = await tx.project.updateMany({
      where: { id: project.id, version: input.version },
      data: { collaborationId: input.collaborationId, version: { increment: 1 } },
    })
    refuseUnless(count === 1, 'conflict')
    await audit(tx, staff, {
      action: 'project.set-collaboration',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      detail: { title: chosen?.name ?? '' },
    })
  })
}

function ownCollaboration(tx: Tx, municipalityId: string, id: string): Promise<{ name: string } | null> {
  return tx.collaboration.findFirst({ where: { id, members: { some: { municipalityId } } }, select: { name: true } })
}

/** Asks somebody of a municipality in the project's collaboration to take part. They answer on their own page. Asking twice is refused. */
export function inviteGuest(actor: Actor, input: InviteInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToShare(tx, actor, input.projectId)
    const partner = project.collaborationId
      ? await tx.collaborationMember.findFirst({
          where: { collaborationId: project.collaborationId, municipalityId: input.guestMunicipalityId },
          select: { municipality: { select: { displayName: true } } },
        })
      : null
    const isPartner = partner && input.guestMunicipalityId !== project.municipalityId
    refuseUnless(isPartner, 'not-found', { guestMunicipalityId: 'errors.notPartner' })
    const { count } = await tx.projectInvitation.createMany({
      data: [{ ...input, id: newId(), municipalityId: project.municipalityId, invitedBy: staff.personId }],
      skipDuplicates: true,
    })
    refuseUnless(count === 1, 'conflict', { email: 'errors.alreadyInvited' })
    await audit(tx, staff, {
      action: 'guest.invite',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      detail: { title: `${input.email} (${partner.municipality.displayName})`, role: input.role },
    })
  })
}

/** Takes back an invitation that is not answered. */
export function withdrawInvitation(actor: Actor, input: WithdrawInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToShare(tx, actor, input.projectId)
    const open = { id: input.invitationId, projectId: project.id, answeredAt: null }
    const invitation = await tx.projectInvitation.findFirst({ where: open, select: { email: true } })
    const { count } = await tx.projectInvitation.deleteMany({ where: open })
    refuseUnless(invitation && count === 1, 'not-found')
    await audit(tx, staff, {
      action: 'guest.withdraw',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      detail: { title: invitation.email },
    })
  })
}

async function projectToShare(tx: Tx, actor: Actor, id: string) {
  const found = await projectToRun(tx, actor, id)
  refuseUnless(mayShareProject(actor, found.project), 'forbidden')
  return found
}

/**
 * Answers an invitation to the actor. Who accepts takes part as a guest of the host from then on, and the host's history says so.
 * Gives the project, or null where they declined. Refuses with `not-found` what was withdrawn or answered meanwhile.
 */
export function answerInvitation(actor: Actor, { invitationId, answer }: AnswerInput): Promise<{ projectId: string | null }> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayAnswerInvitation(actor), 'forbidden')
    const accepts = answer === 'accept'
    const [answered] = await tx.$queryRaw<{ projectId: string; municipalityId: string; personId: string | null }[]>`
      SELECT project_id AS "projectId", municipality_id AS "municipalityId", person_id AS "personId" FROM answer_invitation(${invitationId}::uuid, ${accepts})`
    refuseUnless(answered, 'not-found')
    const about = { subjectType: 'project', subjectId: answered.projectId }
    if (!answered.personId) {
      await audit(tx, actor, { action: 'guest.decline', ...about })
      return { projectId: null }
    }
    const guest = await guestOf(tx, actor, answered.municipalityId, answered.personId)
    await actAs(tx, guest)
    await audit(tx, guest, { action: 'guest.accept', ...about, projectId: answered.projectId, detail: { title: actor.name } })
    return { projectId: answered.projectId }
  })
}

async function guestOf(tx: Tx, { name, municipality }: Staff, hostId: string, personId: string): Promise<Staff> {
  const host = await tx.municipality.findUniqueOrThrow({
    where: { id: hostId },
    select: { id: true, number: true, displayName: true, writtenNorm: true },
  })
  return {
    kind: 'staff',
    personId,
    name,
    roles: [],
    municipality: { id: host.id, number: host.number, name: host.displayName, writtenNorm: host.writtenNorm },
    home: { name: municipality.name },
  }
}
