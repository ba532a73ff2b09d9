import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { config } from '@/lib/platform/config'
import { read } from '@/lib/platform/db'
import { projectFacts } from '@/lib/projects/facts/queries'
import { mayReadInside } from '@/lib/projects/policy'
import { icalFeed } from '@/lib/timeline/ical/rules'
import { planOf } from '../queries'

/** The dates of a project as a calendar feed; null for others than its own municipality. Names are in bokmål: a calendar has no reader. */
export function projectCalendar(actor: Actor, projectId: string): Promise<string | null> {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project || !mayReadInside(actor, project)) return null
    const { updatedAt } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { updatedAt: true } })
    const { items } = await planOf(tx, project, {
      phases: '',
      milestones: '',
      deliverables: '',
      phaseName: ({ names }) => names.nb,
    })
    const { origin } = config()
    return icalFeed({
      name: project.title,
      domain: new URL(origin).host,
      now: new Date(),
      events: items.flatMap(({ id, kind, title, startOn, endOn }) => {
        const on = kind === 'deliverable' ? (endOn ?? startOn) : endOn
        if (!on || kind === 'phase') return []
        return [
          {
            uid: id,
            on,
            title: `${title} – ${project.title}`,
            url: `${origin}/prosjekter/${projectId}/plan`,
            lastModified: updatedAt,
          },
        ]
      }),
    })
  })
}
