import 'server-only'
import { transaction, worker } from '@/lib/platform/db'
import { documentKey } from '@/lib/platform/files/keys'
import { deleteFile } from '@/lib/platform/files/storage'
import { logFault } from '@/lib/platform/log'

/**
 * Ends sessions that have run out unseen, and clears what is kept no longer; how long, the table `retention_period` says. Gives how many rows.
 * Doing it twice is doing it once.
 */
export function clearOutdated(): Promise<number> {
  return transaction(worker, async (tx) => {
    await tx.$queryRaw`SELECT end_outdated_sessions()`
    const [answer] = await tx.$queryRaw<{ rows: bigint }[]>`SELECT clear_outdated() AS rows`
    return Number(answer?.rows ?? 0)
  })
}

/** Removes deleted projects and documents whose time is over, and then their files. Bytes that cannot be removed are logged: nobody can reach them. */
export async function removeDeleted(): Promise<void> {
  const files = await transaction(
    worker,
    (tx) => tx.$queryRaw<{ municipality_id: string; stored_id: string }[]>`SELECT * FROM remove_deleted()`,
    { timeout: 120_000 },
  )
  for (const { municipality_id: municipalityId, stored_id: storedId } of files) {
    const key = documentKey(municipalityId, storedId)
    await deleteFile(key).catch((error: unknown) => logFault(error, { key }))
  }
}
