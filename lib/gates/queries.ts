import 'server-only'
import type { ChecklistStatus } from '@/generated/prisma/enums'
import { similarCases } from '@/lib/experiences/similar/queries'
import type { Actor } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { type ProjectForChange, projectFacts } from '@/lib/projects/facts/queries'
import { mayDecideGate, mayReadInside, mayRunProject } from '@/lib/projects/policy'
import { phaseState } from '@/lib/projects/rules'
import { asksForExperience, type BasisDocument, gateLabel, phasesLeft, type RecordedExperience, type RecordedItem } from './rules'

export interface PhaseView {
  id: string
  position: number
  code: string
  gate: string | null
  /** May be run in several stages. */
  hasStages: boolean
  stageName: string | null
  names: { nb: string; nn: string; en: string }
  state: 'done' | 'current' | 'upcoming'
  plannedStartOn: string | null
  plannedEndOn: string | null
  actualStartOn: string | null
  actualEndOn: string | null
}

/** The phases of a project in order, with where it stands. */
export async function projectPhases(tx: Tx, project: Pick<ProjectForChange, 'id' | 'currentPhaseId'>): Promise<PhaseView[]> {
  const phases = await tx.projectPhase.findMany({
    where: { projectId: project.id },
    orderBy: { position: 'asc' },
    include: { modelPhase: true },
  })
  const current = phases.find(({ id }) => id === project.currentPhaseId)?.position ?? null
  return phases.map(({ modelPhase, ...phase }) => ({
    id: phase.id,
    position: phase.position,
    code: modelPhase.code,
    gate: modelPhase.gate,
    hasStages: modelPhase.hasStages,
    stageName: phase.stageName,
    names: { nb: modelPhase.nameNb, nn: modelPhase.nameNn, en: modelPhase.nameEn },
    state: phaseState(phase.position, current),
    plannedStartOn: isoDateOrNull(phase.plannedStartOn),
    plannedEndOn: isoDateOrNull(phase.plannedEndOn),
    actualStartOn: isoDateOrNull(phase.actualStartOn),
    actualEndOn: isoDateOrNull(phase.actualEndOn),
  }))
}

export interface CheckView {
  id: string
  phaseId: string
  text: string
  status: ChecklistStatus
  reason: string | null
  isMandatory: boolean
  version: number
}

/** The phases with their checklists and decisions; null for what the actor may not see. Others than the own see no decisions. */
export function phasesPage(actor: Actor, projectId: string) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, projectId)
    if (!project) return null
    const phases = await projectPhases(tx, project)
    const checklist = await checklistOf(tx, { projectId })
    const decisions = mayReadInside(actor, project) ? await decisionsOf(tx, projectId) : []
    return {
      phases: phases.map((phase) => ({ ...phase, checklist: checklist.filter(({ phaseId }) => phaseId === phase.id) })),
      currentPhaseId: project.currentPhaseId,
      decisions,
      may: { run: mayRunProject(actor, project), decide: mayDecideGate(actor, project) },
    }
  })
}

async function checklistOf(tx: Tx, where: { projectId: string; projectPhaseId?: { in: string[] } }): Promise<CheckView[]> {
  const items = await tx.checklistItem.findMany({
    where,
    orderBy: [{ phase: { position: 'asc' } }, { position: 'asc' }],
    select: { id: true, projectPhaseId: true, text: true, status: true, reason: true, isMandatory: true, version: true },
  })
  return items.map(({ projectPhaseId, ...item }) => ({ ...item, phaseId: projectPhaseId }))
}

const conditionFields = {
  id: true,
  text: true,
  owner: true,
  dueOn: true,
  closedOn: true,
  closedNote: true,
  version: true,
} as const

async function decisionsOf(tx: Tx, projectId: string) {
  const decisions = await tx.gateDecision.findMany({
    where: { projectId },
    orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      gate: true,
      projectPhaseId: true,
      outcome: true,
      decidedOn: true,
      decidedBy: true,
      rationale: true,
      supersededBy: { select: { id: true } },
      conditions: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], select: conditionFields },
    },
  })
  return decisions.map(({ supersededBy, ...decision }) => ({
    ...decision,
    isSuperseded: supersededBy.length > 0,
    decidedOn: isoDate(decision.decidedOn),
    conditions: decision.conditions.map((c) => ({ ...c, dueOn: isoDate(c.dueOn), closedOn: isoDateOrNull(c.closedOn) })),
  }))
}

export type GatePage = NonNullable<Awaited<ReturnType<typeof gatePage>>>

/**
 * What the screen of a decision needs: the phases to be left with their open items, where one can go, documents to rest on, and cases
 * from others. With `supersedes`, that decision is taken again and nobody moves. Null where the actor may not run the project.
 */
