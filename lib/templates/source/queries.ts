import 'server-only'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { projectPlan } from '@/lib/projects/plan/queries'
import type { TemplateSource } from '../content'
import type { Target } from '../rules'

/** What a template can be taken from; null for a project that is not of the municipality. */
export async function templateSource(tx: Tx, municipalityId: string, projectId: string): Promise<TemplateSource | null> {
  const project = await tx.project.findFirst({
    where: { id: projectId, municipalityId },
    select: {
      phaseModel: { select: { code: true } },
      tasks: {
        orderBy: [{ phase: { position: 'asc' } }, { dueOn: 'asc' }, { id: 'asc' }],
        select: {
          title: true,
          description: true,
          dueOn: true,
          labels: true,
          phase: { select: { modelPhase: { select: { code: true } } } },
          steps: { orderBy: { id: 'asc' }, select: { text: true } },
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
            orderBy: { id: 'asc' },
            select: { title: true, unit: true, startValue: true, targetValue: true },
          },
        },
      },
      stakeholders: {
        orderBy: { id: 'asc' },
        select: { title: true, group: true, interest: true, affected: true, influence: true, actions: true },
      },
      communications: {
        orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
        select: { title: true, audience: true, channel: true, plannedOn: true },
      },
      documents: {
        orderBy: { id: 'asc' },
        select: {
          title: true,
          type: true,
          isArchivable: true,
          phase: { select: { modelPhase: { select: { code: true } } } },
          versions: { orderBy: { number: 'desc' }, take: 1 },
        },
      },
    },
  })
  const plan = project && (await projectPlan(tx, projectId))
  if (!plan) return null
  return {
    phaseModel: project.phaseModel.code,
    plan,
    tasks: project.tasks.map(({ phase, ...task }) => ({
      ...task,
      phase: phase?.modelPhase.code ?? null,
      dueOn: isoDateOrNull(task.dueOn),
    })),
    benefits: project.benefits.map(({ change, indicators, ...benefit }) => ({
      ...benefit,
      change: change.text,
      indicators: indicators.map(({ startValue, targetValue, ...indicator }) => ({
        ...indicator,
        start: Number(startValue),
        target: Number(targetValue),
      })),
    })),
    stakeholders: project.stakeholders,
    communication: project.communications.map((one) => ({ ...one, plannedOn: isoDateOrNull(one.plannedOn) })),
    documents: project.documents.map(({ phase, versions: [latest], ...document }) => ({
      ...document,
      phase: phase?.modelPhase.code ?? null,
      file: latest
        ? {
            storedId: latest.storedId ?? latest.id,
            fileName: latest.fileName,
            contentType: latest.contentType,
            sizeBytes: latest.sizeBytes,
            sha256: Buffer.from(latest.sha256).toString('hex'),
          }
        : null,
    })),
  }
}

/** What a project of the municipality has already, for a template to be held against. */
export async function takingTarget(tx: Tx, municipalityId: string, projectId: string): Promise<Target> {
  const title = { select: { title: true } }
  const project = await tx.project.findFirstOrThrow({
    where: { id: projectId, municipalityId },
    select: {
      startOn: true,
      phases: {
        orderBy: { position: 'asc' },
        select: { id: true, plannedStartOn: true, plannedEndOn: true, modelPhase: { select: { code: true } } },
      },
      checklist: { select: { text: true, phase: { select: { modelPhase: { select: { code: true } } } } } },
      tasks: title,
      milestones: title,
      deliverables: title,
      uncertainties: title,
      benefits: title,
      stakeholders: title,
      communications: title,
      documents: title,
    },
  })
  const texts = (rows: { title: string }[]) => rows.map((row) => ({ text: row.title }))
  return {
    startOn: isoDate(project.startOn),
    phases: firstOfEach(
      project.phases.map(({ id, modelPhase, ...phase }) => ({
        id,
        code: modelPhase.code,
        plannedStartOn: isoDateOrNull(phase.plannedStartOn),
        plannedEndOn: isoDateOrNull(phase.plannedEndOn),
      })),
    ),
    existing: {
      checklist: project.checklist.map(({ text, phase }) => ({ text, phase: phase.modelPhase.code })),
      tasks: texts(project.tasks),
      milestones: texts(project.milestones),
      deliverables: texts(project.deliverables),
      uncertainties: texts(project.uncertainties),
      benefits: texts(project.benefits),
      stakeholders: texts(project.stakeholders),
      communication: texts(project.communications),
      documents: texts(project.documents),
    },
  }
}

/** A phase may be run in several stages; what a template says of it belongs to the first. */
function firstOfEach<Phase extends { code: string }>(phases: Phase[]): Phase[] {
  return phases.filter((phase, index) => phases.findIndex(({ code }) => code === phase.code) === index)
}
