import 'server-only'
import { read, worker } from '@/lib/platform/db'
import { type GatheringCadence, lastDue } from './rules'

/** When the round is of that nobody has begun; null where the last one has been. For the worker alone. */
export function roundDue(cadence: GatheringCadence, now = new Date()): Promise<Date | null> {
  return read(worker, async (tx) => {
    const due = lastDue(cadence, now)
    const begun = await tx.letterRound.count({ where: { cadence, dueAt: { gte: due } } })
    return begun > 0 ? null : due
  })
}
