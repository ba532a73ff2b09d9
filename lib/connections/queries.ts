import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { ClientAuthentication, ConnectionKind, ConnectionStatus, Provisioning, Role } from '@/generated/prisma/enums'
import type { Founder, Operator, Staff } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { isUuid } from '@/lib/platform/ids'
import { mayApprove } from './policy'

export interface ConnectionRow {
  id: string
  name: string
  municipality: { name: string; number: string } | null
  kind: ConnectionKind
  issuer: string
  status: ConnectionStatus
  submittedAt: Date | null
  approvedAt: Date | null
  /** Closed by an operator: only an operator opens it again. */
  isClosed: boolean
  /** Sent back by an operator, and waits for the municipality. */
  isReturned: boolean
}

export interface ClientKeyRow {
  id: string
  createdAt: Date
  activatedAt: Date | null
}

/** A connection as its page shows it: never its secrets, only that there are any, and since when. */
export interface ConnectionView extends ConnectionRow {
  clientId: string
  authentication: ClientAuthentication
  directoryId: string | null
  minimumAcr: string | null
  secretChangedAt: Date | null
  hasSecret: boolean
  hasKey: boolean
  keys: ClientKeyRow[]
  provisioning: Provisioning
  admitsGuests: boolean
  roleClaim: string | null
  roleMap: Readonly<Record<string, Role>>
  version: number
  testedAt: Date | null
  testedBy: string | null
  returnedReason: string | null
}

const rowFields = {
  id: true,
  name: true,
  municipality: { select: { displayName: true, number: true } },
  kind: true,
  issuer: true,
  status: true,
  submittedAt: true,
  approvedAt: true,
  closedBy: true,
  returnedReason: true,
} satisfies Prisma.IdentityProviderSelect

function rowOf({
  municipality,
  closedBy,
  returnedReason,
  ...row
}: Prisma.IdentityProviderGetPayload<{ select: typeof rowFields }>): ConnectionRow {
  return {
    ...row,
    isClosed: closedBy !== null,
    isReturned: row.status === 'draft' && returnedReason !== null,
    municipality: municipality && { name: municipality.displayName, number: municipality.number },
  }
}

/** The connections of one's own municipality, those in use first. */
export function ownConnections(who: Staff | Founder): Promise<ConnectionRow[]> {
  return read(who, async (tx) => {
    const where = { municipalityId: who.municipality?.id ?? null }
    return (await tx.identityProvider.findMany({ where, select: rowFields, orderBy: { createdAt: 'desc' }, take: 50 })).map(rowOf)
  })
}

const pageSize = 50

/** Every connection, those that wait for approval first; a page at a time. */
export function allConnections(who: Operator, page: number): Promise<{ rows: ConnectionRow[]; pageCount: number }> {
  return read(who, async (tx) => {
    const count = await tx.identityProvider.count({ where: { status: { not: 'draft' } } })
    const rows = await tx.identityProvider.findMany({
      where: { status: { not: 'draft' } },
      select: rowFields,
      orderBy: [{ status: 'asc' }, { submittedAt: 'asc' }, { name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    })
    return { rows: rows.map(rowOf), pageCount: Math.max(1, Math.ceil(count / pageSize)) }
  })
}

/** Whether the app has a client secret for a connection; the secret itself is for the sign-in alone. */
export async function hasSecret(tx: Tx, id: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<[{ is: boolean }]>`SELECT has_client_secret(${id}::uuid) AS "is"`
  return found.is
}

/** One connection, for its own municipality or an operator; null where there is none that the actor may see. */
export function connectionView(who: Staff | Operator | Founder, id: string): Promise<ConnectionView | null> {
  if (!isUuid(id)) return Promise.resolve(null)
  return read(who, async (tx) => {
    const row = await tx.identityProvider.findFirst({
      where: {
        id,
        ...(mayApprove(who) ? { status: { not: 'draft' as const } } : { municipalityId: who.municipality?.id ?? null }),
      },
      select: {
        ...rowFields,
        ...{
          clientId: true,
          authentication: true,
          directoryId: true,
          minimumAcr: true,
          secretChangedAt: true,
          provisioning: true,
        },
        ...{
          admitsGuests: true,
          roleClaim: true,
          roleMap: true,
          version: true,
          testedAt: true,
          testedBy: true,
          returnedReason: true,
        },
        keys: {
          where: { retiredAt: null },
          orderBy: { createdAt: 'asc' },
          select: { id: true, createdAt: true, activatedAt: true },
        },
      },
    })
    if (!row) return null
    const { roleMap, ...rest } = row
    return {
      ...rest,
      ...rowOf(row),
      hasSecret: await hasSecret(tx, id),
      hasKey: row.keys.some((key) => key.activatedAt !== null),
      roleMap: roleMap as Record<string, Role>,
    }
  })
}
