import 'server-only'
import type { PartKind } from '@/generated/prisma/enums'
import { takeOn } from '@/lib/fit/commands'
import type { Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, type IsoDate, isoDate } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { insertProject } from '@/lib/projects/commands'
import { projectToRun } from '@/lib/projects/facts/queries'
import { type CopiedFiles, insertDocuments, withCopiedFiles } from './documents/commands'
import { linksOf } from './held/own/queries'
import { type Holding, holdingsOf } from './held/queries'
import { contentAfterCopy } from './held/rules'
import type { CopyInput } from './input'
import { type CopiedPartIds, insertItems, type Place } from './insert/commands'
import { mayCopy } from './policy'
import { copySource } from './queries'
import { confirmByCopying } from './reuse/commands'
import { type CopyPlan, type CopySource, planCopy } from './rules'

export interface Copied {
  projectId: string
  /** How much of what was chosen was there already, from the same source. */
  skipped: number
}

/**
 * Copies what was chosen of another municipality's shared project or report: into a new project of the actor's own, or into one they run.
 * Refuses with `not-found` what the actor may not read and items that are not on offer, and with `forbidden` what they may not copy.
 */
export function copyProject(actor: Staff, input: CopyInput): Promise<Copied> {
  return withCopiedFiles(actor, input, (files) => transaction(actor, (tx) => copyIn(tx, actor, input, files)))
}

/** As `copyProject`, in a transaction that does more. */
export async function copyIn(tx: Tx, actor: Staff, input: CopyInput, files: CopiedFiles = new Map()): Promise<Copied> {
  const source = await copySource(tx, input.projectId)
  refuseUnless(source, 'not-found')
  refuseUnless(mayCopy(actor, source), 'forbidden')
  const target = input.into ? await openProject(tx, actor, input.into) : null
  const startOn = target?.startOn ?? input.startOn
  refuseUnless(startOn, 'conflict', { startOn: 'errors.required' })
  const held = await heldFrom(tx, target, source)
  const plan = planCopy(source, { startOn, parts: input.parts, items: input.items, held: held.keys })
  const nothing = held.keys.size > 0 ? { 'parts[]': 'errors.allThere' } : input.items && { 'parts[]': 'errors.chooseOne' }
  const wanted = input.documents ?? []
  refuseUnless(plan.copiedParts.length + wanted.length > 0, 'not-found', nothing)
  const { projectId, phaseIds } = target ?? (await startProject(tx, actor, source, { title: input.title, startOn }, plan))
  if (target) await planPhases(tx, target, plan.phases)
  const place = { municipalityId: actor.municipality.id, projectId }
  const { projectCopyId, parts } = await insertCopy(tx, place, source, plan, held.parts)
  await insertItems(tx, place, phaseIds, plan, parts)
  const from = { projectId: source.projectId, documents: wanted }
  const documents = await insertDocuments(tx, actor, { ...place, projectCopyId }, from, files)
  if (source.reportId) await confirmByCopying(tx, actor, source.reportId)
  const takenOn = source.reportId ? await takeOn(tx, actor, { projectId, startOn }, source.reportId, input.fit ?? []) : 0
  refuseUnless(plan.copiedParts.length + documents.titles.length > 0, 'not-found', { 'documents[]': 'errors.allThere' })
  const skipped = plan.skipped + documents.skipped
  await audit(tx, actor, {
    action: 'project.copy',
    subjectType: 'project',
    subjectId: projectId,
    ...(target && { projectId }),
    detail: {
      source: source.origins[0]?.title ?? '',
      from: source.origins[0]?.municipality ?? '',
      parts: plan.copiedParts.map((part) => part.kind),
      ...(takenOn > 0 && { takenOn }),
      ...(documents.titles.length > 0 && { documents: documents.titles }),
      ...(skipped > 0 && { skipped }),
    },
  })
  return { projectId, skipped }
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

/** What a project has already of a source, and under which keys. */
async function heldFrom(tx: Tx, target: Target | null, source: CopySource): Promise<{ parts: Holding[]; keys: Set<string> }> {
  if (!target) return { parts: [], keys: new Set() }
  const parts = (await holdingsOf(tx, target.projectId)).filter((part) => part.sourceProjectId === source.projectId)
  const links = [...(await linksOf(tx, target.projectId)).values()]
  const keys = links.flatMap((link) => (link.sourceProjectId === source.projectId && link.key ? [link.key] : []))
  return { parts, keys: new Set(keys) }
}

async function insertCopy(
  tx: Tx,
  place: Place,
  source: CopySource,
  plan: CopyPlan,
  held: Holding[],
): Promise<{ projectCopyId: string; parts: CopiedPartIds }> {
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
  const ids = new Map<PartKind, string>()
  for (const { kind, sourcePartId, version, items } of plan.copiedParts) {
    const before = held.find((part) => part.kind === kind)
    const content = contentAfterCopy(source.parts[kind], items, before?.content ?? [])
    const data = { sourcePartId, sourceVersion: version, content: content.map((item) => ({ ...item })) }
    if (before) await tx.copiedPart.updateMany({ where: { id: before.copiedPartId }, data })
    const { id } = before
      ? { id: before.copiedPartId }
      : await tx.copiedPart.create({
          select: { id: true },
          data: { ...data, municipalityId: place.municipalityId, projectCopyId: copy.id, kind },
        })
    ids.set(kind, id)
  }
  return { projectCopyId: copy.id, parts: ids }
}
