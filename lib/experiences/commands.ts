import 'server-only'
import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Visibility } from '@/generated/prisma/enums'
import { type Actor, isOwn, type Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { projectPlan } from '@/lib/projects/plan/queries'
import { removeDocument } from '@/lib/search/commands'
import { partKinds, partsOf } from '@/lib/sharing/parts'
import { municipalityFacts } from './facts/queries'
import { indexReport } from './indexing/commands'
import type { DraftInput, PublishInput } from './input'
import { mayPublishReport, mayWriteReport } from './policy'
import { slugOf } from './rules'
import { sectionKinds } from './sections'
import { sectionAudienceOf, writtenSections } from './store'

interface Target {
  projectId: string
}

/** Keeps what is written so far, for nobody else to read. What is published changes by publishing again, so it is refused here. */
export function saveReport(actor: Actor, input: DraftInput & Target): Promise<{ reportId: string }> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    refuseUnless(!(await isPublished(tx, project.id)), 'conflict')
    const reportId = await storeReport(tx, writer, project, input)
    await audit(tx, writer, { action: 'report.save', subjectType: 'experience_report', subjectId: reportId })
    return { reportId }
  })
}

/** Publishes the report to the chosen audience, with the parts of the project as they are now. Publishing again renews both. */
export function publishReport(actor: Actor, input: PublishInput & Target): Promise<{ reportId: string; slug: string }> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    refuseUnless(mayPublishReport(writer, project), 'forbidden')
    refuseUnless(input.visibility !== 'collaboration' || project.collaborationId, 'conflict')
    const reportId = await storeReport(tx, writer, project, input)
    await storeParts(tx, project, reportId, input)
    const { slug } = await tx.experienceReport.update({
      where: { id: reportId },
      select: { slug: true },
      data: {
        status: 'published',
        visibility: input.visibility,
        visibleToCollaborationId: input.visibility === 'collaboration' ? project.collaborationId : null,
        publishedAt: new Date(),
        confirmedOn: dateOf(today()),
      },
    })
    await indexReport(tx, reportId)
    await audit(tx, writer, {
      action: 'report.publish',
      subjectType: 'experience_report',
      subjectId: reportId,
      detail: { visibility: input.visibility satisfies Visibility },
    })
    return { reportId, slug }
  })
}

/** Takes a published report back: others no longer see it, copies already made stay with those who made them. */
export function withdrawReport(actor: Actor, input: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    const report = await tx.experienceReport.findFirst({
      where: { projectId: project.id, status: 'published' },
      select: { id: true },
    })
    refuseUnless(report, 'not-found')
    await tx.experienceReport.update({ where: { id: report.id }, data: { status: 'withdrawn' }, select: { id: true } })
    await removeDocument(tx, { kind: 'report', subjectId: report.id })
    await audit(tx, writer, { action: 'report.withdraw', subjectType: 'experience_report', subjectId: report.id })
  })
}

type WritableProject = Awaited<ReturnType<typeof writableProject>>['project']

async function writableProject(tx: Tx, actor: Actor, projectId: string) {
  const project = await tx.project.findUnique({
    where: { id: projectId },
    select: {
      id: true,
      municipalityId: true,
      collaborationId: true,
      municipality: { select: { name: true } },
      members: { select: { personId: true, role: true } },
      copies: { orderBy: { copiedAt: 'asc' }, take: 1, select: { sourceReportId: true } },
    },
  })
  refuseUnless(project && isOwn(actor, project), 'not-found')
  refuseUnless(mayWriteReport(actor, project), 'forbidden')
  return { project, writer: actor }
}

async function isPublished(tx: Tx, projectId: string): Promise<boolean> {
  return (await tx.experienceReport.count({ where: { projectId, status: 'published' } })) > 0
}

/** Writes the report and its sections whole. Refuses with `conflict` when somebody saved after the writer began. */
async function storeReport(tx: Tx, actor: Staff, project: WritableProject, input: DraftInput): Promise<string> {
  const { title, summary, outcome, themeCode, technologies, suppliers } = input
  const head = { title, summary, outcome, themeCode, technologies, suppliers }
  const existing = await tx.experienceReport.findFirst({ where: { projectId: project.id }, select: { id: true } })
  const reportId = existing
    ? await updateReport(tx, existing.id, input.version, head)
    : await createReport(tx, actor, project, input.version, head)
  await storeSections(tx, actor, project, reportId, input)
  return reportId
}

type Head = Pick<DraftInput, 'title' | 'summary' | 'outcome' | 'themeCode' | 'technologies' | 'suppliers'>

async function updateReport(tx: Tx, reportId: string, version: number, head: Head): Promise<string> {
  const { count } = await tx.experienceReport.updateMany({
    where: { id: reportId, version },
    data: { ...head, version: { increment: 1 } },
  })
  refuseUnless(count === 1, 'conflict')
  return reportId
}

async function createReport(tx: Tx, actor: Staff, project: WritableProject, version: number, head: Head): Promise<string> {
  refuseUnless(version === 0, 'conflict')
  const data = {
    ...head,
    municipalityId: project.municipalityId,
    projectId: project.id,
    collaborationId: project.collaborationId,
    slug: await freeSlug(tx, slugOf(head.title, project.municipality.name)),
    language: actor.municipality.writtenNorm === 'nynorsk' ? ('nn' as const) : ('nb' as const),
    buildsOnReportId: project.copies[0]?.sourceReportId,
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

async function storeSections(tx: Tx, actor: Staff, project: WritableProject, reportId: string, input: DraftInput): Promise<void> {
  const own = { municipalityId: project.municipalityId, reportId }
  const contents = { ...writtenSections(input), municipality: await municipalityFacts(tx, actor.municipality.id) }
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
  await tx.reportCostLine.createMany({ data: input.costs.map((line) => ({ ...own, ...line })) })
  await tx.reportEffect.deleteMany({ where: own })
  await tx.reportEffect.createMany({ data: input.effects.map((effect) => ({ ...own, ...effect })) })
  await tx.reportPrerequisite.deleteMany({ where: own })
  await tx.reportPrerequisite.createMany({
    data: input.prerequisites.map((text, index) => ({ ...own, position: index + 1, text })),
  })
}

/**
 * Stores the chosen parts of the project as they are now. A part that changed gets a new version in its old row, which copies refer to.
 * A part no longer offered is emptied rather than deleted where somebody holds a copy of it.
 */
async function storeParts(tx: Tx, project: WritableProject, reportId: string, input: PublishInput): Promise<void> {
  const plan = await projectPlan(tx, project.id)
  refuseUnless(plan, 'not-found')
  const parts = partsOf(plan)
  const stored = await tx.reportPart.findMany({ where: { reportId }, select: { id: true, kind: true, content: true } })
  for (const kind of partKinds) {
    const content = input.parts.includes(kind) ? parts[kind] : []
    const old = stored.find((part) => part.kind === kind)
    if (!old && content.length > 0) {
      await tx.reportPart.create({
        data: { municipalityId: project.municipalityId, reportId, kind, content },
        select: { id: true },
      })
    } else if (old && !isDeepStrictEqual(old.content, JSON.parse(JSON.stringify(content)))) {
      await tx.reportPart.update({ where: { id: old.id }, data: { content, version: { increment: 1 } }, select: { id: true } })
    }
  }
}
