import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Founder, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { newClientKey } from '@/lib/platform/auth/client-keys'
import { config } from '@/lib/platform/config'
import type { Tx } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { hide } from '@/lib/platform/vault'
import { type Connecting, mayConnect } from './policy'
import { hasSecret } from './queries'

export interface Target {
  connectionId: string
}

/** A connection of the actor's own municipality, held until the transaction ends. Refuses with `conflict` where it is not as it was opened. */
export async function changeable(tx: Tx, actor: Connecting, id: string, version?: number) {
  refuseUnless(mayConnect(actor), 'forbidden')
  await tx.$queryRaw`SELECT id FROM identity_provider WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.identityProvider.findFirst({
    where: { id, municipalityId: actor.municipality?.id ?? null },
    select: {
      ...{ id: true, kind: true, municipalityId: true, status: true, version: true, clientId: true, minimumAcr: true },
      ...{ authentication: true, directoryId: true, approvedAt: true, closedBy: true, testedAt: true },
      _count: { select: { keys: { where: { activatedAt: { not: null }, retiredAt: null } } } },
    },
  })
  refuseUnless(row, 'not-found')
  refuseUnless(version === undefined || row.version === version, 'conflict')
  return { ...row, hasSecret: await hasSecret(tx, id) }
}

/** One more change. Until it has been approved, what was tried before is not what stands there now. */
export function changed({ approvedAt }: { approvedAt: Date | null }) {
  const untried = { testedAt: null, testedBy: null, submittedAt: null, status: 'draft' as const }
  return { version: { increment: 1 }, ...(approvedAt === null && untried) }
}

/** A client secret as it is stored. */
export function secretOf(id: string, clientSecret: string) {
  return { clientSecretEncrypted: hide(clientSecret, id, config().keyring), secretChangedAt: new Date() }
}

/** Makes and publishes a key. */
export async function addKey(tx: Tx, identityProviderId: string, { isActive }: { isActive: boolean }): Promise<void> {
  const { kid, publicJwk, privateJwk } = await newClientKey()
  const privateKeyEncrypted = hide(JSON.stringify(privateJwk), kid, config().keyring)
  const activatedAt = isActive ? new Date() : null
  await tx.clientKey.createMany({
    data: [{ id: kid, identityProviderId, publicJwk: publicJwk as Prisma.InputJsonObject, privateKeyEncrypted, activatedAt }],
  })
}

export function note(tx: Tx, actor: Connecting, action: string, id: string, detail?: Prisma.InputJsonObject): Promise<void> {
  return audit(tx, actor as Staff | Founder, { action, subjectType: 'identity_provider', subjectId: id, detail })
}
