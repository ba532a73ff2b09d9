import 'server-only'
import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Actor, Staff } from '@/lib/platform/actor'
import type { Tx } from '@/lib/platform/db'
import { refuseUnless, Superseded } from '@/lib/platform/refusal'
import { lastChange } from '@/lib/projects/items/queries'
import { projectPlan } from '@/lib/projects/plan/queries'
import { mayReadInside } from '@/lib/projects/policy'
import { partKinds, partsOf } from '@/lib/sharing/parts'
import { storeDocuments } from '../documents/commands'
import { storedReport } from '../editing/queries'
import type { SavedReport } from '../editing/rules'
import { municipalityFacts } from '../facts/queries'
import { formValues, prerequisitesIn, writtenOf } from '../form/rules'
import type { DraftInput, PublishInput } from '../input'
import { mayWriteReport } from '../policy'
import { slugOf } from '../rules'
import { parseSection, type SectionContent, sectionKinds } from '../sections'
import { sectionAudienceOf, writtenSections } from '../store'

export type WritableProject = Awaited<ReturnType<typeof writableProject>>['project']

/** The project whose report the actor may write; refuses otherwise. */
export async function writableProject(tx: Tx, actor: Actor, projectId: string) {
  const project = await tx.project.findUnique({
    where: { id: projectId },
    select: {
      id: true,
      title: true,
      municipalityId: true,
      collaborationId: true,
      municipality: { select: { name: true } },
      members: { select: { personId: true, role: true } },
    },
  })
  refuseUnless(project && mayReadInside(actor, project), 'not-found')
  refuseUnless(mayWriteReport(actor, project), 'forbidden')
  return { project, writer: actor }
}

/**
 * The report of the project, held until the transaction ends, so that of two who save at once the second sees the first. Refuses with
 * both versions where somebody saved after the writer began.
 */
export async function openedReport(tx: Tx, projectId: string, version: number) {
  await tx.$queryRaw`SELECT id FROM experience_report WHERE project_id = ${projectId}::uuid FOR UPDATE`
  const stored = await storedReport(tx, projectId)
  if (stored && stored.saved.version !== version) {
    const { report, saved } = stored
    throw new Superseded({ version: saved.version, values: formValues(report), ...(await lastChange(tx, saved.id)) })
  }
  refuseUnless(stored || version === 0, 'conflict')
  return stored
}

/**
 * Keeps what is written, for nobody else to read: nothing of it stands in the report before it is published. One that has never been
 * published is known among its own by what the draft is called.
 */
export async function storeDraft(
  tx: Tx,
  actor: Staff,
  project: WritableProject,
  saved: SavedReport | null,
  input: DraftInput,
): Promise<string> {
  const { title, summary, outcome, themeCode } = input
  const head = { title: title || project.title, summary, outcome, themeCode }
  const reportId = saved?.id ?? (await createReport(tx, actor, project, head))
  if (saved?.status === 'draft') await tx.experienceReport.update({ where: { id: reportId }, data: head, select: { id: true } })
  const content = JSON.parse(JSON.stringify(writtenOf(input))) as object
  const version = input.version + 1
  await tx.reportDraft.upsert({
    where: { reportId },
    select: { reportId: true },
    create: { municipalityId: project.municipalityId, reportId, content, version },
    update: { content, version, savedAt: new Date() },
  })
  return reportId
}

/** Writes the report and its sections whole, as what stands. The draft of it is done. */
export async function storeReport(
  tx: Tx,
  actor: Staff,
  project: WritableProject,
  reportId: string,
  input: PublishInput,
): Promise<void> {
  const { title, summary, outcome, themeCode, visibility } = input
  const data = {
    ...{ title, summary, outcome, themeCode, visibility, version: input.version + 1 },
    visibleToCollaborationId: visibility === 'collaboration' ? project.collaborationId : null,
  }
  await tx.experienceReport.update({ where: { id: reportId }, select: { id: true }, data })
  await storeSections(tx, actor, project, reportId, input)
  await tx.reportDraft.deleteMany({ where: { reportId } })
}

type Head = Pick<DraftInput, 'title' | 'summary' | 'outcome' | 'themeCode'>

