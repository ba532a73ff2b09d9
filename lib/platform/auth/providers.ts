import 'server-only'
import { config } from '../config'
import { signin, transaction } from '../db'
import { unseal } from '../secrets'

/** A door as the protocol needs it. */
export interface Connection {
  id: string
  issuer: string
  clientId: string
  clientSecret: string
  municipalityId: string | null
  /** The last part of the address of its page: the municipality's number, or `kommit`. */
  door: string
  createsMembers: boolean
}

/** A door as the reader sees it. */
export interface Door {
  connectionId: string
  name: string
}

/** The approved connection with this id, or null. */
export function findConnection(id: string): Promise<Connection | null> {
  return transaction(signin, async (tx) => {
    const row = await tx.identityProvider.findFirst({
      where: { id, status: 'approved' },
      include: { municipality: { select: { number: true } } },
    })
    if (!row) return null
    const { issuer, clientId, municipalityId, createsMembers } = row
    const door = row.municipality?.number ?? 'kommit'
    return {
      id,
      issuer,
      clientId,
      municipalityId,
      createsMembers,
      door,
      clientSecret: unseal(row.clientSecretEncrypted, id, config().authSecret),
    }
  })
}

/** The door of a municipality (by its number), or of KommIT (null); null when it has none yet. */
export function doorOf(municipalityNumber: string | null): Promise<Door | null> {
  return transaction(signin, async (tx) => {
    const row = await tx.identityProvider.findFirst({
      where: {
        status: 'approved',
        ...(municipalityNumber === null ? { municipalityId: null } : { municipality: { number: municipalityNumber } }),
      },
      orderBy: { createdAt: 'desc' },
      select: { id: true, name: true },
    })
    return row && { connectionId: row.id, name: row.name }
  })
}
