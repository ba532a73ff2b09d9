import 'server-only'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { ProjectPlan } from '@/lib/sharing/parts'

/** The plan of a project that the viewer of the transaction may read, or null. Seven queries, whatever the size. */
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
        select: { text: true, isMandatory: true, phase: { select: { modelPhase: { select: { code: true } } } } },
      },
      uncertainties: {
        orderBy: { id: 'asc' },
        select: {
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
      milestones: { orderBy: { plannedOn: 'asc' }, select: { title: true, plannedOn: true } },
      deliverables: {
        orderBy: { endOn: 'asc' },
        select: { title: true, startOn: true, endOn: true, quality: true, acceptance: true },
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
    milestones: project.milestones.map((m) => ({ title: m.title, plannedOn: isoDate(m.plannedOn) })),
    deliverables: project.deliverables.map((d) => ({ ...d, startOn: isoDateOrNull(d.startOn), endOn: isoDateOrNull(d.endOn) })),
  }
}
