import type { PrismaClient } from '../../generated/prisma/client'

interface Verified {
  /** What is wrong, a line each. */
  faults: string[]
  /** The last entry and its hash, in hexadecimal; null where the trail is empty. */
  head: { number: bigint; hash: string } | null
}

/**
 * Goes through the whole chain, as the owner of the tables. `noted` is `number:hash` as it was printed before: that entry must be there
 * still, for a chain whose end is cut off is a chain all the same.
 */
export async function verifyAudit(prisma: PrismaClient, noted?: string): Promise<Verified> {
  const broken = await prisma.$queryRaw<
    { number: bigint | null; event_id: string; reason: string }[]
  >`SELECT * FROM broken_audit()`
  const faults = broken.map(({ number, event_id: id, reason }) => `entry ${number ?? ''} (${id}): ${reason}`)
  const [last] = await prisma.auditLink.findMany({ orderBy: { number: 'desc' }, take: 1 })
  if (noted) {
    const [, number, hash] = /^(\d+):([0-9a-f]{64})$/.exec(noted) ?? []
    const link = number && (await prisma.auditLink.findUnique({ where: { number: BigInt(number) } }))
    if (!link || Buffer.from(link.hash).toString('hex') !== hash) faults.push(`entry ${noted}: is not there any more`)
  }
  return { faults, head: last ? { number: last.number, hash: Buffer.from(last.hash).toString('hex') } : null }
}
