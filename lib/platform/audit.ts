import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Actor } from './actor'
import type { Tx } from './db'

export interface AuditEntry {
  /** A verb of the product: `project.copy`, `report.publish`. */
  action: string
  subjectType: string
  subjectId: string
  /** The project whose history tells of it. */
  projectId?: string
  detail?: Prisma.InputJsonObject
}

/** Writes the trail of a change, in the transaction of the change. */
export async function audit(tx: Tx, actor: Exclude<Actor, { kind: 'visitor' }>, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.createMany({
    data: [
      {
        municipalityId: actor.kind === 'staff' ? actor.municipality.id : null,
        actorId: actor.personId,
        action: entry.action,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId,
        projectId: entry.projectId,
        detail: entry.detail ?? {},
      },
    ],
  })
}
