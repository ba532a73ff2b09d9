import 'server-only'
import type { Staff } from '@/lib/platform/actor'
import { isoDateOrNull } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { type Duty, mostUrgent } from './rules'

/** What is waiting for the actor in any project of their municipality: tasks and actions, the most urgent first. */
export async function dutiesOf(tx: Tx, actor: Staff): Promise<Duty[]> {
  const mine = { municipalityId: actor.municipality.id, responsibleId: actor.personId, isDone: false }
  const project = { select: { id: true, title: true } }
  const tasks = await tx.task.findMany({
    where: mine,
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 25,
    select: { id: true, title: true, dueOn: true, project },
  })
  const actions = await tx.uncertaintyAction.findMany({
    where: { ...mine, uncertainty: { project: { deletedAt: null } } },
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
  return mostUrgent(all)
}
