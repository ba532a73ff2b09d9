import 'server-only'
import { signin, type Tx, transaction } from '../db'
import type { Connection } from './providers'
import type { Failure } from './rules'

export interface SignInClaims {
  sub: string
  name?: string
  email?: string
}

/**
 * The person behind a validated token: found by provider and subject, never by e-mail. An unknown one becomes a member where the
 * provider is set up so. A provider opens only for people of its own municipality.
 */
export function identify(connection: Connection, claims: SignInClaims): Promise<{ personId: string } | { rejection: Failure }> {
  return transaction(signin, async (tx) => {
    const identity = await tx.externalIdentity.findUnique({
      where: { identityProviderId_subject: { identityProviderId: connection.id, subject: claims.sub } },
      select: { person: { select: { id: true, status: true, municipalityId: true, email: true } } },
    })
    if (!identity)
      return connection.createsMembers ? { personId: await createMember(tx, connection, claims) } : { rejection: 'ukjent' }
    const { person } = identity
    if (person.municipalityId !== connection.municipalityId) return { rejection: 'feil-kommune' }
    if (person.status === 'deactivated') return { rejection: 'deaktivert' }
    // Invitations are addressed to it, so it follows the provider's register.
    if (claims.email && claims.email !== person.email)
      await tx.person.updateMany({ where: { id: person.id }, data: { email: claims.email } })
    return { personId: person.id }
  })
}

async function createMember(tx: Tx, connection: Connection, claims: SignInClaims): Promise<string> {
  const { id: personId } = await tx.person.create({
    select: { id: true },
    data: {
      municipalityId: connection.municipalityId,
      name: claims.name?.trim().slice(0, 200) || claims.sub,
      email: claims.email,
    },
  })
  await tx.roleAssignment.createMany({ data: [{ personId, role: 'member' }] })
  await tx.externalIdentity.createMany({ data: [{ identityProviderId: connection.id, subject: claims.sub, personId }] })
  await tx.auditEvent.createMany({
    data: [
      {
        municipalityId: connection.municipalityId,
        actorId: personId,
        action: 'person.create',
        subjectType: 'person',
        subjectId: personId,
      },
    ],
  })
  return personId
}
