import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { signin, type Tx, transaction } from '../db'
import { logFault } from '../log'
import { hasRoom } from '../rate-limit'
import type { Failure } from './rules'

/** Writes in the trail what somebody did by signing in. */
export async function noteOfPerson(
  tx: Tx,
  municipalityId: string | null,
  personId: string,
  action: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  await tx.auditEvent.createMany({
    data: [{ municipalityId, actorId: personId, action, subjectType: 'person', subjectId: personId, detail }],
  })
}

/** Notes that somebody was not let in, where nobody knows who it was. A trail that cannot be written keeps nobody from being told why. */
export function noteRefusal(
  connection: { id: string; municipalityId: string | null },
  reason: Failure,
  reference?: string,
): Promise<void> {
  return transaction(signin, async (tx) => {
    await tx.auditEvent.createMany({
      data: [
        {
          municipalityId: connection.municipalityId,
          action: 'session.refuse',
          outcome: 'refused',
          subjectType: 'identity_provider',
          subjectId: connection.id,
          detail: { reason, ...(reference && { reference }) },
        },
      ],
    })
  }).catch((error) => void logFault(error, { connection: connection.id, reason }))
}

/** As `noteRefusal`, where whoever is refused tries very often: once a minute from each address. */
export async function noteFlood(connection: { id: string; municipalityId: string | null }): Promise<void> {
  if (await hasRoom('flood-note')) await noteRefusal(connection, 'for-mange')
}
