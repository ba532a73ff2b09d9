import 'server-only'
import { randomBytes } from 'node:crypto'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Prisma } from '@/generated/prisma/client'
import type { Founder } from '../actor'
import { signin, type Tx, transaction } from '../db'
import { keepSealed, openSealed } from './cookies'
import { setupHash, setupHours } from './setup-link'
import { noteOfPerson } from './trail'

// The way in for somebody whose municipality has no way in yet: a link from an operator, which opens a session for that one thing.

const cookie = 'setup'

const fields = {
  ...{ id: true, personId: true, name: true, email: true, role: true, municipalityId: true, seatedAt: true },
  municipality: { select: { id: true, number: true, displayName: true } },
} satisfies Prisma.SetupInvitationSelect

type Row = Prisma.SetupInvitationGetPayload<{ select: typeof fields }>

export interface Welcome {
  founder: Founder
  /** The last part of the address of their door. */
  door: string
  /** Whether they are somebody who comes in like others by now. */
  isSeated: boolean
}

function welcomeOf({ id, personId, name, role, municipality, seatedAt }: Row): Welcome {
  const place = municipality && { id: municipality.id, number: municipality.number, name: municipality.displayName }
  return {
    founder: { kind: 'founder', personId, setupId: id, name, role, municipality: place },
    door: place?.number ?? 'kommit',
    isSeated: seatedAt !== null,
  }
}

const unused = (id: string) => ({ id, openedAt: null, seatedAt: null, endedAt: null, expiresAt: { gt: new Date() } })

/** Which link this is; null where there is none. The hash itself is never read. */
async function setupOf(tx: Tx, token: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<[{ id: string | null }]>`SELECT setup_of_link(${setupHash(token)}) AS id`
  return found.id
}

/** Whom a link is for; null where it is used, run out or taken back. Looking at it does not use it: mail programs follow links by themselves. */
export function openSetup(token: string): Promise<Welcome | null> {
  return transaction(signin, async (tx) => {
    const id = await setupOf(tx, token)
    const row = id && (await tx.setupInvitation.findFirst({ where: unused(id), select: fields }))
    return row ? welcomeOf(row) : null
  })
}

/** Uses a link: once, and the browser has a session for setting up from then on. Gives whether it did. */
export async function beginSetup(token: string): Promise<boolean> {
  const secret = randomBytes(32).toString('base64url')
  const isBegun = await transaction(signin, async (tx) => {
    const id = await setupOf(tx, token)
    const row = id && (await tx.setupInvitation.findFirst({ where: unused(id), select: fields }))
    if (!row) return false
    const session = { sessionHash: setupHash(secret), sessionExpiresAt: new Date(Date.now() + setupHours * 3_600_000) }
    const { count } = await tx.setupInvitation.updateMany({
      where: unused(row.id),
      data: { openedAt: new Date(), ...session },
    })
    if (count === 0) return false
    await noteOfPerson(tx, row.municipalityId, row.personId, 'person.setup-open', { role: row.role })
    return true
  })
  if (isBegun) await keepSealed(cookie, secret, setupHours * 3600)
  return isBegun
}

/** Whoever sets up in this browser, also when they are done; null where the session is over or was taken back. Read once a request. */
export const welcome = cache(async (): Promise<Welcome | null> => {
  const secret = await openSealed(cookie)
  if (!secret) return null
  return transaction(signin, async (tx) => {
    const [{ id }] = await tx.$queryRaw<[{ id: string | null }]>`SELECT setup_of_session(${setupHash(secret)}) AS id`
    const where = { endedAt: null, sessionExpiresAt: { gt: new Date() } }
    const row = id && (await tx.setupInvitation.findFirst({ where: { id, ...where }, select: fields }))
    return row ? welcomeOf(row) : null
  })
})

/** Whoever may set up a connection from this browser now. */
export async function founder(): Promise<Founder | null> {
  const found = await welcome()
  return found && !found.isSeated ? found.founder : null
}

/** As `founder`, for a page: others are told where links come from. */
export async function requireFounder(): Promise<Founder> {
  return (await founder()) ?? redirect('/kom-i-gang')
}

interface Place {
  connectionId: string
  subject: string
  /** As the provider says it; empty where it says nothing. */
  email: string
}

/** Who a founder was when they tried their connection: they come in as that when it is approved. */
export async function rememberFounder(
  tx: Tx,
  { setupId }: Founder,
  { connectionId, subject }: Omit<Place, 'email'>,
): Promise<void> {
  await tx.setupInvitation.updateMany({ where: { id: setupId }, data: { connectionId, subject } })
}

/** Makes whoever comes in by an approved door the one who was sent the link; null where the link counts no longer or is another's. */
export async function takeSeat(tx: Tx, setupId: string, place: Place): Promise<string | null> {
  const row = await tx.setupInvitation.findUnique({ where: { id: setupId }, select: fields })
  const isAnother = place.email !== '' && place.email.toLowerCase() !== row?.email.toLowerCase()
  if (!row || isAnother) return null
  const [seat] = await tx.$queryRaw<[{ person: string | null }]>`
    SELECT seat_founder(${setupId}::uuid, ${place.connectionId}::uuid, ${place.subject}) AS person`
  if (seat.person) await noteOfPerson(tx, row.municipalityId, seat.person, 'person.seat', { role: row.role })
  return seat.person
}
