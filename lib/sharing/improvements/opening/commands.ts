import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { PartKind } from '@/generated/prisma/enums'
import type { Actor, Staff } from '@/lib/platform/actor'
import { isoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectToRun } from '@/lib/projects/facts/queries'
import { items } from '@/lib/projects/items/kinds'
import type { Target } from '../../apply/commands'
import { itemKinds } from '../../apply/rules'
import { mayExchangeImprovements } from '../policy'

/** A project of one's own that the actor runs. Guests neither take nor give on behalf of their host. */
export async function openForImprovement(tx: Tx, actor: Actor, projectId: string): Promise<{ staff: Staff; target: Target }> {
  const { project, staff } = await projectToRun(tx, actor, projectId)
  refuseUnless(mayExchangeImprovements(staff, project), 'forbidden')
  // Two who change the parts of one project at once wait for each other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-parts:${project.id}`}, 0))`
  const phases = await tx.projectPhase.findMany({
    where: { projectId: project.id },
    orderBy: { position: 'asc' },
    select: { id: true, modelPhase: { select: { code: true } } },
  })
  const phaseIds = new Map(phases.map(({ id, modelPhase }) => [modelPhase.code, id]))
  return { staff, target: { project, startOn: isoDate(project.startOn), phaseIds, copiedPartId: null } }
}

/** Whoever is saving one of these items is waited for, and nobody changes one until the transaction ends: what is read now is what will be changed. */
export async function holdItems(tx: Tx, projectId: string, kind: PartKind): Promise<void> {
  const table = kind === 'phases' ? 'project_phase' : items[itemKinds[kind]].table
  await tx.$executeRaw`SELECT id FROM ${Prisma.raw(`"${table}"`)} WHERE project_id = ${projectId}::uuid ORDER BY id FOR UPDATE`
}
