import 'server-only'
import type { z } from 'zod'
import type { Role } from '@/generated/prisma/enums'
import { tell } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { endThese } from '@/lib/platform/auth/session-store'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { hasRoom } from '@/lib/platform/rate-limit'
import { refuseUnless } from '@/lib/platform/refusal'
import type { inviteForm } from './input'
import { mayAdminister } from './policy'

interface Target {
  personId: string
}

const daysOpen = 14

/** Makes somebody a user who has never been here, with the roles they get when they come. Gives the person's id. */
export async function invitePerson(actor: Actor, input: z.output<typeof inviteForm>): Promise<string> {
  refuseUnless(await hasRoom('invitation', actor), 'conflict', { email: 'errors.tooManyInvitations' })
  return transaction(actor, async (tx) => {
    refuseUnless(mayAdminister(actor), 'forbidden')
    const municipalityId = actor.municipality.id
    const known = await tx.person.count({ where: { municipalityId, homePersonId: null, email: input.email } })
    refuseUnless(known === 0, 'conflict', { email: 'errors.emailTaken' })
    const personId = newId()
    const { name, email, jobTitle } = input
    await tx.person.createMany({
      data: [{ id: personId, municipalityId, name, email, jobTitle: jobTitle || null, status: 'pending' }],
    })
    const roles = withMember(input.roles)
    await tx.roleAssignment.createMany({ data: roles.map((role) => ({ personId, role })) })
    await invite(tx, actor, personId)
    await note(tx, actor, 'person.invite', personId, { roles })
    return personId
  })
}

/** A new link in place of one that has run out or was lost. Not for somebody who comes in already: it would let another come in as them. */
export function inviteAgain(actor: Actor, { personId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { administrator, person } = await ownPerson(tx, actor, personId)
    refuseUnless(person.status !== 'deactivated', 'conflict')
    refuseUnless(person._count.identities === 0, 'conflict', { person: 'errors.hasSignIn' })
    await invite(tx, administrator, personId)
    await note(tx, administrator, 'person.invite', personId)
  })
}

/**
 * A link to another sign-in for somebody who has one, as when the municipality has changed its provider. Whoever uses it comes in as this
 * person from then on, and by nothing else; so the person is told.
 */
export function moveSignIn(actor: Actor, { personId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { administrator, person } = await ownPerson(tx, actor, personId)
    refuseUnless(person.status !== 'deactivated' && person._count.identities > 0, 'conflict')
    await invite(tx, administrator, personId, { movesSignIn: true })
    await tell(tx, administrator, { kind: 'sign_in_moves', recipientId: personId })
    await note(tx, administrator, 'person.move', personId, { step: 'asked' })
  })
}

/** Says what somebody is called. Where the provider tells a name, that one takes its place at the next sign-in. */
export function namePerson(actor: Actor, { personId, name }: Target & { name: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { administrator } = await ownPerson(tx, actor, personId)
    await tx.person.updateMany({ where: { id: personId }, data: { name } })
    await note(tx, administrator, 'person.name', personId)
  })
}

/** Says what somebody may. Counts from their next click. What the identity provider has given stays as it is. */
export function setRoles(actor: Actor, { personId, roles }: Target & { roles: Role[] }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { administrator, person } = await ownPerson(tx, actor, personId)
    const given = person.roles.filter(({ source }) => source === 'claim').map(({ role }) => role)
    const held = person.roles.filter(({ source }) => source === 'manual').map(({ role }) => role)
    const wanted = withMember(roles).filter((role) => !given.includes(role))
    const [added, removed] = [wanted.filter((role) => !held.includes(role)), held.filter((role) => !wanted.includes(role))]
    if (removed.includes('municipality_admin')) await keepAnAdministrator(tx, administrator, personId)
    await tx.roleAssignment.deleteMany({ where: { personId, source: 'manual', role: { in: removed } } })
    await tx.roleAssignment.createMany({ data: added.map((role) => ({ personId, role })) })
    if (added.length + removed.length > 0)
      await note(tx, administrator, 'person.roles', personId, { added, removed, source: 'manual' })
  })
}

