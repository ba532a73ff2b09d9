import 'server-only'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { ProjectPlan } from '@/lib/sharing/parts'

/** The plan of a project that the viewer of the transaction may read, or null. A query a kind, whatever the size. */
export async function projectPlan(tx: Tx, projectId: string): Promise<ProjectPlan | null> {
  const project = await tx.project.findUnique({
    where: { id: projectId },
    select: {
      startOn: true,
      phases: {
        orderBy: { position: 'asc' },
        select: { plannedStartOn: true, plannedEndOn: true, modelPhase: { select: { code: true } } },
      },
      checklist: {
        orderBy: [{ phase: { position: 'asc' } }, { position: 'asc' }],
        select: { id: true, text: true, isMandatory: true, phase: { select: { modelPhase: { select: { code: true } } } } },
      },
      uncertainties: {
        orderBy: { id: 'asc' },
        select: {
          id: true,
          kind: true,
          title: true,
          cause: true,
          consequenceText: true,
          proximity: true,
          strategy: true,
          probability: true,
          consequence: true,
          probabilityAfter: true,
          consequenceAfter: true,
          actions: { orderBy: { id: 'asc' }, select: { text: true } },
        },
      },
      benefits: {
        orderBy: { id: 'asc' },
        select: {
          id: true,
          title: true,
          kind: true,
          category: true,
          howRealised: true,
          change: { select: { text: true } },
          indicators: {
            take: 1,
            orderBy: { id: 'asc' },
            select: { title: true, unit: true, startValue: true, targetValue: true },
          },
        },
      },
      milestones: { orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }], select: { id: true, title: true, plannedOn: true } },
      deliverables: {
        orderBy: [{ endOn: 'asc' }, { id: 'asc' }],
        select: { id: true, title: true, startOn: true, endOn: true, quality: true, acceptance: true },
      },
      tasks: {
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          title: true,
          description: true,
          dueOn: true,
          labels: true,
          phase: { select: { modelPhase: { select: { code: true } } } },
          steps: { orderBy: { id: 'asc' }, select: { text: true } },
        },
      },
      stakeholders: {
        orderBy: { id: 'asc' },
        select: { id: true, title: true, group: true, interest: true, affected: true, influence: true, actions: true },
      },
      communications: {
        orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
        select: { id: true, title: true, audience: true, channel: true, plannedOn: true },
      },
    },
  })
  if (!project) return null
  return {
    startOn: isoDate(project.startOn),
    phases: project.phases.map((p) => ({
      phase: p.modelPhase.code,
      plannedStartOn: isoDateOrNull(p.plannedStartOn),
      plannedEndOn: isoDateOrNull(p.plannedEndOn),
    })),
    checklist: project.checklist.map((item) => ({
      id: item.id,
      phase: item.phase.modelPhase.code,
      text: item.text,
      isMandatory: item.isMandatory,
    })),
    uncertainties: project.uncertainties,
    benefits: project.benefits.map(({ change, indicators: [indicator], ...benefit }) => ({
      ...benefit,
      change: change.text,
      indicator: indicator
        ? {
            title: indicator.title,
            unit: indicator.unit,
            start: Number(indicator.startValue),
            target: Number(indicator.targetValue),
          }
        : null,
    })),
    milestones: project.milestones.map((m) => ({ ...m, plannedOn: isoDate(m.plannedOn) })),
    deliverables: project.deliverables.map((d) => ({ ...d, startOn: isoDateOrNull(d.startOn), endOn: isoDateOrNull(d.endOn) })),
    tasks: project.tasks.map(({ phase, ...task }) => ({
      ...task,
      phase: phase?.modelPhase.code ?? null,
      dueOn: isoDateOrNull(task.dueOn),
    })),
    stakeholders: project.stakeholders,
    communication: project.communications.map((c) => ({ ...c, plannedOn: isoDateOrNull(c.plannedOn) })),
  }
}
