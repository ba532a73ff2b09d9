import type { PrismaClient } from '../../generated/prisma/client'
import { hide, type Keyring, keyOf, reveal } from '../../lib/platform/vault'

async function hidden(prisma: Pick<PrismaClient, 'identityProvider' | 'clientKey'>) {
  const secrets = await prisma.identityProvider.findMany({
    where: { clientSecretEncrypted: { not: null } },
    select: { id: true, clientSecretEncrypted: true },
  })
  const keys = await prisma.clientKey.findMany({ select: { id: true, privateKeyEncrypted: true } })
  return { secrets: secrets.flatMap(({ id, clientSecretEncrypted: bytes }) => (bytes ? [{ id, bytes }] : [])), keys }
}

/** How many stored secrets rest on each key, by the name of the key. */
export async function keysInUse(prisma: PrismaClient): Promise<Map<string, number>> {
  const { secrets, keys } = await hidden(prisma)
  const names = [...secrets.map(({ bytes }) => keyOf(bytes)), ...keys.map((key) => keyOf(key.privateKeyEncrypted))]
  return new Map([...new Set(names)].sort().map((name) => [name, names.filter((other) => other === name).length]))
}

/** Hides every stored secret anew with the current key, all or none; gives how many. Throws where a key they rest on is gone. */
export function rotateSecrets(prisma: PrismaClient, keyring: Keyring): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const { secrets, keys } = await hidden(tx)
    const anew = (bytes: Uint8Array, id: string) => hide(reveal(bytes, id, keyring), id, keyring)
    for (const { id, bytes } of secrets)
      await tx.identityProvider.update({ where: { id }, data: { clientSecretEncrypted: anew(bytes, id) }, select: { id: true } })
    for (const { id, privateKeyEncrypted } of keys)
      await tx.clientKey.update({
        where: { id },
        data: { privateKeyEncrypted: anew(privateKeyEncrypted, id) },
        select: { id: true },
      })
    return secrets.length + keys.length
  })
}
