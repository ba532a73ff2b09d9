import 'server-only'
import { similarCases } from '@/lib/experiences/similar/queries'
import { mayUseDesk } from '@/lib/municipalities/policy'
import { tell } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { type ProjectForChange, projectFacts, projectToRun } from '@/lib/projects/facts/queries'
import { mayDecideGate } from '@/lib/projects/policy'
import type { CloseConditionInput, GateInput } from './input'
import { latestAt, type PhaseView, projectPhases } from './queries'
import {
  asksForExperience,
  asksForReport,
  type BasisDocument,
  gateLabel,
  leadsOn,
  phasesLeft,
  type RecordedExperience,
  type RecordedItem,
} from './rules'

/**
 * Records what was decided at a decision point, settles the checklist of every phase that is left, and moves the project where the
 * decision leads. Gives the decision and whether the project's own report comes next. Refuses with `forbidden` those who may not
 * decide, and with `conflict` where the project, its checklist or the decision changed in the meantime.
 */
export function decideGate(actor: Actor, input: GateInput): Promise<{ decisionId: string; leadsToReport: boolean }> {
  return transaction(actor, async (tx) => {
    const project = await lockedProject(tx, actor, input.projectId)
    refuseUnless(mayDecideGate(actor, project), 'forbidden')
    const phases = await projectPhases(tx, project)
    const { left, gate, formerId } = await whatIsDecided(tx, project, phases, input)
    const checklist = await settleChecklist(tx, left, input)
    const decisionId = newId()
    await tx.gateDecision.createMany({
      data: [
        {
          id: decisionId,
          municipalityId: actor.municipality.id,
          projectId: project.id,
          projectPhaseId: input.phaseId,
          gate,
          outcome: input.outcome,
          decidedOn: dateOf(input.decidedOn),
          decidedBy: input.decidedBy,
          rationale: input.rationale,
          checklist: checklist as object[],
          basis: (await basisOf(tx, project.id, input)) as object[],
          experience: asksForExperience(gate) && !formerId ? ((await experienceOf(tx, project, input)) as object) : undefined,
          supersedesId: formerId ?? input.latestId,
        },
      ],
    })
    await insertConditions(tx, actor, decisionId, input)
    if (!formerId) await moveProject(tx, project, left, input)
    await tell(tx, actor, { kind: 'gate_decided', projectId: project.id, recipientMunicipalityId: project.municipalityId })
    await audit(tx, actor, {
      action: 'gate.decide',
      subjectType: 'gate_decision',
      subjectId: decisionId,
      projectId: project.id,
      detail: { title: gate, outcome: input.outcome, decidedBy: input.decidedBy },
    })
    return { decisionId, leadsToReport: asksForReport(gate) && leadsOn(input.outcome) && !formerId }
  })
}

