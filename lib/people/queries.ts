import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'

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
    return { projects: [...projects.values()], duties: await dutiesOf(tx, actor) }
  })
}

export interface Duty {
  id: string
  kind: 'task' | 'action'
  title: string
  dueOn: string | null
  project: { id: string; title: string }
}

/** What is waiting for the actor in any project of their municipality: tasks and actions, the most urgent first. */
async function dutiesOf(tx: Tx, actor: Staff): Promise<Duty[]> {
  const mine = { municipalityId: actor.municipality.id, responsibleId: actor.personId, isDone: false }
  const project = { select: { id: true, title: true } }
  const tasks = await tx.task.findMany({
    where: mine,
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 25,
    select: { id: true, title: true, dueOn: true, project },
  })
  const actions = await tx.uncertaintyAction.findMany({
    where: mine,
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 25,
    select: { id: true, text: true, dueOn: true, uncertainty: { select: { project } } },
  })
  const all: Duty[] = [
    ...tasks.map((task) => ({ ...task, kind: 'task' as const, dueOn: isoDateOrNull(task.dueOn) })),
    ...actions.map(({ id, text, dueOn, uncertainty }) => ({
      id,
      kind: 'action' as const,
      title: text,
      dueOn: isoDateOrNull(dueOn),
      project: uncertainty.project,
    })),
  ]
  return all.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')).slice(0, 25)
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
