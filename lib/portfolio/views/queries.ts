import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import type { PortfolioListName } from '../lists/columns'
import type { ViewTab } from './rules'

/** The views of a list that the actor saved, and those that colleagues share. */
export function savedViews(actor: Staff, list: PortfolioListName): Promise<ViewTab[]> {
  return read(actor, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: { municipalityId: actor.municipality.id, list, OR: [{ ownerId: actor.personId }, { isShared: true }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 100,
      select: { id: true, name: true, query: true, ownerId: true, isShared: true, isStandard: true },
    })
    return rows.map(({ ownerId, ...view }) => {
      const isOwn = ownerId === actor.personId
      return { ...view, code: null, isOwn, isStandard: isOwn && view.isStandard }
    })
  })
}
