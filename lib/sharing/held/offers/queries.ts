import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { offeredItems, takenItems } from '../../improvements/input'
import { keptContent, type PartItem } from '../../parts'
import type { Holding } from '../queries'
import type { Given } from '../rules'

/** What has been offered back to the sources of these parts, and waits or was taken; the newest first. */
export async function givenBack(tx: Tx, holdings: readonly Holding[]): Promise<Given[]> {
  const [first] = holdings
  if (!first) return []
  const offers = await tx.improvementOffer.findMany({
    where: {
      municipalityId: first.municipalityId,
      toProjectId: { in: holdings.map((holding) => holding.sourceProjectId) },
      state: { in: ['sent', 'taken'] },
    },
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: { toProjectId: true, kind: true, state: true, items: true, taken: true },
  })
  return offers.flatMap(({ toProjectId, kind, state, items, taken }) => {
    const rows = takenItems.parse(taken)
    return offeredItems.parse(items).flatMap(({ row, item }, place): Given[] => {
      const [offered] = keptContent[kind].parse([item]) as PartItem[]
      const takenAs = rows.find((one) => one.place === place)?.id ?? null
      if (!offered || (state === 'taken' && takenAs === null)) return []
      return [{ sourceProjectId: toProjectId, kind, rowId: row, item: offered, isWaiting: state === 'sent', takenAs }]
    })
  })
}
