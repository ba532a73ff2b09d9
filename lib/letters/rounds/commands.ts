import 'server-only'
import { transaction, worker } from '@/lib/platform/db'
import type { GatheringCadence } from './rules'

/** Notes that every letter of a round has been asked for. Whoever dies before that leaves the round to be begun again. For the worker alone. */
export function noteRound(cadence: GatheringCadence, dueAt: Date): Promise<void> {
  return transaction(worker, async (tx) => {
    await tx.letterRound.updateMany({ where: { cadence }, data: { dueAt } })
  })
}
