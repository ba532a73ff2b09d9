import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { mayWriteReport } from '@/lib/experiences/policy'
import { type Actor, isOwn } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read } from '@/lib/platform/db'
import { mayCopy } from '@/lib/sharing/policy'
import type { Origin } from '@/lib/sharing/rules'
import { insideOf } from './inside/queries'
import { mayRunProject, mayShareProject } from './policy'
import { phaseState } from './rules'

export type ProjectPage = NonNullable<Awaited<ReturnType<typeof projectPage>>>

/** A project as the actor may see it, or null when they may not. The plan for all readers; the inside only for its own municipality. */
export function projectPage(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    const project = await tx.project.findUnique({ where: { id }, select: projectFields })
    if (!project) return null
    const inside = isOwn(actor, project) ? await insideOf(tx, id) : null
    const report = await tx.experienceReport.findFirst({
      where: { projectId: id, ...(inside ? {} : { status: 'published' as const }) },
      select: { slug: true, title: true, status: true, visibility: true },
    })
    const position = project.currentPhase?.position ?? null
    const facts = { municipalityId: project.municipalityId, members: project.members }
    return {
      ...planView(project, position),
      report,
      inside,
      origins: project.copy ? (project.copy.origins as unknown as Origin[]) : [],
      isOwn: isOwn(actor, project),
      may: {
        run: mayRunProject(actor, facts),
        share: mayShareProject(actor, facts),
        writeReport: mayWriteReport(actor, facts),
        copy: mayCopy(actor, facts),
      },
    }
  })
}

const projectFields = {
  id: true,
  municipalityId: true,
  number: true,
  title: true,
  goal: true,
  background: true,
  type: true,
  lifecycle: true,
  startOn: true,
  endOn: true,
  visibility: true,
  technologies: true,
  suppliers: true,
  methods: true,
  unGoals: true,
  version: true,
  updatedAt: true,
  themeCode: true,
  municipality: { select: { number: true, displayName: true } },
  collaboration: { select: { name: true } },
  currentPhase: { select: { position: true } },
  members: { select: { personId: true, role: true } },
  copy: { select: { origins: true } },
  phases: {
    orderBy: { position: 'asc' },
    select: {
      id: true,
      position: true,
      plannedStartOn: true,
      plannedEndOn: true,
      actualStartOn: true,
      actualEndOn: true,
      modelPhase: { select: { code: true, gate: true, nameNb: true, nameNn: true, nameEn: true } },
      checklist: {
        orderBy: { position: 'asc' },
        select: { id: true, text: true, status: true, reason: true, isMandatory: true },
      },
    },
  },
  uncertainties: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      title: true,
      cause: true,
      consequenceText: true,
      strategy: true,
      status: true,
      probability: true,
      consequence: true,
      probabilityAfter: true,
      consequenceAfter: true,
      actions: { orderBy: { id: 'asc' }, select: { id: true, text: true, dueOn: true, isDone: true } },
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
        orderBy: { id: 'asc' },
        select: {
          id: true,
          title: true,
          unit: true,
          startValue: true,
          targetValue: true,
          // Row-level security keeps measurements to the municipality: others get none.
          measurements: { orderBy: { measuredOn: 'asc' }, select: { measuredOn: true, value: true } },
        },
      },
    },
  },
  milestones: {
    orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, plannedOn: true, actualOn: true, status: true },
  },
  lessons: {
    orderBy: { createdAt: 'desc' },
    take: 20,
    select: { id: true, kind: true, title: true, whatHappened: true, recommendation: true, visibility: true },
  },
  deliverables: {
    orderBy: [{ endOn: 'asc' }, { id: 'asc' }],
    select: { id: true, title: true, startOn: true, endOn: true, quality: true, acceptance: true, status: true },
  },
} satisfies Prisma.ProjectSelect

type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof projectFields }>

function planView(project: ProjectRow, currentPosition: number | null) {
  const { currentPhase: _, members: __, copy: ___, ...rest } = project
  return {
    ...rest,
    startOn: isoDate(project.startOn),
    endOn: isoDateOrNull(project.endOn),
    phases: project.phases.map((phase) => ({
      id: phase.id,
      code: phase.modelPhase.code,
      gate: phase.modelPhase.gate,
      names: { nb: phase.modelPhase.nameNb, nn: phase.modelPhase.nameNn, en: phase.modelPhase.nameEn },
      state: phaseState(phase.position, currentPosition),
      plannedStartOn: isoDateOrNull(phase.plannedStartOn),
      plannedEndOn: isoDateOrNull(phase.plannedEndOn),
      actualStartOn: isoDateOrNull(phase.actualStartOn),
      actualEndOn: isoDateOrNull(phase.actualEndOn),
      checklist: phase.checklist,
    })),
    uncertainties: project.uncertainties.map((uncertainty) => ({
      ...uncertainty,
      actions: uncertainty.actions.map((action) => ({ ...action, dueOn: isoDateOrNull(action.dueOn) })),
    })),
    benefits: project.benefits.map(({ change, indicators, ...benefit }) => ({
      ...benefit,
      change: change.text,
      indicators: indicators.map((indicator) => ({
        id: indicator.id,
        title: indicator.title,
        unit: indicator.unit,
        start: Number(indicator.startValue),
        target: Number(indicator.targetValue),
        measurements: indicator.measurements.map((m) => ({ on: isoDate(m.measuredOn), value: Number(m.value) })),
      })),
    })),
    milestones: project.milestones.map((m) => ({ ...m, plannedOn: isoDate(m.plannedOn), actualOn: isoDateOrNull(m.actualOn) })),
    deliverables: project.deliverables.map((d) => ({ ...d, startOn: isoDateOrNull(d.startOn), endOn: isoDateOrNull(d.endOn) })),
  }
}
