import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { transaction, withDeleted } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectFacts, projectToRun } from '../facts/queries'
import { indexLesson, indexProject } from '../indexing/commands'
import { keptSince } from '../items/rules'
import { mayDeleteProject } from '../policy'
import type { PutBackInput, RemovalInput } from './input'
import { hindrancesOf } from './queries'

/**
 * Deletes a project with all that is in it; for 30 days it can be put back. Refuses with `conflict` one that holds decisions or a
 * published report, and where somebody changed it since the page was opened.
 */
export function deleteProject(actor: Actor, input: RemovalInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    refuseUnless(mayDeleteProject(actor, project), 'forbidden')
    const { number } = await tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { number: true } })
    refuseUnless(input.number === number, 'conflict', { number: 'errors.notTheNumber' })
    const hindrances = await hindrancesOf(tx, project.id)
    refuseUnless(hindrances.length === 0, 'conflict', { number: 'errors.projectMustStay' })
    await tx.searchDocument.deleteMany({ where: { OR: [{ projectId: project.id }, { lesson: { projectId: project.id } }] } })
    await audit(tx, staff, {
      action: 'project.delete',
      subjectType: 'project',
      subjectId: project.id,
      projectId: project.id,
      detail: { title: project.title },
    })
    const { count } = await withDeleted(tx, () =>
      tx.project.updateMany({
        where: { id: project.id, version: input.version },
        data: { deletedAt: new Date(), deletedBy: staff.personId, version: { increment: 1 } },
      }),
    )
    refuseUnless(count === 1, 'conflict')
  })
}

/** Puts a deleted project back as it was, findable again. Refuses with `not-found` after 30 days. */
export function putBackProject(actor: Actor, { projectId }: PutBackInput): Promise<void> {
  return transaction(actor, async (tx) => {
    await withDeleted(tx, async () => {
      const project = await projectFacts(tx, projectId)
      refuseUnless(project, 'not-found')
      refuseUnless(mayDeleteProject(actor, project), 'forbidden')
      const { count } = await tx.project.updateMany({
        where: { id: projectId, deletedAt: { gte: keptSince(new Date()) } },
        data: { deletedAt: null, deletedBy: null, version: { increment: 1 } },
      })
      refuseUnless(count === 1, 'not-found')
      await indexProject(tx, projectId)
      for (const { id } of await tx.lesson.findMany({ where: { projectId }, select: { id: true } })) await indexLesson(tx, id)
      await audit(tx, actor, {
        action: 'project.put-back',
        subjectType: 'project',
        subjectId: projectId,
        projectId,
        detail: { title: project.title },
      })
    })
  })
}
