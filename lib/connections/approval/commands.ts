import 'server-only'
import type { Actor, Operator } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { endThese } from '@/lib/platform/auth/session-store'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayApprove } from '../policy'

interface Target {
  connectionId: string
}

/**
 * Takes a door into use: it stays as it is now, and its municipality takes part from today if it did not before. One to the same client is
 * closed for it, and those who were known at that are known at this: the provider calls them the same.
 */
export function approveConnection(actor: Actor, { connectionId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { operator, row } = await waiting(tx, actor, connectionId)
    const isClosed =
      row.municipalityId && (await tx.municipalityClosure.count({ where: { municipalityId: row.municipalityId } })) > 0
    refuseUnless(!isClosed, 'conflict', { connection: 'errors.municipalityClosed' })
    await closePredecessors(tx, operator, row)
    await tx.identityProvider.update({
      where: { id: row.id },
      select: { id: true },
      data: { status: 'approved', approvedAt: new Date(), approvedBy: operator.personId, returnedReason: null },
    })
    await seatFounders(tx, operator, row)
    const { municipalityId } = row
    if (municipalityId && !(await tx.participation.findUnique({ where: { municipalityId } })))
      await tx.participation.createMany({ data: [{ municipalityId, joinedOn: dateOf(today()), intro: '' }] })
    await audit(tx, operator, {
      action: 'connection.approve',
      subjectType: 'identity_provider',
      subjectId: row.id,
      municipalityId,
    })
  })
}

/** Sends a connection back to the municipality with the reason. */
export function returnConnection(actor: Actor, { connectionId, reason }: Target & { reason: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { operator, row } = await waiting(tx, actor, connectionId)
    const data = { status: 'draft' as const, submittedAt: null, returnedReason: reason }
    await tx.identityProvider.update({ where: { id: row.id }, select: { id: true }, data })
    const { municipalityId } = row
    await audit(tx, operator, {
      action: 'connection.return',
      subjectType: 'identity_provider',
      subjectId: row.id,
      municipalityId,
      detail: { reason },
    })
  })
}

/** Closes a door that should not be open, whatever its municipality thinks of it; only an operator opens it again. */
export function closeConnection(actor: Actor, { connectionId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayApprove(actor), 'forbidden')
    const row = await tx.identityProvider.findUnique({
      where: { id: connectionId },
      select: { id: true, municipalityId: true, status: true },
    })
    refuseUnless(row, 'not-found')
    refuseUnless(row.status === 'approved' && row.municipalityId !== null, 'conflict')
    await shut(tx, actor, row)
  })
}

/** Opens a door again that an operator closed. */
export function reopenConnection(actor: Actor, { connectionId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayApprove(actor), 'forbidden')
    const row = await tx.identityProvider.findFirst({
      where: { id: connectionId, closedBy: { not: null } },
      select: { id: true, municipalityId: true, issuer: true, clientId: true },
    })
    refuseUnless(row, 'not-found')
    const { id, municipalityId } = row
    const isReplaced = (await tx.identityProvider.count({ where: openAtSameClient(row) })) > 0
    refuseUnless(!isReplaced, 'conflict', { connection: 'errors.doorReplaced' })
    await tx.identityProvider.update({ where: { id }, select: { id: true }, data: { status: 'approved', closedBy: null } })
    await audit(tx, actor, { action: 'connection.enable', subjectType: 'identity_provider', subjectId: id, municipalityId })
  })
}

async function waiting(tx: Tx, actor: Actor, id: string) {
  refuseUnless(mayApprove(actor), 'forbidden')
  await tx.$queryRaw`SELECT id FROM identity_provider WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.identityProvider.findUnique({
    where: { id },
    select: { id: true, municipalityId: true, status: true, issuer: true, clientId: true },
  })
  refuseUnless(row, 'not-found')
  refuseUnless(row.status === 'submitted', 'conflict')
  return { operator: actor, row }
}

/** Whoever tried it by a link of an operator comes in from now on as who they were then. */
async function seatFounders(
  tx: Tx,
  operator: Operator,
  { id, municipalityId }: Pick<Client, 'id' | 'municipalityId'>,
): Promise<void> {
  const where = { connectionId: id, subject: { not: null }, seatedAt: null, endedAt: null }
  for (const founder of await tx.setupInvitation.findMany({ where, select: { id: true, subject: true, role: true } })) {
    const [seat] = await tx.$queryRaw<[{ person: string | null }]>`
      SELECT seat_founder(${founder.id}::uuid, ${id}::uuid, ${founder.subject}) AS person`
    const entry = { action: 'person.seat', subjectType: 'person', municipalityId, detail: { role: founder.role } }
    if (seat.person) await audit(tx, operator, { ...entry, subjectId: seat.person })
  }
}

interface Client {
  id: string
  issuer: string
  clientId: string
  municipalityId: string | null
}

const openAtSameClient = ({ id, issuer, clientId, municipalityId }: Client) =>
  ({ id: { not: id }, issuer, clientId, municipalityId, status: 'approved' }) as const

/** The same client cannot be behind two open doors. */
async function closePredecessors(tx: Tx, operator: Operator, row: Client): Promise<void> {
  for (const { id } of await tx.identityProvider.findMany({ where: openAtSameClient(row), select: { id: true } })) {
    await tx.$queryRaw`SELECT carry_identities(${id}::uuid, ${row.id}::uuid)`
    await shut(tx, operator, { id, municipalityId: row.municipalityId })
  }
}

/** Closes a door, and ends the sessions of those who came in by it. */
async function shut(tx: Tx, operator: Operator, { id, municipalityId }: Pick<Client, 'id' | 'municipalityId'>): Promise<void> {
  const data = { status: 'disabled' as const, closedBy: operator.personId }
  await tx.identityProvider.update({ where: { id }, select: { id: true }, data })
  await endThese(tx, { identityProviderId: id }, 'door_closed', operator.personId)
  await audit(tx, operator, { action: 'connection.disable', subjectType: 'identity_provider', subjectId: id, municipalityId })
}
