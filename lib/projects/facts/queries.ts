import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayRunProject } from '../policy'

const facts = {
  id: true,
  municipalityId: true,
  title: true,
  startOn: true,
  themeCode: true,
  technologies: true,
  visibility: true,
  collaborationId: true,
  currentPhaseId: true,
  version: true,
  members: { select: { personId: true, role: true } },
} as const

/** What the law and most changes need to know of a project, or null where the viewer of the transaction sees none. */
export function projectFacts(tx: Tx, id: string) {
  return tx.project.findUnique({ where: { id }, select: facts })
}

export type ProjectForChange = NonNullable<Awaited<ReturnType<typeof projectFacts>>>

/**
 * The project that the actor is about to change. Refuses with `not-found` what they may not see, and with `forbidden` where they do
 * not run it.
 */
export async function projectToRun(tx: Tx, actor: Actor, id: string): Promise<{ project: ProjectForChange; staff: Staff }> {
  const project = await projectFacts(tx, id)
  refuseUnless(project, 'not-found')
  refuseUnless(mayRunProject(actor, project), 'forbidden')
  return { project, staff: actor }
}