/** Two who decide at once wait for each other, and the second finds the project moved. */
async function lockedProject(tx: Tx, actor: Actor, id: string): Promise<ProjectForChange> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`gate:${id}`}, 0))`
  const project = await projectFacts(tx, id)
  refuseUnless(project && mayUseDesk(actor), 'not-found')
  return project
}

async function whatIsDecided(tx: Tx, project: ProjectForChange, phases: PhaseView[], input: GateInput) {
  if (input.supersedesId) {
    const former = await tx.gateDecision.findFirst({
      where: { id: input.supersedesId, projectId: project.id, projectPhaseId: input.phaseId, supersededBy: { none: {} } },
      select: { id: true, gate: true },
    })
    refuseUnless(former, 'conflict')
    return { left: phases.filter(({ id }) => id === input.phaseId), gate: former.gate, formerId: former.id }
  }
  refuseUnless(project.currentPhaseId === input.phaseId, 'conflict')
  refuseUnless((await latestAt(tx, project.id, input.phaseId)) === input.latestId, 'conflict')
  const isLast = phases.at(-1)?.id === input.phaseId
  // Past the last gate there is no next phase to tell that it has been passed.
  refuseUnless(!isLast || (await tx.project.count({ where: { id: project.id, lifecycle: 'closed' } })) === 0, 'conflict')
  const left = phasesLeft(phases, input.phaseId, isLast ? null : input.targetId)
  refuseUnless(left.length > 0 && (isLast || input.targetId), 'not-found')
  return { left, gate: gateLabel(left), formerId: null }
}

/** Settles the items that were answered; gives the whole checklist as it now stands. Every open item must have been answered. */
async function settleChecklist(tx: Tx, left: PhaseView[], input: GateInput): Promise<RecordedItem[]> {
  const phaseIds = left.map(({ id }) => id)
  const answers = new Map(input.items.map((item) => [item.id, item]))
  const where = { projectPhaseId: { in: phaseIds } }
  const items = await tx.checklistItem.findMany({ where, orderBy: [{ phase: { position: 'asc' } }, { position: 'asc' }] })
  for (const item of items) {
    const answer = answers.get(item.id)
    refuseUnless(answer || item.status !== 'open', 'conflict')
    if (!answer) continue
    const { count } = await tx.checklistItem.updateMany({
      where: { id: item.id, version: answer.version },
      data: { status: answer.status, reason: answer.reason || null, version: { increment: 1 } },
    })
    refuseUnless(count === 1, 'conflict')
    refuseUnless(!(item.isMandatory && answer.status === 'open' && input.outcome === 'approved'), 'forbidden')
  }
  const names = new Map(left.map((phase) => [phase.id, phase.stageName ?? phase.names.nb]))
  return items.map((item) => ({
    text: item.text,
    status: answers.get(item.id)?.status ?? item.status,
    reason: answers.has(item.id) ? answers.get(item.id)?.reason || null : item.reason,
    isMandatory: item.isMandatory,
    phase: names.get(item.projectPhaseId),
  }))
}

async function basisOf(tx: Tx, projectId: string, input: GateInput): Promise<BasisDocument[]> {
  const documents = await tx.document.findMany({
    where: { projectId, id: { in: input.documents } },
    orderBy: { title: 'asc' },
    select: { title: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, fileName: true } } },
  })
  const uploaded = documents.map(({ title, versions: [version] }) => ({
    title,
    reference: version ? `${version.fileName} (${version.number})` : '',
  }))
  return [...uploaded, ...input.basis.filter(({ title }) => title !== '')]
}

/** The cases that were shown, with what was made of each; the names are read anew, never taken from the form. */
async function experienceOf(tx: Tx, project: ProjectForChange, input: GateInput): Promise<RecordedExperience> {
  const answered = input.cases.filter(({ use }) => use !== '')
  const reports = await tx.experienceReport.findMany({
    where: { slug: { in: answered.map(({ slug }) => slug) } },
    select: { slug: true, title: true, municipality: { select: { displayName: true } } },
  })
  const cases = answered.flatMap(({ slug, use, reason }) => {
    const report = reports.find((found) => found.slug === slug)
    return report && use ? [{ slug, use, reason, title: report.title, municipality: report.municipality.displayName }] : []
  })
  // Whoever sends the form by hand must answer too, where there is anything to learn from.
  const isAnswered = cases.length > 0 || input.skippedBecause !== '' || (await similarCases(tx, project)).length === 0
  refuseUnless(isAnswered, 'conflict', { skippedBecause: 'errors.answerOrSkip' })
  return { cases, skippedBecause: cases.length > 0 ? null : input.skippedBecause || null }
}

async function insertConditions(tx: Tx, actor: Staff, gateDecisionId: string, input: GateInput): Promise<void> {
  if (input.outcome !== 'approved_with_conditions') return
  await tx.gateCondition.createMany({
    data: input.conditions
      .filter(({ text }) => text !== '')
      .map(({ text, owner, dueOn }) => ({
        municipalityId: actor.municipality.id,
        gateDecisionId,
        text,
        owner,
        dueOn: dateOf(dueOn ?? input.decidedOn),
      })),
  })
}

async function moveProject(tx: Tx, project: ProjectForChange, left: PhaseView[], input: GateInput): Promise<void> {
  if (input.outcome === 'rejected')
    await tx.project.update({ where: { id: project.id }, data: { lifecycle: 'stopped', version: { increment: 1 } } })
  if (!leadsOn(input.outcome)) return
  const decidedOn = dateOf(input.decidedOn)
  const [current, ...jumped] = left
  await tx.projectPhase.updateMany({ where: { id: current?.id }, data: { actualEndOn: decidedOn } })
  await tx.projectPhase.updateMany({
    where: { id: { in: jumped.map(({ id }) => id) } },
    data: { actualStartOn: decidedOn, actualEndOn: decidedOn },
  })
  if (input.targetId) await tx.projectPhase.updateMany({ where: { id: input.targetId }, data: { actualStartOn: decidedOn } })
  await tx.project.update({
    where: { id: project.id },
    data: input.targetId
      ? { currentPhaseId: input.targetId, version: { increment: 1 } }
      : { lifecycle: 'closed', version: { increment: 1 } },
  })
}

/** Closes a condition that has been met, with a word on how. Refuses with `conflict` when it was closed in the meantime. */
export function closeCondition(actor: Actor, input: CloseConditionInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const condition = await tx.gateCondition.findFirst({
      where: { id: input.conditionId, decision: { projectId: project.id } },
      select: { text: true, closedOn: true },
    })
    refuseUnless(condition, 'not-found')
    const { count } = await tx.gateCondition.updateMany({
      where: { id: input.conditionId, version: input.version, closedOn: null },
      data: { closedOn: dateOf(today()), closedNote: input.closedNote, version: { increment: 1 } },
    })
    refuseUnless(count === 1, 'conflict')
    await audit(tx, staff, {
      action: 'gate.close-condition',
      subjectType: 'gate_condition',
      subjectId: input.conditionId,
      projectId: project.id,
      detail: { title: condition.text, note: input.closedNote },
    })
  })
}

/** Adds a stage to the execution phase, after the last one, with a transition of its own. */
export function addStage(actor: Actor, input: { projectId: string; name: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, staff } = await projectToRun(tx, actor, input.projectId)
    const phases = await projectPhases(tx, project)
    const last = phases.findLast(({ hasStages }) => hasStages)
    refuseUnless(last && last.state !== 'done', 'conflict')
    const source = await tx.projectPhase.findUniqueOrThrow({ where: { id: last.id }, select: { phaseModelPhaseId: true } })
    // Positions are unique: the later ones step aside from the back.
    for (const phase of phases.filter(({ position }) => position > last.position).reverse())
      await tx.projectPhase.updateMany({ where: { id: phase.id }, data: { position: phase.position + 1 } })
    const { id } = await tx.projectPhase.create({
      select: { id: true },
      data: {
        municipalityId: staff.municipality.id,
        projectId: project.id,
        phaseModelPhaseId: source.phaseModelPhaseId,
        position: last.position + 1,
        stageName: input.name,
      },
    })
    await audit(tx, staff, {
      action: 'phase.add-stage',
      subjectType: 'project_phase',
      subjectId: id,
      projectId: project.id,
      detail: { title: input.name },
    })
  })
}
