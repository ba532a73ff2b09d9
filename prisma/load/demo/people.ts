import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { hide, keyringOf } from '@/lib/platform/vault'
import type { DemoMunicipality } from '../../demo/content'
import { demoEmail } from '../../demo/emails'
import { kommitPeople } from '../../demo/kommit'
import { demoProviders } from '../../demo/providers'
import { found, type RegisteredMunicipality } from './context'

/** The ids of the people of a municipality by key; those of KommIT are under null. */
export type PeopleIds = Map<string | null, Map<string, string>>

export interface Participant {
  municipality: RegisteredMunicipality
  content: DemoMunicipality
}

/** Inserts the people and their roles, and the doors they come in through. */
export async function insertPeople(tx: Tx, participants: Participant[], secret: string): Promise<PeopleIds> {
  const ids: PeopleIds = new Map()
  const people: Prisma.PersonCreateManyInput[] = []
  const roles: Prisma.RoleAssignmentCreateManyInput[] = []
  const add = (
    municipality: RegisteredMunicipality | null,
    group: { key: string; name: string; title: string; roles: readonly Prisma.RoleAssignmentCreateManyInput['role'][] }[],
  ) => {
    const own = new Map(group.map((person) => [person.key, newId()]))
    ids.set(municipality?.number ?? null, own)
    for (const person of group) {
      const id = found(own.get(person.key), person.key)
      people.push({
        ...{ id, municipalityId: municipality?.id ?? null, name: person.name, jobTitle: person.title },
        email: demoEmail(person.name, municipality?.number ?? null),
      })
      roles.push(...[...new Set(person.roles)].map((role) => ({ personId: id, role })))
    }
  }
  for (const { municipality, content } of participants) add(municipality, content.people)
  add(null, kommitPeople)
  await tx.person.createMany({ data: people })
  await tx.roleAssignment.createMany({ data: roles })
  await insertDoors(tx, participants, ids, secret)
  return ids
}

async function insertDoors(tx: Tx, participants: Participant[], people: PeopleIds, secret: string): Promise<void> {
  const municipalities = new Map(participants.map(({ municipality }) => [municipality.number, municipality]))
  const providers: Prisma.IdentityProviderCreateManyInput[] = []
  const identities: Prisma.ExternalIdentityCreateManyInput[] = []
  for (const provider of demoProviders(secret)) {
    const {
      connectionId: id,
      municipalityNumber,
      name,
      issuer,
      clientId,
      clientSecret,
      acr,
      accounts,
      isShared = false,
    } = provider
    const municipality = municipalityNumber === null ? null : found(municipalities.get(municipalityNumber), municipalityNumber)
    providers.push({
      ...{ id, issuer, clientId },
      name: municipality?.displayName ?? name,
      municipalityId: municipality?.id ?? null,
      clientSecretEncrypted: hide(clientSecret, id, keyringOf(process.env.SECRETS_KEYS, secret)),
      minimumAcr: acr ?? null,
      isShared,
      // Nobody is known at it before they come, and then the administrator decides.
      ...(isShared ? ({ kind: 'ansattporten', provisioning: 'pending' } as const) : {}),
      status: 'approved',
      approvedAt: new Date(),
    })
    if (isShared) continue
    const own = found(people.get(municipalityNumber), name)
    identities.push(
      ...accounts.map(({ sub, personKey }) => ({
        identityProviderId: id,
        subject: sub,
        personId: found(own.get(personKey), personKey),
      })),
    )
  }
  await tx.identityProvider.createMany({ data: providers })
  await tx.externalIdentity.createMany({ data: identities })
}

/** Where the demo is there already: its doors follow the ports and the secret of this start. Doors of real providers are not touched. */
export async function renewDoors(tx: Tx, secret: string): Promise<void> {
  for (const { connectionId: id, issuer, clientSecret } of demoProviders(secret)) {
    await tx.identityProvider.updateMany({
      where: { id },
      data: { issuer, clientSecretEncrypted: hide(clientSecret, id, keyringOf(process.env.SECRETS_KEYS, secret)) },
    })
  }
}
