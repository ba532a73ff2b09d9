import 'server-only'
import { projectPhases } from '@/lib/gates/queries'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { isoDateOrNull, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { type ProjectForChange, projectFacts } from '@/lib/projects/facts/queries'
import { mayRunProject } from '@/lib/projects/policy'
import type { Dependency, TimelineItem, TimelineState } from '@/lib/timeline/rules'
import { type PlanPhase, phaseItems, phaseSequence } from './rules'

/** The words the plan needs of its reader's language. */
export interface PlanWords {
  phases: string
  milestones: string
  deliverables: string
  phaseName: (phase: { stageName: string | null; names: { nb: string; nn: string; en: string } }) => string
}

export interface Plan {
  items: TimelineItem[]
  /** Those that people made. */
  links: (Dependency & { id: string })[]
  /** All that a move must keep: the links, and that phases follow each other. */
  dependencies: Dependency[]
}

export type PlanPage = NonNullable<Awaited<ReturnType<typeof planPage>>>

/** The plan of a project as a timeline; null for what the actor may not see. */
export function planPage(actor: Actor, projectId: string, words: PlanWords) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project) return null
    return { ...(await planOf(tx, project, words)), isOwn: isOwn(actor, project), may: { change: mayRunProject(actor, project) } }
  })
}

/** Four queries, whatever the size. */
export async function planOf(tx: Tx, project: ProjectForChange, words: PlanWords): Promise<Plan> {
  const on = today()
  const phases: PlanPhase[] = (await projectPhases(tx, project)).map((phase) => ({ ...phase, name: words.phaseName(phase) }))
  const milestones = await tx.milestone.findMany({
    where: { projectId: project.id },
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
  })
  const deliverables = await tx.deliverable.findMany({
    where: { projectId: project.id },
    orderBy: [{ startOn: 'asc' }, { endOn: 'asc' }, { id: 'asc' }],
  })
  const rows = await tx.planLink.findMany({ where: { projectId: project.id }, orderBy: { id: 'asc' } })
  const links = rows.map((row) => ({
    id: row.id,
    fromId: row.fromPhaseId ?? row.fromMilestoneId ?? row.fromDeliverableId ?? '',
    toId: row.toPhaseId ?? row.toMilestoneId ?? row.toDeliverableId ?? '',
    lagDays: row.lagDays,
  }))
  const place = `/prosjekter/${project.id}`
  return {
    items: [
      ...phaseItems(phases, on, words.phases),
      ...milestones.map((m): TimelineItem => {
        const [plannedOn, actualOn] = [isoDateOrNull(m.plannedOn), isoDateOrNull(m.actualOn)]
        const isDone = actualOn !== null || m.status === 'achieved' || m.status === 'not_achieved'
        return {
          id: m.id,
          kind: 'milestone',
          title: m.title,
          startOn: null,
          endOn: plannedOn,
          actualEndOn: actualOn,
          state: isDone ? 'done' : plannedOn !== null && plannedOn < on ? 'late' : 'upcoming',
          href: `${place}/milepaler/${m.id}`,
          group: words.milestones,
        }
      }),
      ...deliverables.map((d): TimelineItem => {
        const [startOn, endOn] = [isoDateOrNull(d.startOn), isoDateOrNull(d.endOn)]
        return {
          id: d.id,
          kind: 'deliverable',
          title: d.title,
          startOn,
          endOn,
          actualEndOn: isoDateOrNull(d.approvedOn),
          state: deliverableState(d.status === 'approved', startOn, endOn, on),
          href: `${place}/leveranser/${d.id}`,
          group: words.deliverables,
        }
      }),
    ],
    links,
    dependencies: [...phaseSequence(phases), ...links],
  }
}

function deliverableState(isApproved: boolean, startOn: string | null, endOn: string | null, on: string): TimelineState {
  if (isApproved) return 'done'
  if (endOn !== null && endOn < on) return 'late'
  return startOn !== null && startOn <= on ? 'current' : 'upcoming'
}
