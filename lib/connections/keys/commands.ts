import 'server-only'
import { transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { addKey, changeable, changed, note, secretOf, type Target } from '../editing'
import type { Connecting } from '../policy'

/** Replaces the client secret of a connection; the new one is used from the next sign-in. A draft must be tried anew. */
export function replaceSecret(
  actor: Connecting,
  { connectionId, clientSecret }: Target & { clientSecret: string },
): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, connectionId)
    await tx.identityProvider.update({
      where: { id: row.id },
      select: { id: true },
      data: { ...secretOf(row.id, clientSecret), ...changed(row) },
    })
    await note(tx, actor, 'connection.secret', row.id)
  })
}

/** Publishes a new key beside the one in use. It is used once it is activated, when the provider has it. */
export function makeKey(actor: Connecting, { connectionId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, connectionId)
    const waiting = await tx.clientKey.count({ where: { identityProviderId: row.id, activatedAt: null, retiredAt: null } })
    refuseUnless(waiting === 0, 'conflict')
    await addKey(tx, row.id, { isActive: false })
    await note(tx, actor, 'connection.key', row.id, { step: 'made' })
  })
}

/** From now on the app signs with this key. Those before it stay published until they are retired. */
export function activateKey(actor: Connecting, { connectionId, keyId }: Target & { keyId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, connectionId)
    const { count } = await tx.clientKey.updateMany({
      where: { id: keyId, identityProviderId: row.id, activatedAt: null, retiredAt: null },
      data: { activatedAt: new Date() },
    })
    refuseUnless(count === 1, 'not-found')
    await tx.identityProvider.update({ where: { id: row.id }, select: { id: true }, data: changed(row) })
    await note(tx, actor, 'connection.key', row.id, { step: 'activated', key: keyId })
  })
}

/** Takes an older key out of what is published. The one in use cannot be. */
export function retireKey(actor: Connecting, { connectionId, keyId }: Target & { keyId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, connectionId)
    const inUse = await tx.clientKey.findFirst({
      where: { identityProviderId: row.id, activatedAt: { not: null }, retiredAt: null },
      orderBy: { activatedAt: 'desc' },
      select: { id: true },
    })
    refuseUnless(inUse?.id !== keyId, 'conflict')
    const { count } = await tx.clientKey.updateMany({
      where: { id: keyId, identityProviderId: row.id, retiredAt: null },
      data: { retiredAt: new Date() },
    })
    refuseUnless(count === 1, 'not-found')
    await note(tx, actor, 'connection.key', row.id, { step: 'retired', key: keyId })
  })
}