export function gatePage(actor: Actor, at: { projectId: string; targetId: string | null; supersedes: string | null }) {
  return read(actor, async (tx) => {
    const project = await projectFacts(tx, at.projectId)
    if (!project || !mayRunProject(actor, project)) return null
    const phases = await projectPhases(tx, project)
    const former = at.supersedes
      ? await tx.gateDecision.findFirst({
          where: { id: at.supersedes, projectId: project.id, supersededBy: { none: {} } },
          select: { id: true, gate: true, projectPhaseId: true },
        })
      : null
    const phaseId = former?.projectPhaseId ?? project.currentPhaseId
    const current = phases.find(({ id }) => id === phaseId)
    if (!current || (at.supersedes && !former)) return null
    const later = phases.filter(({ position }) => position > current.position)
    const target = former ? null : (later.find(({ id }) => id === at.targetId) ?? later[0] ?? null)
    const left = former ? [current] : phasesLeft(phases, current.id, target?.id ?? null)
    const gate = former?.gate ?? gateLabel(left)
    const open = await checklistOf(tx, { projectId: project.id, projectPhaseId: { in: left.map(({ id }) => id) } })
    return {
      title: project.title,
      current,
      later: former ? [] : later,
      target,
      left: left.map((phase) => ({ ...phase, checklist: open.filter(({ phaseId }) => phaseId === phase.id) })),
      gate,
      supersedesId: former?.id ?? null,
      latestId: await latestAt(tx, project.id, current.id),
      owner: await ownerName(tx, project.id),
      documents: await tx.document.findMany({
        where: { projectId: project.id },
        orderBy: { title: 'asc' },
        take: 200,
        select: { id: true, title: true, type: true },
      }),
      cases: asksForExperience(gate) && !former ? await similarCases(tx, project) : [],
      may: { decide: mayDecideGate(actor, project) },
    }
  })
}

/** The standing decision about the same phase, which this one supersedes. */
export async function latestAt(tx: Tx, projectId: string, projectPhaseId: string): Promise<string | null> {
  const latest = await tx.gateDecision.findFirst({
    where: { projectId, projectPhaseId, supersededBy: { none: {} } },
    orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return latest?.id ?? null
}

async function ownerName(tx: Tx, projectId: string): Promise<string> {
  const owner = await tx.projectMember.findFirst({
    where: { projectId, role: 'project_owner' },
    select: { person: { select: { name: true, jobTitle: true } } },
  })
  if (!owner) return ''
  return [owner.person.name, owner.person.jobTitle?.toLowerCase()].filter(Boolean).join(', ')
}

export type DecisionRecord = NonNullable<Awaited<ReturnType<typeof decisionRecord>>>

/** One decision as it was taken, with what it superseded and was superseded by. Null for others than the own municipality. */
export function decisionRecord(actor: Actor, at: { projectId: string; id: string }) {
  return read(actor, async (tx) => {
    const decision = await tx.gateDecision.findFirst({
      where: { id: at.id, projectId: at.projectId },
      include: {
        project: {
          select: {
            id: true,
            municipalityId: true,
            number: true,
            title: true,
            archiveReference: true,
            municipality: { select: { displayName: true, number: true } },
            members: { select: { personId: true, role: true } },
          },
        },
        phase: { select: { stageName: true, modelPhase: { select: { nameNb: true, nameNn: true, nameEn: true } } } },
        supersedes: { select: { id: true, decidedOn: true } },
        supersededBy: { select: { id: true, decidedOn: true } },
        conditions: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], select: conditionFields },
      },
    })
    if (!decision) return null
    const { members, municipality, ...project } = decision.project
    const { nameNb: nb, nameNn: nn, nameEn: en } = decision.phase.modelPhase
    const [later] = decision.supersededBy
    return {
      id: decision.id,
      project: { ...project, municipality: municipality.displayName, municipalityNumber: municipality.number },
      gate: decision.gate,
      phase: { stageName: decision.phase.stageName, names: { nb, nn, en } },
      outcome: decision.outcome,
      decidedOn: isoDate(decision.decidedOn),
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt.toISOString(),
      rationale: decision.rationale,
      checklist: decision.checklist as unknown as RecordedItem[],
      basis: decision.basis as unknown as BasisDocument[],
      experience: decision.experience as unknown as RecordedExperience | null,
      conditions: decision.conditions.map((c) => ({ ...c, dueOn: isoDate(c.dueOn), closedOn: isoDateOrNull(c.closedOn) })),
      supersedes: decision.supersedes && { id: decision.supersedes.id, decidedOn: isoDate(decision.supersedes.decidedOn) },
      supersededBy: later ? { id: later.id, decidedOn: isoDate(later.decidedOn) } : null,
      may: {
        decide: mayDecideGate(actor, { municipalityId: project.municipalityId, members }),
        run: mayRunProject(actor, { municipalityId: project.municipalityId, members }),
      },
    }
  })
}
