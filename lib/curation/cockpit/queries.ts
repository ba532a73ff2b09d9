import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { dateInNorway, today } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { mayCurate } from '../policy'
import { needs } from './needs/queries'
import { mostNeeded, type ShownNeed } from './rules'

/** The ten things that most need an advisor this week, first those that no colleague is on; null for others than advisors. Ten queries. */
export function cockpit(actor: Actor): Promise<ShownNeed[] | null> {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const found = await needs(tx)
    const marks = await tx.needMark.findMany({
      where: { OR: found.map(({ kind, subject }) => ({ kind, subject })) },
      select: {
        kind: true,
        subject: true,
        state: true,
        version: true,
        markedAt: true,
        markedBy: true,
        person: { select: { name: true } },
      },
    })
    const shown = found.map((need): ShownNeed => {
      const mark = marks.find(({ kind, subject }) => kind === need.kind && subject === need.subject)
      const taken = mark?.state === 'taken' && {
        ...{ by: mark.person.name, isMine: mark.markedBy === actor.personId, on: dateInNorway(mark.markedAt) },
      }
      return { ...need, taken: taken || null, version: mark?.version ?? 0 }
    })
    const isOurs = ({ taken }: ShownNeed) => taken === null || taken.isMine
    const first = mostNeeded(shown.filter(isOurs), today())
    const others = mostNeeded(
      shown.filter((need) => !isOurs(need)),
      today(),
    )
    return [...first, ...others].slice(0, 10)
  })
}
