import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { ClientAuthentication, ConnectionKind, ConnectionStatus, Provisioning, Role } from '@/generated/prisma/enums'
import { config } from '../config'
import { signin, type Tx, transaction } from '../db'
import { reveal } from '../vault'
import type { Requirements } from './profiles'

/** A door as the protocol needs it. */
export interface Connection extends Requirements {
  id: string
  issuer: string
  clientId: string
  authentication: ClientAuthentication
  clientSecret: string | null
  /** The key the app signs with; its public half is published before it is used. */
  signingKey: { kid: string; privateJwk: JsonWebKey } | null
  municipalityId: string | null
  /** The last part of the address of its page: the municipality's number, or `kommit`. */
  door: string
  status: ConnectionStatus
  provisioning: Provisioning
  /** Counts its changes. */
  version: number
}

/** A door as the reader sees it. */
export interface Door {
  connectionId: string
  kind: ConnectionKind
  /** Whether it is one that small municipalities have together. */
  isShared: boolean
}

const connectionFields = {
  ...{ issuer: true, clientId: true, municipalityId: true, kind: true, authentication: true, directoryId: true },
  ...{ minimumAcr: true, admitsGuests: true, roleClaim: true, roleMap: true, provisioning: true, status: true },
  ...{ version: true, isShared: true },
  municipality: { select: { number: true, organisationNumber: true } },
} satisfies Prisma.IdentityProviderSelect

/** The connection with this id, whatever its status, or null. */
export function findConnection(id: string): Promise<Connection | null> {
  return transaction(signin, async (tx) => {
    const row = await tx.identityProvider.findUnique({
      where: { id },
      select: connectionFields,
    })
    if (!row) return null
    const { issuer, clientId, municipalityId, kind, authentication, directoryId, minimumAcr, admitsGuests } = row
    const { roleClaim, provisioning, status, version, isShared } = row
    return {
      ...{ id, issuer, clientId, municipalityId, kind, authentication, directoryId, minimumAcr, admitsGuests },
      ...{ roleClaim, provisioning, status, version, isShared },
      roleMap: row.roleMap as Record<string, Role>,
      organisationNumber: row.municipality?.organisationNumber ?? null,
      door: row.municipality?.number ?? 'kommit',
      ...(await secretsOf(tx, id)),
    }
  })
}

interface Sealed {
  clientSecret: Uint8Array | null
  keyId: string | null
  privateKey: Uint8Array | null
}

/** What the app proves itself with. The database gives it for one connection at a time, to the sign-in alone. */
async function secretsOf(tx: Tx, id: string): Promise<Pick<Connection, 'clientSecret' | 'signingKey'>> {
  const [sealed] = await tx.$queryRaw<Sealed[]>`
    SELECT client_secret AS "clientSecret", key_id AS "keyId", private_key AS "privateKey" FROM secrets_of_connection(${id}::uuid)`
  const { clientSecret = null, keyId = null, privateKey = null } = sealed ?? {}
  const { keyring } = config()
  return {
    clientSecret: clientSecret && reveal(clientSecret, id, keyring),
    signingKey:
      keyId && privateKey ? { kid: keyId, privateJwk: JSON.parse(reveal(privateKey, keyId, keyring)) as JsonWebKey } : null,
  }
}

/** Whom the doors that many share are for: those that take part and have never had one of their own, whose rules they would step around. */
export const servedByShared = {
  participation: { isNot: null },
  identityProviders: { none: { approvedAt: { not: null } } },
} satisfies Prisma.MunicipalityWhereInput

const mostDoors = 10
const doorFields = { id: true, kind: true, isShared: true } as const

/**
 * The doors of a municipality (by its number), or of KommIT (null), the latest first: an old one stays until it is closed. One that takes
 * part and has never had a door of its own, has those that such municipalities share.
 */
export function doorsOf(municipalityNumber: string | null): Promise<Door[]> {
  return transaction(signin, async (tx) => {
    const place = municipalityNumber === null ? { municipalityId: null } : { municipality: { number: municipalityNumber } }
    const own = await tx.identityProvider.findMany({
      where: { ...place, isShared: false, status: 'approved' },
      orderBy: { approvedAt: 'desc' },
      take: mostDoors,
      select: doorFields,
    })
    const shared = own.length === 0 && municipalityNumber !== null ? await sharedDoors(tx, municipalityNumber) : []
    return [...own, ...shared].map(({ id, kind, isShared }) => ({ connectionId: id, kind, isShared }))
  })
}

async function sharedDoors(tx: Tx, number: string) {
  const isServed = await tx.municipality.count({
    where: { number, ...servedByShared },
  })
  if (isServed === 0) return []
  const where = { isShared: true, status: 'approved' } as const
  return tx.identityProvider.findMany({ where, orderBy: { approvedAt: 'desc' }, take: mostDoors, select: doorFields })
}

/** The door that was chosen among those of a municipality, else its latest; null when it has none yet. */
export async function doorOf(municipalityNumber: string | null, chosen = ''): Promise<Door | null> {
  const doors = await doorsOf(municipalityNumber)
  return doors.find(({ connectionId }) => connectionId === chosen) ?? doors[0] ?? null
}

/** The public halves of the keys of a connection, as its provider fetches them; null where there is no such connection. */
export function publishedKeys(connectionId: string): Promise<JsonWebKey[] | null> {
  return transaction(signin, async (tx) => {
    const row = await tx.identityProvider.findUnique({
      where: { id: connectionId },
      select: { keys: { where: { retiredAt: null }, orderBy: { createdAt: 'asc' }, select: { publicJwk: true } } },
    })
    return row?.keys.map(({ publicJwk }) => publicJwk as JsonWebKey) ?? null
  })
}
