import 'server-only'
import { config } from '../config'
import { signin, type Tx, transaction } from '../db'
import { isUuid } from '../ids'
import { seal, unseal } from '../secrets'
import { endThese } from './session-store'
import { noteOfPerson } from './trail'

export interface Invitation {
  id: string
  expiresAt: Date
  /** The secret part of its link: sealed, so that nobody can make one, and nothing is stored that could be used. */
  token: string
}

const purpose = 'person-invitation'

/** An invitation with its link. */
export function invitationOf({ id, expiresAt }: { id: string; expiresAt: Date }): Invitation {
  return { id, expiresAt, token: Buffer.from(seal(id, purpose, config().authSecret)).toString('base64url') }
}

/** Which invitation a link is for; null where it is not genuine. */
export function invitationId(token: string): string | null {
  if (token.length > 200) return null
  try {
    const id = unseal(Buffer.from(token, 'base64url'), purpose, config().authSecret)
    return isUuid(id) ? id : null
  } catch {
    return null
  }
}

/** Who is invited, and to where; null where the invitation is used, run out or taken back. */
export function openInvitation(
  token: string,
): Promise<{ id: string; name: string; municipality: { name: string; number: string } } | null> {
  const id = invitationId(token)
  if (!id) return Promise.resolve(null)
  return transaction(signin, async (tx) => {
    const found = await validInvitation(tx, id)
    if (!found) return null
    const { person, municipality } = found
    return { id, name: person.name, municipality: { name: municipality.displayName, number: municipality.number } }
  })
}

/** The invitation, where it still counts. */
export function validInvitation(tx: Tx, id: string) {
  return tx.personInvitation.findFirst({
    where: { id, usedAt: null, expiresAt: { gt: new Date() }, person: { status: { not: 'deactivated' } } },
    select: {
      id: true,
      municipalityId: true,
      movesSignIn: true,
      person: { select: { id: true, status: true, municipalityId: true, email: true, name: true } },
      municipality: { select: { displayName: true, number: true } },
    },
  })
}

interface Place {
  connectionId: string
  municipalityId: string | null
  subject: string
  /** As the provider says it; empty where it says nothing. */
  email: string
}

type Known = { id: string; status: string } | null

/**
 * Binds whoever came in to the person the municipality invited: once, and only through a door of that municipality. Somebody who has
 * knocked at the door before and waits becomes the one invited; somebody who is known otherwise stays who they are. Where the provider
 * knows another address than the one invited, the administrator decides: links are passed on.
 */
export async function acceptInvitation(tx: Tx, id: string, place: Place, known: Known) {
  const invitation = await validInvitation(tx, id)
  if (!invitation || invitation.municipalityId !== place.municipalityId) return null
  const { person, movesSignIn } = invitation
  if (known && !(await isNewcomer(tx, known, person.id))) return null
  if (!movesSignIn && (await tx.externalIdentity.count({ where: { personId: person.id } })) > 0) return null
  const { count } = await tx.personInvitation.updateMany({ where: { id, usedAt: null }, data: { usedAt: new Date() } })
  if (count === 0) return null
  if (known) await forgetNewcomer(tx, known.id)
  if (movesSignIn) await letGoOfEarlier(tx, person.id)
  const isAnother = person.email !== null && place.email !== '' && place.email.toLowerCase() !== person.email.toLowerCase()
  const status = isAnother ? ('pending' as const) : ('active' as const)
  const identity = { identityProviderId: place.connectionId, subject: place.subject, personId: person.id }
  await tx.externalIdentity.createMany({ data: [identity] })
  await tx.person.updateMany({ where: { id: person.id }, data: { status } })
  const action = movesSignIn ? 'person.move' : 'person.accept'
  await noteOfPerson(tx, place.municipalityId, person.id, action, isAnother ? { waits: 'email' } : {})
  return { ...person, status }
}

/** Somebody whom the door itself has made, and nobody has let in: there is nothing of theirs to lose. */
async function isNewcomer(tx: Tx, { id, status }: { id: string; status: string }, invited: string): Promise<boolean> {
  if (status !== 'pending' || id === invited) return false
  const row = await tx.person.findUnique({ where: { id }, select: { _count: { select: { roles: true, invitedAs: true } } } })
  return row?._count.roles === 0 && row._count.invitedAs === 0
}

async function forgetNewcomer(tx: Tx, id: string): Promise<void> {
  await tx.externalIdentity.deleteMany({ where: { personId: id } })
  await tx.person.deleteMany({ where: { id } })
}

/** The way somebody came in before is closed to whoever may still have it. */
async function letGoOfEarlier(tx: Tx, personId: string): Promise<void> {
  await endThese(tx, { personId }, 'moved')
  await tx.externalIdentity.deleteMany({ where: { personId } })
}