async function createReport(tx: Tx, actor: Staff, project: WritableProject, head: Head): Promise<string> {
  const data = {
    ...head,
    municipalityId: project.municipalityId,
    projectId: project.id,
    collaborationId: project.collaborationId,
    slug: await freeSlug(tx, slugOf(head.title, project.municipality.name)),
    language: actor.municipality.writtenNorm === 'nynorsk' ? ('nn' as const) : ('nb' as const),
  }
  // Of two who save for the first time at once, the later finds that the project has its report.
  const [created] = await tx.experienceReport.createManyAndReturn({ select: { id: true }, data: [data], skipDuplicates: true })
  refuseUnless(created, 'conflict')
  return created.id
}

/** The slug, or the slug with a short random tail. It must not tell of unseen reports, so what is seen to be taken decides only the looks. */
async function freeSlug(tx: Tx, slug: string): Promise<string> {
  // Two reports of one name saved at once wait for each other, so that each gets an address of its own.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report-slug:${slug}`}, 0))`
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT slug_is_taken(${slug}) AS taken`
  return row?.taken ? `${slug}-${randomBytes(3).toString('hex')}` : slug
}

async function storeSections(
  tx: Tx,
  actor: Staff,
  project: WritableProject,
  reportId: string,
  input: PublishInput,
): Promise<void> {
  const own = { municipalityId: project.municipalityId, reportId }
  const contents = { ...writtenSections(input), municipality: await factsOf(tx, actor, reportId) }
  await tx.reportSection.deleteMany({ where: own })
  await tx.reportSection.createMany({
    data: sectionKinds.map((kind) => ({
      ...own,
      kind,
      content: contents[kind],
      ...sectionAudienceOf(input, kind, project.collaborationId),
    })),
  })
  await tx.reportCostLine.deleteMany({ where: own })
  await tx.reportCostLine.createMany({ data: input.costs.map((line, index) => ({ ...own, ...line, position: index + 1 })) })
  await tx.reportEffect.deleteMany({ where: own })
  await tx.reportEffect.createMany({ data: input.effects.map((effect, index) => ({ ...own, ...effect, position: index + 1 })) })
  await tx.reportPrerequisite.deleteMany({ where: own })
  await tx.reportPrerequisite.createMany({
    data: prerequisitesIn(input).map((line, index) => ({ ...own, position: index + 1, ...line })),
  })
  await storeDocuments(tx, project, reportId, input.documents)
}

/** The municipality as it was when the report was first published. */
async function factsOf(tx: Tx, actor: Staff, reportId: string): Promise<SectionContent['municipality']> {
  const kept = await tx.reportSection.findFirst({
    where: { reportId, kind: 'municipality', report: { publishedAt: { not: null } } },
    select: { content: true },
  })
  return kept ? parseSection('municipality', kept.content) : municipalityFacts(tx, actor.municipality.id)
}

/** What others may take, kind by kind, as the project stands now. */
export async function chosenParts(tx: Tx, projectId: string, chosen: PublishInput['parts']) {
  const plan = await projectPlan(tx, projectId)
  refuseUnless(plan, 'not-found')
  const parts = partsOf(plan)
  return partKinds.map((kind) => ({ kind, isOffered: chosen.includes(kind), content: chosen.includes(kind) ? parts[kind] : [] }))
}

/**
 * Stores the chosen parts. A part that changed gets a new version in its old row, which copies refer to.
 * A part no longer offered is emptied and says so rather than deleted: somebody may hold a copy of it.
 */
export async function storeParts(
  tx: Tx,
  project: WritableProject,
  reportId: string,
  parts: Awaited<ReturnType<typeof chosenParts>>,
): Promise<void> {
  const stored = await tx.reportPart.findMany({
    where: { reportId },
    select: { id: true, kind: true, content: true, isOffered: true },
  })
  for (const { kind, content, isOffered } of parts) {
    const old = stored.find((part) => part.kind === kind)
    if (!old && content.length > 0) {
      await tx.reportPart.create({
        data: { municipalityId: project.municipalityId, reportId, kind, content },
        select: { id: true },
      })
    } else if (old && (old.isOffered !== isOffered || !isDeepStrictEqual(old.content, JSON.parse(JSON.stringify(content))))) {
      const data = { content, isOffered, version: { increment: 1 } }
      await tx.reportPart.update({ where: { id: old.id }, data, select: { id: true } })
    }
  }
}