/** Lets in somebody who waits, as an ordinary user where they have no role yet. */
export function admitPerson(actor: Actor, { personId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { administrator, person } = await ownPerson(tx, actor, personId)
    refuseUnless(person.status !== 'active', 'conflict')
    await tx.person.updateMany({ where: { id: personId }, data: { status: 'active' } })
    if (person.roles.length === 0) await tx.roleAssignment.createMany({ data: [{ personId, role: 'member' }] })
    await note(tx, administrator, person.status === 'pending' ? 'person.admit' : 'person.reactivate', personId)
  })
}

/** Shuts somebody out at once: every session of theirs is over with the same stroke. What they have written stays, and so does what they answer for. */
export function deactivatePerson(actor: Actor, { personId }: Target): Promise<void> {
  return transaction(actor, (tx) => shutOut(tx, actor, personId))
}

/** As `deactivatePerson`, in the transaction of something more. */
export async function shutOut(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const { administrator, person } = await ownPerson(tx, actor, personId)
  refuseUnless(personId !== administrator.personId, 'conflict', { person: 'errors.notYourself' })
  refuseUnless(person.status !== 'deactivated', 'conflict')
  await keepAnAdministrator(tx, administrator, personId)
  await tx.person.updateMany({ where: { id: personId }, data: { status: 'deactivated' } })
  await tx.personInvitation.deleteMany({ where: { personId, usedAt: null } })
  await endThese(tx, { personId }, 'deactivated', administrator.personId)
  await note(tx, administrator, 'person.deactivate', personId)
}

/** Ends one session of somebody in the municipality. */
export function endTheirSession(actor: Actor, { personId, sessionId }: Target & { sessionId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { administrator } = await ownPerson(tx, actor, personId)
    const ended = await endThese(tx, { id: sessionId, personId }, 'ended_by_admin', administrator.personId)
    refuseUnless(ended === 1, 'not-found')
  })
}

/** Whoever works here is at least an ordinary user. */
const withMember = (roles: readonly Role[]): Role[] => [...new Set<Role>(['member', ...roles])]

/** The one link to this person that counts: those before it do so no longer. */
async function invite(tx: Tx, administrator: Staff, personId: string, { movesSignIn = false } = {}): Promise<void> {
  await tx.personInvitation.deleteMany({ where: { personId, usedAt: null } })
  const expiresAt = new Date(Date.now() + daysOpen * 86_400_000)
  const place = { municipalityId: administrator.municipality.id, personId, invitedBy: administrator.personId }
  await tx.personInvitation.createMany({ data: [{ ...place, expiresAt, movesSignIn }] })
}

async function ownPerson(tx: Tx, actor: Actor, personId: string) {
  refuseUnless(mayAdminister(actor), 'forbidden')
  const person = await tx.person.findFirst({
    where: { id: personId, municipalityId: actor.municipality.id, homePersonId: null },
    select: { id: true, status: true, erasedAt: true, roles: true, _count: { select: { identities: true } } },
  })
  refuseUnless(person, 'not-found')
  refuseUnless(person.erasedAt === null, 'conflict', { person: 'errors.erased' })
  return { administrator: actor, person }
}

/** A municipality where nobody may give roles is locked out of its own house. */
async function keepAnAdministrator(tx: Tx, { municipality }: Staff, leaving: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`administrators:${municipality.id}`}, 0))::text`
  const others = await tx.person.count({
    where: {
      ...{ municipalityId: municipality.id, homePersonId: null, status: 'active', id: { not: leaving } },
      roles: { some: { role: 'municipality_admin' } },
    },
  })
  refuseUnless(others > 0, 'conflict', { 'roles[]': 'errors.lastAdmin' })
}

function note(
  tx: Tx,
  actor: Staff,
  action: string,
  personId: string,
  detail?: { [name: string]: string | string[] },
): Promise<void> {
  return audit(tx, actor, { action, subjectType: 'person', subjectId: personId, detail })
}
