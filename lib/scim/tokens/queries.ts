import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'

export interface TokenRow {
  id: string
  by: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  isOver: boolean
}

/** The keys of the directory at one door of the municipality, those that count first. Never the keys themselves. */
export function scimTokens(who: Staff, identityProviderId: string): Promise<TokenRow[]> {
  return read(who, async (tx) => {
    const rows = await tx.scimToken.findMany({
      where: { municipalityId: who.municipality.id, identityProviderId },
      orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
      take: 20,
      select: {
        id: true,
        createdAt: true,
        expiresAt: true,
        lastUsedAt: true,
        revokedAt: true,
        maker: { select: { name: true } },
      },
    })
    const now = new Date()
    return rows.map(({ maker, revokedAt, ...row }) => ({
      ...row,
      by: maker.name,
      isOver: revokedAt !== null || row.expiresAt < now,
    }))
  })
}
