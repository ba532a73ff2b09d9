import 'server-only'
import type { Operator } from '@/lib/platform/actor'
import { read, worker } from '@/lib/platform/db'

/** Letters that wait to be handed over and that nobody has in hand, the oldest first. For the worker alone. */
export function unsentLetters(): Promise<string[]> {
  return read(worker, async (tx) => {
    const rows = await tx.letter.findMany({
      where: { sentAt: null, failedAt: null, OR: [{ heldUntil: null }, { heldUntil: { lt: new Date() } }] },
      orderBy: { createdAt: 'asc' },
      take: 500,
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  })
}

/** A letter that was not taken at the first try, told without whom it is to. */
export interface TroubledLetter {
  id: string
  municipality: string | null
  at: Date
  attempts: number
  isGivenUp: boolean
  said: string
}

const pageSize = 20

/** Letters that no mail server has taken: those given up, and those that are still tried. */
export function troubledLetters(who: Operator, page: number): Promise<{ letters: TroubledLetter[]; pageCount: number }> {
  return read(who, async (tx) => {
    const rows = await tx.$queryRaw<(TroubledLetter & { count: number })[]>`
      SELECT id, municipality, created_at AS at, attempts, is_given_up AS "isGivenUp", failure AS said, count(*) OVER ()::int AS count
      FROM troubled_letters() ORDER BY is_given_up DESC, created_at DESC, id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`
    return {
      letters: rows.map(({ count: _, ...row }) => row),
      pageCount: Math.max(1, Math.ceil((rows[0]?.count ?? 0) / pageSize)),
    }
  })
}
