import 'server-only'
import { dateOf, type IsoDate, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { indexProject } from '@/lib/projects/indexing/commands'
import type { Dated } from '../rules'

interface Own {
  municipalityId: string
  projectId: string
}

const on = (date: IsoDate | null) => date && dateOf(date)

/** Adds everything but the dates of the phases to a project, after what it has, in the caller's transaction. */
export async function insertItems(
  tx: Tx,
  own: Own,
  phaseIds: ReadonlyMap<string, string>,
  parts: Omit<Dated, 'phases'>,
  personId: string,
): Promise<void> {
  await insertChecklist(tx, own, phaseIds, parts.checklist)
  await insertTasks(tx, own, phaseIds, parts.tasks)
  await tx.milestone.createMany({ data: parts.milestones.map((m) => ({ ...own, ...m, plannedOn: dateOf(m.plannedOn) })) })
  await tx.deliverable.createMany({
    data: parts.deliverables.map((d) => ({ ...own, ...d, startOn: on(d.startOn), endOn: on(d.endOn) })),
  })
  await insertUncertainties(tx, own, parts.uncertainties)
  await insertBenefits(tx, own, parts.benefits)
  await tx.stakeholder.createMany({ data: parts.stakeholders.map((s) => ({ ...own, ...s })) })
  await tx.communication.createMany({ data: parts.communication.map((c) => ({ ...own, ...c, plannedOn: on(c.plannedOn) })) })
  await insertDocuments(tx, own, phaseIds, parts.documents, personId)
  if (parts.deliverables.length + parts.benefits.length > 0) await indexProject(tx, own.projectId)
}

async function insertChecklist(
  tx: Tx,
  own: Own,
  phaseIds: ReadonlyMap<string, string>,
  items: Dated['checklist'],
): Promise<void> {
  const last = await tx.checklistItem.groupBy({
    by: ['projectPhaseId'],
    where: { municipalityId: own.municipalityId, projectId: own.projectId },
    _max: { position: true },
  })
  const positions = new Map(last.map((row) => [row.projectPhaseId, row._max.position ?? 0]))
  await tx.checklistItem.createMany({
    data: items.flatMap(({ phase, text, isMandatory }) => {
      const projectPhaseId = phaseIds.get(phase)
      if (!projectPhaseId) return []
      const position = (positions.get(projectPhaseId) ?? 0) + 1
      positions.set(projectPhaseId, position)
      return [{ ...own, projectPhaseId, position, text, isMandatory }]
    }),
  })
}

async function insertTasks(tx: Tx, own: Own, phaseIds: ReadonlyMap<string, string>, tasks: Dated['tasks']): Promise<void> {
  const rows = tasks.map((task) => ({ ...task, id: newId() }))
  await tx.task.createMany({
    data: rows.map(({ steps: _, phase, dueOn, ...task }) => ({
      ...own,
      ...task,
      projectPhaseId: phase === null ? null : (phaseIds.get(phase) ?? null),
      dueOn: on(dueOn),
    })),
  })
  await tx.taskStep.createMany({
    data: rows.flatMap(({ id: taskId, steps }) =>
      steps.map((text) => ({ id: newId(), municipalityId: own.municipalityId, taskId, text })),
    ),
  })
}

async function insertUncertainties(tx: Tx, own: Own, uncertainties: Dated['uncertainties']): Promise<void> {
  const rows = uncertainties.map((uncertainty) => ({ ...uncertainty, id: newId() }))
  await tx.uncertainty.createMany({ data: rows.map(({ actions: _, ...uncertainty }) => ({ ...own, ...uncertainty })) })
  // How each is judged to begin with belongs to its history, as for those that are typed.
  await tx.uncertaintyAssessment.createMany({
    data: rows.map(({ id: uncertaintyId, probability, consequence, probabilityAfter, consequenceAfter }) => ({
      municipalityId: own.municipalityId,
      uncertaintyId,
      assessedOn: dateOf(today()),
      ...{ probability, consequence, probabilityAfter, consequenceAfter },
    })),
  })
  await tx.uncertaintyAction.createMany({
    data: rows.flatMap(({ id: uncertaintyId, actions }) =>
      actions.map((text) => ({ id: newId(), municipalityId: own.municipalityId, uncertaintyId, text })),
    ),
  })
}

/** A change that the project has already gets the benefits, too. */
async function insertBenefits(tx: Tx, own: Own, benefits: Dated['benefits']): Promise<void> {
  const texts = [...new Set(benefits.map((benefit) => benefit.change))]
  const known = await tx.change.findMany({
    where: { municipalityId: own.municipalityId, projectId: own.projectId, text: { in: texts } },
    orderBy: { id: 'desc' },
    select: { id: true, text: true },
  })
  const changeIds = new Map(known.map((change) => [change.text, change.id]))
  const missing = texts.filter((text) => !changeIds.has(text)).map((text) => ({ id: newId(), text }))
  await tx.change.createMany({ data: missing.map((change) => ({ ...own, ...change })) })
  for (const { id, text } of missing) changeIds.set(text, id)
  const rows = benefits.map((benefit) => ({ ...benefit, id: newId() }))
  await tx.benefit.createMany({
    data: rows.map(({ indicators: _, change, ...benefit }) => ({ ...own, ...benefit, changeId: changeIds.get(change) ?? '' })),
  })
  await tx.indicator.createMany({
    data: rows.flatMap(({ id: benefitId, indicators }) =>
      indicators.map(({ start, target, ...indicator }) => ({
        ...indicator,
        id: newId(),
        municipalityId: own.municipalityId,
        benefitId,
        startValue: start,
        targetValue: target,
      })),
    ),
  })
}

/** Each with its file as the first version, where the template has one. The bytes stay the template's. */
async function insertDocuments(
  tx: Tx,
  own: Own,
  phaseIds: ReadonlyMap<string, string>,
  documents: Dated['documents'],
  uploadedBy: string,
): Promise<void> {
  const rows = documents.map((document) => ({ ...document, id: newId() }))
  await tx.document.createMany({
    data: rows.map(({ file: _, phase, ...document }) => ({
      ...own,
      ...document,
      projectPhaseId: phase === null ? null : (phaseIds.get(phase) ?? null),
    })),
  })
  await tx.documentVersion.createMany({
    data: rows.flatMap(({ id: documentId, file }) =>
      file
        ? [
            {
              ...file,
              id: newId(),
              municipalityId: own.municipalityId,
              documentId,
              number: 1,
              sha256: Buffer.from(file.sha256, 'hex'),
              uploadedBy,
            },
          ]
        : [],
    ),
  })
}
