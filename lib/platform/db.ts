import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Actor, Founder } from './actor'
import { config } from './config'
import { correlationId, newReference } from './correlation'
import { refuseUnless } from './refusal'

export type Tx = Prisma.TransactionClient

/** The sign-in itself, before it is known who comes: may touch doors, identities and sessions, nothing a municipality owns. */
export const signin = { kind: 'signin' } as const

/** The program that writes and hands over letters: sees what is to be done, and reads nothing but as the person it writes to. */
export const worker = { kind: 'worker' } as const

/** The directory of a municipality, which keeps its people up to date and sees nothing else. */
export interface Provisioner {
  kind: 'provisioner'
  municipalityId: string
}

type Viewer = Actor | Founder | Provisioner | typeof signin | typeof worker

const globals = globalThis as typeof globalThis & { deltPrisma?: PrismaClient }

function client(): PrismaClient {
  // Kept on globalThis: hot reload would otherwise open a new pool at every change.
  globals.deltPrisma ??= new PrismaClient({
    // The adapter drops the offset of instants, so sessions must speak UTC.
    adapter: new PrismaPg({
      connectionString: config().databaseUrl,
      max: config().databasePoolSize,
      options: '-c TimeZone=UTC',
      connectionTimeoutMillis: 3000,
    }),
  })
  return globals.deltPrisma
}

/**
 * Runs `work` in one transaction in which the database knows who is asking, and only for that transaction.
 * Row-level security shows and takes what that viewer may see and write; everything is undone when `work` throws, or takes longer than it may.
 */
export function transaction<T>(
  actor: Viewer,
  work: (tx: Tx) => Promise<T>,
  { timeout = 15_000 }: { timeout?: number } = {},
): Promise<T> {
  return client().$transaction(
    async (tx) => {
      await actAs(tx, actor)
      return work(tx)
    },
    { maxWait: 5000, timeout },
  )
}

/**
 * Tells the database who is asking, for what is left of the transaction. It holds that against its tables: refuses with `forbidden` whoever
 * is no longer, or never was, who the actor says.
 */
export async function actAs(tx: Tx, actor: Viewer): Promise<void> {
  const { kind, municipalityId, personId } = claimOf(actor)
  const [claim] = await tx.$queryRaw<[{ holds: boolean }]>`
    SELECT act_as(${kind}, ${municipalityId}::uuid, ${personId}::uuid, ${correlationId() ?? newReference()}) AS holds`
  refuseUnless(claim.holds, 'forbidden')
}

/** What the program says of whoever asks. Of an advisor who was let in, no more than from which seat: the rest is for the database to find, or not. */
function claimOf(actor: Viewer) {
  const personId = 'personId' in actor ? actor.personId : null
  if (actor.kind === 'staff' && actor.advisor) return { kind: 'seat', municipalityId: null, personId }
  const municipalityId =
    actor.kind === 'provisioner' ? actor.municipalityId : ('municipality' in actor && actor.municipality?.id) || null
  return { kind: actor.kind === 'staff' && actor.home ? 'guest' : actor.kind, municipalityId, personId }
}

/** Runs `work` where deleted projects are seen as well; everything else in the transaction goes on without them. */
export async function withDeleted<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SELECT set_config('delt.deleted', 'shown', true)`
  const result = await work()
  await tx.$executeRaw`SELECT set_config('delt.deleted', '', true)`
  return result
}

/** As `transaction`, for what only reads: the name says so to the reader. */
export const read = transaction
