import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { mayConnect } from '@/lib/connections/policy'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'

const daysValid = 365
/** Two at a time: the one in use, and the one that takes its place. */
const mostAtATime = 2

export const hashOfKey = (key: string) => new Uint8Array(createHash('sha256').update(key).digest())

/** Makes a key for the directory at a door in use. Gives it, this once: only its hash is kept. */
export function makeToken(actor: Actor, { connectionId }: { connectionId: string }): Promise<string> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayConnect(actor), 'forbidden')
    const municipalityId = actor.municipality.id
    await tx.$queryRaw`SELECT id FROM identity_provider WHERE id = ${connectionId}::uuid FOR UPDATE`
    const door = await tx.identityProvider.findFirst({ where: { id: connectionId, municipalityId }, select: { status: true } })
    refuseUnless(door, 'not-found')
    refuseUnless(door.status === 'approved', 'conflict', { key: 'errors.doorNotOpen' })
    const place = { municipalityId, identityProviderId: connectionId }
    const live = await tx.scimToken.count({ where: { ...place, revokedAt: null, expiresAt: { gt: new Date() } } })
    refuseUnless(live < mostAtATime, 'conflict', { key: 'errors.tooManyKeys' })
    const key = `delt-scim-${randomBytes(32).toString('base64url')}`
    const expiresAt = new Date(Date.now() + daysValid * 86_400_000)
    const id = newId()
    await tx.scimToken.createMany({ data: [{ id, ...place, tokenHash: hashOfKey(key), createdBy: actor.personId, expiresAt }] })
    await audit(tx, actor, { action: 'scim.make-key', subjectType: 'scim_token', subjectId: id })
    return key
  })
}

/** Takes a key back: it counts no more from the next request. */
export function revokeToken(actor: Actor, { connectionId, tokenId }: { connectionId: string; tokenId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayConnect(actor), 'forbidden')
    const place = { municipalityId: actor.municipality.id, identityProviderId: connectionId }
    const { count } = await tx.scimToken.updateMany({
      where: { id: tokenId, ...place, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    refuseUnless(count === 1, 'not-found')
    await audit(tx, actor, { action: 'scim.revoke-key', subjectType: 'scim_token', subjectId: tokenId })
  })
}
