import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { isoDate } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { improvementsWaiting } from '@/lib/sharing/improvements/queries'
import { dutiesOf } from './duties/queries'

/** What concerns the actor: projects they have a role in, and reports they are writing. */
export function myPage(actor: Staff) {
  return read(actor, async (tx) => {
    const memberships = await tx.projectMember.findMany({
      where: { personId: actor.personId, municipalityId: actor.municipality.id },
      orderBy: { project: { updatedAt: 'desc' } },
      take: 50,
      select: {
        role: true,
        project: {
          select: {
            id: true,
            number: true,
            title: true,
            lifecycle: true,
            report: { select: { slug: true, status: true } },
            milestones: {
              where: { actualOn: null, status: { in: ['on_track', 'off_track'] } },
              orderBy: { plannedOn: 'asc' },
              take: 1,
              select: { title: true, plannedOn: true },
            },
          },
        },
      },
    })
    const projects = new Map<string, MyProject>()
    for (const { role, project } of memberships) {
      const known = projects.get(project.id)
      const [next] = project.milestones
      projects.set(project.id, {
        id: project.id,
        number: project.number,
        title: project.title,
        lifecycle: project.lifecycle,
        report: project.report,
        roles: [...(known?.roles ?? []), role],
        nextMilestone: next ? { title: next.title, plannedOn: isoDate(next.plannedOn) } : null,
      })
    }
    const waiting = await improvementsWaiting(
      tx,
      [...projects.values()].map(({ id, title }) => ({ id, title })),
    )
    return { projects: [...projects.values()], duties: await dutiesOf(tx, actor), waiting }
  })
}

interface MyProject {
  id: string
  number: string
  title: string
  lifecycle: 'active' | 'waiting' | 'closed' | 'stopped'
  report: { slug: string; status: 'draft' | 'published' | 'withdrawn' } | null
  roles: ('project_manager' | 'project_owner' | 'benefit_owner' | 'project_support')[]
  nextMilestone: { title: string; plannedOn: string } | null
}
