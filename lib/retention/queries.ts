import 'server-only'
import { visitor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import type { RetentionKind } from './rules'

/** How long things are kept, in days, as the nightly job goes by it. */
export function retentionPeriods(): Promise<{ kind: RetentionKind; days: number }[]> {
  return read(visitor, async (tx) => {
    const rows = await tx.retentionPeriod.findMany({ orderBy: { position: 'asc' }, select: { kind: true, days: true } })
    return rows as { kind: RetentionKind; days: number }[]
  })
}
