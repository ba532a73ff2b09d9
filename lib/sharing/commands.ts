import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { insertProject } from '@/lib/projects/commands'
import type { CopyInput } from './input'
import { mayCopy } from './policy'
import { copySource } from './queries'
import { type CopyPlan, type CopySource, planCopy } from './rules'

/**
 * Copies the chosen parts of another municipality's shared project or report into a new project of the actor's own.
 * Refuses with `not-found` what the actor may not read and parts that are not on offer, and with `forbidden` what they may not copy.
 */
export function copyProject(actor: Staff, input: CopyInput): Promise<{ projectId: string }> {
  return transaction(actor, async (tx) => {
    const source = await copySource(tx, input.projectId)
    refuseUnless(source, 'not-found')
    refuseUnless(mayCopy(actor, source), 'forbidden')
    const plan = planCopy(source, input)
    refuseUnless(plan.copiedParts.length > 0, 'not-found')
    const { projectId, phaseIds } = await insertProject(tx, actor, plan.project, plan.phases, { hasOwnChecklist: true })
    const copiedParts = await insertCopy(tx, actor, projectId, source, plan)
    await insertParts(tx, { municipalityId: actor.municipality.id, projectId }, phaseIds, plan, copiedParts)
    if (source.reportId) await confirmReuse(tx, actor, source.reportId)
    await audit(tx, actor, {
      action: 'project.copy',
      subjectType: 'project',
      subjectId: projectId,
      detail: { source: plan.origins[0]?.title ?? '', from: plan.origins[0]?.municipality ?? '', parts: input.parts },
    })
    return { projectId }
  })
}

type CopiedPartIds = Map<PartKind, string>

async function insertCopy(tx: Tx, actor: Staff, projectId: string, source: CopySource, plan: CopyPlan): Promise<CopiedPartIds> {
  const municipalityId = actor.municipality.id
  const copy = await tx.projectCopy.create({
    select: { id: true },
    data: {
      municipalityId,
      projectId,
      sourceMunicipalityId: source.municipalityId,
      sourceProjectId: source.projectId,
      sourceReportId: source.reportId,
      sourceVersion: source.version,
      origins: plan.origins.map((origin) => ({ ...origin })),
    },
  })
  const rows = await tx.copiedPart.createManyAndReturn({
    select: { id: true, kind: true },
    data: plan.copiedParts.map((part) => ({
      municipalityId,
      projectCopyId: copy.id,
      kind: part.kind,
      sourcePartId: part.sourcePartId,
      sourceVersion: part.version,
    })),
  })
  return new Map(rows.map((row) => [row.kind, row.id]))
}

async function insertParts(
  tx: Tx,
  own: { municipalityId: string; projectId: string },
  phaseIds: Map<string, string>,
  plan: CopyPlan,
  parts: CopiedPartIds,
): Promise<void> {
  await insertChecklist(tx, own, phaseIds, plan.checklist, parts.get('checklist'))
  await tx.milestone.createMany({
    data: plan.milestones.map((m) => ({
      ...own,
      title: m.title,
      plannedOn: dateOf(m.plannedOn),
      copiedPartId: parts.get('milestones'),
    })),
  })
  await tx.deliverable.createMany({
    data: plan.deliverables.map((d) => ({
      ...own,
      ...d,
      startOn: d.startOn && dateOf(d.startOn),
      endOn: d.endOn && dateOf(d.endOn),
      copiedPartId: parts.get('deliverables'),
    })),
  })
  await insertUncertainties(tx, own, plan.uncertainties, parts.get('uncertainties'))
  await insertBenefits(tx, own, plan.benefits, parts.get('benefits'))
}

/** Items of phases that the own phase model lacks land in its first phase, so that none is lost. */
async function insertChecklist(
  tx: Tx,
  own: { municipalityId: string; projectId: string },
  phaseIds: Map<string, string>,
  items: CopyPlan['checklist'],
  copiedPartId: string | undefined,
): Promise<void> {
  const [firstPhaseId] = phaseIds.values()
  const positions = new Map<string, number>()
  const rows = items.flatMap((item) => {
    const projectPhaseId = phaseIds.get(item.phase) ?? firstPhaseId
    if (!projectPhaseId) return []
    const position = (positions.get(projectPhaseId) ?? 0) + 1
    positions.set(projectPhaseId, position)
    return [{ ...own, projectPhaseId, position, text: item.text, isMandatory: item.isMandatory, copiedPartId }]
  })
  await tx.checklistItem.createMany({ data: rows })
}

async function insertUncertainties(
  tx: Tx,
  own: { municipalityId: string; projectId: string },
  uncertainties: CopyPlan['uncertainties'],
  copiedPartId: string | undefined,
): Promise<void> {
  const rows = await tx.uncertainty.createManyAndReturn({
    select: { id: true },
    data: uncertainties.map(({ actions: _, ...uncertainty }) => ({ ...own, ...uncertainty, copiedPartId })),
  })
  await tx.uncertaintyAction.createMany({
    data: uncertainties.flatMap(({ actions }, index) => {
      const uncertaintyId = rows[index]?.id
      return uncertaintyId ? actions.map((text) => ({ municipalityId: own.municipalityId, uncertaintyId, text })) : []
    }),
  })
}

async function insertBenefits(
  tx: Tx,
  own: { municipalityId: string; projectId: string },
  benefits: CopyPlan['benefits'],
  copiedPartId: string | undefined,
): Promise<void> {
  const texts = [...new Set(benefits.map((benefit) => benefit.change))]
  const changes = await tx.change.createManyAndReturn({
    select: { id: true, text: true },
    data: texts.map((text) => ({ ...own, text })),
  })
  const changeIds = new Map(changes.map((change) => [change.text, change.id]))
  const rows = await tx.benefit.createManyAndReturn({
    select: { id: true },
    data: benefits.map(({ indicator: _, change, ...benefit }) => ({
      ...own,
      ...benefit,
      changeId: changeIds.get(change) ?? '',
      copiedPartId,
    })),
  })
  await tx.indicator.createMany({
    data: benefits.flatMap(({ indicator }, index) => {
      const benefitId = rows[index]?.id
      if (!indicator || !benefitId) return []
      const { title, unit, start, target } = indicator
      return [{ municipalityId: own.municipalityId, benefitId, title, unit, startValue: start, targetValue: target }]
    }),
  })
}

/** Copying is the adopter's own statement of reuse, so it is confirmed at once. A state already further on is left as it is. */
async function confirmReuse(tx: Tx, actor: Staff, reportId: string): Promise<void> {
  const now = dateOf(today())
  await tx.reuse.upsert({
    where: { municipalityId_reportId: { municipalityId: actor.municipality.id, reportId } },
    create: { municipalityId: actor.municipality.id, reportId, state: 'planned', sinceOn: now, confirmedOn: now },
    update: { confirmedOn: now },
  })
}
