import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import type { Actor, Founder } from './actor'
import type { Tx } from './db'

export interface AuditEntry {
  /** A verb of the product: `project.copy`, `report.publish`. */
  action: string
  subjectType: string
  subjectId: string
  /** The project whose history tells of it. */
  projectId?: string
  detail?: Prisma.InputJsonObject
  /** The municipality it concerns, where an operator acts for it; else it is the actor's own. */
  municipalityId?: string | null
  /** How it went; done where nothing is said. */
  outcome?: 'done' | 'refused'
}

/** Writes the trail of a change, in the transaction of the change. */
export async function audit(tx: Tx, actor: Exclude<Actor, { kind: 'visitor' }> | Founder, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.createMany({
    data: [
      {
        municipalityId: 'municipality' in actor ? (actor.municipality?.id ?? null) : (entry.municipalityId ?? null),
        actorId: actor.personId,
        action: entry.action,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId,
        projectId: entry.projectId,
        outcome: entry.outcome,
        detail: entry.detail ?? {},
      },
    ],
  })
}
