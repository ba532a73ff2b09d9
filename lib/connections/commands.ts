import 'server-only'
import type { z } from 'zod'
import type { Staff } from '@/lib/platform/actor'
import { askMetadata } from '@/lib/platform/auth/oidc'
import { endThese } from '@/lib/platform/auth/session-store'
import { transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { logFault } from '@/lib/platform/log'
import { hasRoom } from '@/lib/platform/rate-limit'
import { refuseUnless } from '@/lib/platform/refusal'
import { addKey, changeable, changed, note, secretOf, type Target } from './editing'
import type { accessForm, clientForm, newConnectionForm } from './input'
import { type Connecting, mayConnect } from './policy'
import { authenticationsOf, isClientComplete, issuerOf, kindOfIssuer } from './rules'

const porten = ['idporten', 'ansattporten']

/**
 * Begins a connection: asks the provider what it is, and keeps a draft. An address that does not answer, leads inside, or names another
 * issuer is refused beside its field, in the same words: only the log says which, lest the form becomes a way to look inside.
 */
export async function createConnection(actor: Connecting, input: z.output<typeof newConnectionForm>): Promise<string> {
  refuseUnless(mayConnect(actor), 'forbidden')
  refuseUnless(await hasRoom('connection-check', actor), 'conflict', { kind: 'errors.tooManyChecks' })
  const [issuer, id] = [issuerOf(input), newId()]
  const demanded = kindOfIssuer(issuer)
  refuseUnless(demanded === null || demanded === input.kind, 'conflict', { issuer: `errors.issuerIs.${demanded}` })
  const field = input.kind === 'entra' ? 'directoryId' : porten.includes(input.kind) ? 'environment' : 'issuer'
  const isFound = await askMetadata({ issuer, clientId: id }).then(
    () => true,
    (error) => {
      logFault(error, { connection: 'new', municipality: actor.municipality?.number ?? 'kommit' })
      return false
    },
  )
  refuseUnless(isFound, 'conflict', { [field]: 'errors.issuer' })
  return transaction(actor, async (tx) => {
    await tx.identityProvider.createMany({
      data: [
        {
          ...{
            id,
            issuer,
            kind: input.kind,
            clientId: '',
            municipalityId: actor.municipality?.id ?? null,
            name: actor.municipality?.name ?? 'KommIT',
          },
          directoryId: input.kind === 'entra' ? input.directoryId.toLowerCase() : null,
          minimumAcr: actor.municipality === null ? 'high' : porten.includes(input.kind) ? 'substantial' : null,
          authentication: input.kind === 'adfs' ? 'client_secret' : authenticationsOf(input.kind)[0],
          createdBy: actor.personId,
        },
      ],
    })
    await addKey(tx, id, { isActive: true })
    await note(tx, actor, 'connection.create', id, { kind: input.kind, issuer })
    return id
  })
}

/** Says who the app is at the provider. What is changed must be tried anew. */
export function saveClient(actor: Connecting, input: z.output<typeof clientForm>): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, input.connectionId, input.version)
    refuseUnless(row.approvedAt === null, 'conflict')
    const mayProve = authenticationsOf(row.kind).includes(input.authentication)
    refuseUnless(mayProve, 'conflict', { authentication: 'errors.unknown' })
    const isPorten = porten.includes(row.kind)
    // Those of KommIT see what many share: their door always has a level.
    const hasLevel = row.municipalityId !== null || input.minimumAcr !== ''
    refuseUnless(hasLevel, 'conflict', { minimumAcr: 'errors.required' })
    refuseUnless(!isPorten || ['substantial', 'high'].includes(input.minimumAcr), 'conflict', { minimumAcr: 'errors.unknown' })
    refuseUnless(input.authentication !== 'client_secret' || input.clientSecret !== '' || row.hasSecret, 'conflict', {
      clientSecret: 'errors.required',
    })
    await tx.identityProvider.update({
      where: { id: row.id },
      select: { id: true },
      data: {
        ...{ clientId: input.clientId, authentication: input.authentication, minimumAcr: input.minimumAcr || null },
        ...(input.clientSecret !== '' && secretOf(row.id, input.clientSecret)),
        ...changed(row),
      },
    })
    await note(tx, actor, 'connection.change', row.id, { clientId: input.clientId, authentication: input.authentication })
  })
}

/** Says who may come in, and what the provider may say of their roles. Counts from the next sign-in, also where the door is in use. */
export function saveAccess(actor: Connecting, input: z.output<typeof accessForm>): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, input.connectionId, input.version)
    // Everybody has ID-porten: it says who somebody is, not that they work here.
    refuseUnless(row.kind !== 'idporten' || input.provisioning === 'off', 'conflict', { provisioning: 'errors.invitedOnly' })
    const pairs = input.map.filter(({ value, role }) => value !== '' && role !== '')
    const roleMap = Object.fromEntries(pairs.map(({ value, role }) => [value, role]))
    refuseUnless(pairs.length === 0 || input.roleClaim !== '', 'conflict', { roleClaim: 'errors.required' })
    const { provisioning, admitsGuests } = input
    await tx.identityProvider.update({
      where: { id: row.id },
      select: { id: true },
      data: {
        ...{
          provisioning,
          admitsGuests: admitsGuests === 'on',
          roleClaim: input.roleClaim || null,
          roleMap,
          version: { increment: 1 },
        },
      },
    })
    await note(tx, actor, 'connection.change', row.id, {
      provisioning,
      roleClaim: input.roleClaim,
      roles: Object.values(roleMap).sort(),
    })
  })
}

/** Sends a connection that has been tried to the operator. */
export function submitConnection(actor: Connecting, { connectionId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, connectionId)
    const isComplete = isClientComplete({ ...row, hasKey: row._count.keys > 0 })
    refuseUnless(row.status === 'draft' && isComplete && row.testedAt !== null, 'conflict')
    const data = { status: 'submitted' as const, submittedAt: new Date(), returnedReason: null }
    await tx.identityProvider.update({ where: { id: row.id }, select: { id: true }, data })
    await note(tx, actor, 'connection.submit', row.id)
  })
}

/** Closes a door: nobody comes in by it, and the sessions of those who have are over. */
export function disableConnection(actor: Connecting, { connectionId }: Target): Promise<void> {
  return setStatus(actor, connectionId, 'approved', 'disabled')
}

/** Opens a door again that was approved before. */
export function enableConnection(actor: Connecting, { connectionId }: Target): Promise<void> {
  return setStatus(actor, connectionId, 'disabled', 'approved')
}

function setStatus(actor: Connecting, id: string, from: 'approved' | 'disabled', to: 'approved' | 'disabled'): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, id)
    refuseUnless(row.status === from && row.approvedAt !== null && row.closedBy === null, 'conflict')
    await tx.identityProvider.update({ where: { id: row.id }, select: { id: true }, data: { status: to } })
    if (to === 'disabled') await endThese(tx, { identityProviderId: row.id }, 'door_closed', (actor as Staff).personId)
    await note(tx, actor, to === 'disabled' ? 'connection.disable' : 'connection.enable', row.id)
  })
}

/** Throws away a connection that was never approved. */
export function discardConnection(actor: Connecting, { connectionId }: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const row = await changeable(tx, actor, connectionId)
    refuseUnless(row.approvedAt === null, 'conflict')
    await tx.clientKey.deleteMany({ where: { identityProviderId: row.id } })
    await tx.identityProvider.delete({ where: { id: row.id }, select: { id: true } })
    await note(tx, actor, 'connection.discard', row.id)
  })
}
