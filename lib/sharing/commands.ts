import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import type { Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, type IsoDate, isoDate, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { insertProject } from '@/lib/projects/commands'
import { projectToRun } from '@/lib/projects/facts/queries'
import type { CopyInput } from './input'
import { type CopiedPartIds, insertItems, type Place } from './insert/commands'
import { mayCopy } from './policy'
import { copySource } from './queries'
import { type CopyPlan, type CopySource, planCopy } from './rules'

/**
 * Copies what was chosen of another municipality's shared project or report: into a new project of the actor's own, or into one they run.
 * Refuses with `not-found` what the actor may not read and items that are not on offer, and with `forbidden` what they may not copy.
 */
export function copyProject(actor: Staff, input: CopyInput): Promise<{ projectId: string }> {
  return transaction(actor, async (tx) => {
    const source = await copySource(tx, input.projectId)
    refuseUnless(source, 'not-found')
    refuseUnless(mayCopy(actor, source), 'forbidden')
    const target = input.into ? await openProject(tx, actor, input.into) : null
    const startOn = target?.startOn ?? input.startOn
    refuseUnless(startOn, 'conflict', { startOn: 'errors.required' })
    const plan = planCopy(source, { startOn, parts: input.parts, items: input.items })
    refuseUnless(plan.copiedParts.length > 0, 'not-found', input.items && { 'parts[]': 'errors.chooseOne' })
    const { projectId, phaseIds } = target ?? (await startProject(tx, actor, source, { title: input.title, startOn }, plan))
    if (target) await planPhases(tx, target, plan.phases)
    const place = { municipalityId: actor.municipality.id, projectId }
    await insertItems(tx, place, phaseIds, plan, await insertCopy(tx, place, source, plan))
    if (source.reportId) await confirmReuse(tx, actor, source.reportId)
    await audit(tx, actor, {
      action: 'project.copy',
      subjectType: 'project',
      subjectId: projectId,
      ...(target && { projectId }),
      detail: {
        source: source.origins[0]?.title ?? '',
        from: source.origins[0]?.municipality ?? '',
        parts: plan.copiedParts.map((part) => part.kind),
      },
    })
    return { projectId }
  })
}

function startProject(
  tx: Tx,
  actor: Staff,
  source: CopySource,
  { title, startOn }: { title: string; startOn: IsoDate },
  plan: CopyPlan,
): Promise<{ projectId: string; phaseIds: Map<string, string> }> {
  const { goal, themeCode, technologies, methods } = source
  const project = { title, goal, themeCode, technologies, methods, startOn }
  return insertProject(tx, actor, project, plan.phases, { hasOwnChecklist: true })
}

interface Target {
  projectId: string
  startOn: IsoDate
  phases: { id: string; code: string; plannedStartOn: Date | null; plannedEndOn: Date | null }[]
  phaseIds: Map<string, string>
}

/** A project of the municipality that is there already; only those who run it may add to it. */
async function openProject(tx: Tx, actor: Staff, projectId: string): Promise<Target> {
  const { project } = await projectToRun(tx, actor, projectId)
  // Two who add to one project at once wait for each other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`project-parts:${project.id}`}, 0))`
  const { startOn, phases: rows } = await tx.project.findUniqueOrThrow({
    where: { id: project.id },
    select: {
      startOn: true,
      phases: {
        orderBy: { position: 'asc' },
        select: { id: true, plannedStartOn: true, plannedEndOn: true, modelPhase: { select: { code: true } } },
      },
    },
  })
  const phases = rows.map(({ modelPhase, ...phase }) => ({ ...phase, code: modelPhase.code }))
  const phaseIds = new Map(phases.map(({ code, id }) => [code, id]))
  return { projectId: project.id, startOn: isoDate(startOn), phases, phaseIds }
}

/** Only dates that are not set are filled in. */
async function planPhases(tx: Tx, target: Target, planned: CopyPlan['phases']): Promise<void> {
  for (const { id, code, plannedStartOn, plannedEndOn } of target.phases) {
    const plan = planned.get(code)
    if (!plan || plannedEndOn) continue
    await tx.projectPhase.update({
      where: { id },
      select: { id: true },
      data: {
        plannedStartOn: plannedStartOn ?? (plan.plannedStartOn && dateOf(plan.plannedStartOn)),
        plannedEndOn: plan.plannedEndOn && dateOf(plan.plannedEndOn),
      },
    })
  }
}

async function insertCopy(tx: Tx, place: Place, source: CopySource, plan: CopyPlan): Promise<CopiedPartIds> {
  const copy = await tx.projectCopy.create({
    select: { id: true },
    data: {
      ...place,
      sourceMunicipalityId: source.municipalityId,
      sourceProjectId: source.projectId,
      sourceReportId: source.reportId,
      sourceVersion: source.version,
      origins: source.origins.map((origin) => ({ ...origin })),
    },
  })
  const rows = await tx.copiedPart.createManyAndReturn({
    select: { id: true, kind: true },
    data: plan.copiedParts.map((part) => ({
      municipalityId: place.municipalityId,
      projectCopyId: copy.id,
      kind: part.kind,
      sourcePartId: part.sourcePartId,
      sourceVersion: part.version,
    })),
  })
  return new Map<PartKind, string>(rows.map((row) => [row.kind, row.id]))
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
