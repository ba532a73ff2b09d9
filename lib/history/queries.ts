import 'server-only'
import { namesOf } from '@/lib/people/names/queries'
import type { Actor } from '@/lib/platform/actor'
import { read } from '@/lib/platform/db'
import { isUuid } from '@/lib/platform/ids'
import { projectFacts } from '@/lib/projects/facts/queries'
import { itemChoices } from '@/lib/projects/items/queries'
import { type Changes, keptSince } from '@/lib/projects/items/rules'
import { mayReadInside, mayRunProject } from '@/lib/projects/policy'

export const eventsPerPage = 50

export interface ProjectEvent {
  id: string
  at: string
  by: string | null
  action: string
  subjectType: string
  subjectId: string
  title: string
  changes: Changes
}

interface Detail {
  title?: string
  changes?: Changes
}

/** What happened in a project, the latest first, and what was deleted and can be put back; null for others than the own municipality. */
export function projectHistory(actor: Actor, at: { projectId: string; page: number }) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, at.projectId)
    if (!project || !mayReadInside(actor, project)) return null
    const where = { projectId: project.id }
    const total = await tx.auditEvent.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / eventsPerPage))
    const page = Math.min(at.page, pageCount)
    const events = await tx.auditEvent.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * eventsPerPage,
      take: eventsPerPage,
    })
    const since = keptSince(new Date())
    const deleted = await tx.deletedItem.findMany({
      where: { projectId: project.id, deletedAt: { gte: since } },
      orderBy: { deletedAt: 'desc' },
      take: 100,
      select: { id: true, kind: true, title: true, deletedAt: true, person: { select: { name: true } } },
    })
    const choices = await itemChoices(tx, project.municipalityId, project.id)
    // Those who have left keep their names in what they did; those who can be chosen are named as the fields name them.
    const mentioned = events.flatMap(({ actorId, detail }) => [
      actorId,
      ...Object.values((detail as Detail).changes ?? {}).flat(),
    ])
    const names = await namesOf(
      tx,
      mentioned.flatMap((id) => (typeof id === 'string' && isUuid(id) ? [id] : [])),
    )
    for (const { id, name } of choices.people) names.set(id, name)
    return {
      events: events.map((event): ProjectEvent => {
        const detail = event.detail as Detail
        return {
          id: event.id,
          at: event.at.toISOString(),
          by: (event.actorId && names.get(event.actorId)) || null,
          action: event.action,
          subjectType: event.subjectType,
          subjectId: event.subjectId,
          title: detail.title ?? '',
          changes: detail.changes ?? {},
        }
      }),
      deleted: deleted.map(({ person, deletedAt, ...item }) => ({ ...item, by: person.name, at: deletedAt.toISOString() })),
      choices: { ...choices, people: [...names].map(([id, name]) => ({ id, name })) },
      page,
      pageCount,
      may: { change: mayRunProject(actor, project) },
    }
  })
}
