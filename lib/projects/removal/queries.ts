import 'server-only'
import { namesOf } from '@/lib/people/names/queries'
import type { Actor, Staff } from '@/lib/platform/actor'
import { addDays, dateInNorway } from '@/lib/platform/dates'
import { read, type Tx, withDeleted } from '@/lib/platform/db'
import { projectFacts } from '../facts/queries'
import { keptDays, keptSince } from '../items/rules'
import { mayDeleteProject, maySeeDeleted } from '../policy'

/** Why a project must be kept: decisions are records, and what is published is others' to read. */
export type Hindrance = 'decisions' | 'report'

/** What stands in the way of deleting a project, as the viewer of the transaction sees it. */
export async function hindrancesOf(tx: Tx, projectId: string): Promise<Hindrance[]> {
  const decisions = await tx.gateDecision.count({ where: { projectId } })
  const reports = await tx.experienceReport.count({ where: { projectId, publishedAt: { not: null } } })
  return [...(decisions > 0 ? (['decisions'] as const) : []), ...(reports > 0 ? (['report'] as const) : [])]
}

/** What the page that asks needs to know; null for those who may not delete the project. */
export function removalPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project || !mayDeleteProject(actor, project)) return null
    const where = { where: { projectId } }
    const { number } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { number: true } })
    return {
      title: project.title,
      number,
      version: project.version,
      hindrances: await hindrancesOf(tx, projectId),
      follows: {
        task: await tx.task.count(where),
        uncertainty: await tx.uncertainty.count(where),
        benefit: await tx.benefit.count(where),
        milestone: await tx.milestone.count(where),
        deliverable: await tx.deliverable.count(where),
        log: await tx.logEntry.count(where),
        lesson: await tx.lesson.count(where),
        document: await tx.document.count(where),
      },
    }
  })
}

/** The municipality's projects that were deleted and can still be put back by the actor, the latest first. At most 200. */
export function deletedProjects(actor: Staff) {
  return read(actor, (tx) =>
    withDeleted(tx, async () => {
      const all = maySeeDeleted(actor)
      const rows = await tx.project.findMany({
        where: {
          municipalityId: actor.municipality.id,
          deletedAt: { gte: keptSince(new Date()) },
          ...(all ? {} : { members: { some: { personId: actor.personId, role: 'project_owner' } } }),
        },
        orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
        take: 200,
        select: { id: true, number: true, title: true, deletedAt: true, deletedBy: true },
      })
      const names = await namesOf(
        tx,
        rows.map(({ deletedBy }) => deletedBy),
      )
      return rows.flatMap(({ deletedAt, deletedBy, ...row }) => {
        if (!deletedAt) return []
        const deletedOn = dateInNorway(deletedAt)
        return [{ ...row, deletedOn, goneOn: addDays(deletedOn, keptDays), by: names.get(deletedBy ?? '') ?? null }]
      })
    }),
  )
}
