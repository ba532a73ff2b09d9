import 'server-only'
import type { FindingKind } from '@/generated/prisma/enums'
import { tell } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayApprovePublications } from '@/lib/publishing/policy'
import { publishingRule } from '@/lib/publishing/queries'
import { type Way, wayOf } from '@/lib/publishing/rules'
import { removeDocument } from '@/lib/search/commands'
import { keepSteward } from '@/lib/stewards/commands'
import { resolveFlags } from '@/lib/upkeep/flags/commands'
import { keepFindings } from './check/commands'
import { asksAbout, asksAboutWords, keptFindings } from './check/queries'
import type { Finding } from './check/rules'
import { documentsToSettle } from './documents/queries'
import type { SavedReport } from './editing/rules'
import { sentForm } from './form/rules'
import { indexReport } from './indexing/commands'
import { type ConfirmInput, type DraftInput, type PublishInput, publishInput, type WithdrawInput } from './input'
import { mayPublishReport, writerRole } from './policy'
import { keepBasis } from './renewal/commands'
import {
  chosenParts,
  openedReport,
  storeDraft,
  storeParts,
  storeReport,
  type WritableProject,
  writableProject,
} from './writing/commands'

interface Target {
  projectId: string
}

/** What is new since a saved draft by the same hand is told once in a while, not for every pause in the typing. */
const toldAgainAfterMs = 15 * 60_000

/**
 * Keeps what is written so far, for nobody else to read. Where the report is published, readers see what stands until this is published.
 * `isAutomatic`: by the editor itself, between the keystrokes.
 */
export function saveReport(
  actor: Actor,
  input: DraftInput & Target,
  { isAutomatic = false } = {},
): Promise<{ reportId: string; version: number }> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    refuseUnless(input.visibility !== 'collaboration' || project.collaborationId, 'conflict')
    const opened = await openedReport(tx, project.id, input.version)
    const reportId = await storeDraft(tx, writer, project, opened?.saved ?? null, input)
    if (!opened) await keepBasis(tx, writer, { projectId: project.id, reportId })
    if (!isAutomatic || !(await wasToldLately(tx, writer, reportId)))
      await audit(tx, writer, { action: 'report.save', subjectType: 'experience_report', subjectId: reportId })
    return { reportId, version: input.version + 1 }
  })
}

async function wasToldLately(tx: Tx, writer: Staff, reportId: string): Promise<boolean> {
  const [last] = await tx.auditEvent.findMany({ where: { subjectId: reportId }, orderBy: { at: 'desc' }, take: 1 })
  const since = Date.now() - toldAgainAfterMs
  return last?.action === 'report.save' && last.actorId === writer.personId && last.at.getTime() > since
}

/** Throws away what is written since the report was published: what stands, or was taken back, is as it was. */
export function discardRevision(actor: Actor, input: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    const report = await tx.experienceReport.findFirst({
      where: { projectId: project.id, status: { not: 'draft' }, draft: { isNot: null } },
      select: { id: true, draft: { select: { version: true } } },
    })
    refuseUnless(report?.draft, 'not-found')
    await tx.reportDraft.delete({ where: { reportId: report.id }, select: { reportId: true } })
    // Counted on, so that a window where the draft is still open is told.
    const version = report.draft.version + 1
    await tx.experienceReport.update({ where: { id: report.id }, data: { version }, select: { id: true } })
    await audit(tx, writer, { action: 'report.discard', subjectType: 'experience_report', subjectId: report.id })
  })
}

interface Publication {
  note: string
  hideEarlier: boolean
  /** Whether the writer says that all of it still holds. What is published for the first time does. */
  holds: boolean
  /** What was asked about, and may stay. */
  asked: Finding[]
}

/** A draft that may be read by others as it stands: whole, without identity numbers, and with a yes to everything else that may name somebody. */
export interface Ready {
  project: WritableProject
  writer: Staff
  saved: SavedReport
  publication: PublishInput & Publication
}

/** The draft as it was looked over. Refuses what is not ready. */
export async function readyToPublish(tx: Tx, actor: Actor, input: ConfirmInput): Promise<Ready> {
  const { project, writer } = await writableProject(tx, actor, input.projectId)
  const opened = await openedReport(tx, project.id, input.version)
  refuseUnless(opened, 'not-found')
  const parsed = publishInput.safeParse({ ...sentForm(opened.report), version: String(input.version) })
  refuseUnless(parsed.success, 'conflict', { keep: 'errors.reportUnfinished' })
  const asked = await answeredFindings(tx, project.id, opened, input)
  const { unread, gone } = await documentsToSettle(tx, { projectId: project.id, reportId: opened.saved.id }, opened.report)
  refuseUnless(gone.length === 0, 'conflict', { read: 'errors.documentGone' })
  refuseUnless(
    unread.every(({ mark }) => input.read?.includes(mark)),
    'conflict',
    { read: 'errors.documentUnread' },
  )
  const publication = {
    ...parsed.data,
    note: input.note,
    hideEarlier: input.hideEarlier !== undefined,
    holds: input.holds !== undefined || opened.saved.status === 'draft',
    asked,
  }
  return { project, writer, saved: opened.saved, publication }
}

/** What the municipality has decided of publishing as widely as this, for whoever does it. */
export async function wayToReaders(tx: Tx, { writer, publication }: Ready): Promise<Way> {
  const rule = await publishingRule(tx, writer.municipality.id, publication.visibility)
  return wayOf(rule, mayApprovePublications(writer))
}

export function refusePublishing(way: Way): void {
  refuseUnless(way !== 'no', 'conflict', { publishing: 'errors.publishedByNobody' })
}

/** Publishes the draft where the municipality lets whoever writes do so; refuses where another must look first. */
export function publishDraft(actor: Actor, input: ConfirmInput): Promise<Published> {
  return transaction(actor, async (tx) => {
    const ready = await readyToPublish(tx, actor, input)
    const way = await wayToReaders(tx, ready)
    refusePublishing(way)
    refuseUnless(way === 'publish', 'forbidden', { publishing: 'errors.needsApproval' })
    return publishReady(tx, ready)
  })
}

/** Publishes what is ready, in the transaction of whoever found that it may be. */
export function publishReady(tx: Tx, { project, writer, saved, publication }: Ready): Promise<Published> {
  return publish(tx, writer, project, saved, publication)
}

type Opened = NonNullable<Awaited<ReturnType<typeof openedReport>>>

export interface Published {
  reportId: string
  slug: string
  /** The number of the version. */
  number: number
}

/** Everything that may name somebody in what is published. Refuses identity numbers, and what nobody has said yes to. */
async function answeredFindings(
  tx: Tx,
  projectId: string,
  { report, saved }: Opened,
  { note, keep, keepNote }: ConfirmInput,
): Promise<Finding[]> {
  const asked = await asksAbout(tx, projectId, report)
  const kept = await keptFindings(tx, saved.id)
  refuseUnless(!asked.some(isIdentity), 'conflict', { keep: 'errors.identityNumber' })
  refuseUnless(
    asked.every(({ key }) => kept.has(key) || keep.includes(key)),
    'conflict',
    { keep: 'errors.findingUnanswered' },
  )
  refuseNamed('note', await asksAboutWords(tx, 'note', note, report), keepNote === note)
  return asked
}

const isIdentity = ({ kind }: Finding) => kind === 'identity'

/** Makes the draft what stands, with the parts of the project as they are now, and keeps it as the next version. */
async function publish(
  tx: Tx,
  writer: Staff,
  project: WritableProject,
  { id, status }: SavedReport,
  input: PublishInput & Publication,
): Promise<Published> {
  refuseUnless(mayPublishReport(writer, project), 'forbidden')
  refuseUnless(input.visibility !== 'collaboration' || project.collaborationId, 'conflict')
  await storeReport(tx, writer, project, id, input)
  await storeParts(tx, project, id, await chosenParts(tx, project.id, input.parts))
  const { slug } = await tx.experienceReport.update({
    where: { id },
    select: { slug: true },
    data: {
      status: 'published',
      revisedAt: new Date(),
      ...{ withdrawnAt: null, withdrawnReason: '' },
      ...(status === 'draft' && { publishedAt: new Date() }),
      ...(input.holds && { confirmedOn: dateOf(today()) }),
    },
  })
  const [kept] = await tx.$queryRaw<
    [{ number: number }]
  >`SELECT keep_report_version(${id}::uuid, ${input.note}, ${writerRole(writer, project)}::writer_role) AS number`
  if (input.hideEarlier)
    await tx.experienceReport.update({ where: { id }, select: { id: true }, data: { oldestShownVersion: kept.number } })
  await indexReport(tx, id)
  await keepFindings(tx, writer, id, input.asked)
  await keepSteward(tx, writer, id, project.id)
  if (input.holds) await resolveFlags(tx, writer, id)
  await tell(tx, writer, { kind: kept.number === 1 ? 'report_published' : 'report_revised', reportId: id })
  if (kept.number > 1) await tell(tx, writer, { kind: 'part_improved', reportId: id })
  await audit(tx, writer, {
    action: 'report.publish',
    subjectType: 'experience_report',
    subjectId: id,
    detail: {
      visibility: input.visibility,
      version: kept.number,
      ...(input.asked.length > 0 && { kept: countBy(input.asked) }),
      ...(input.documents.length > 0 && { documents: input.documents.length }),
    },
  })
  return { reportId: id, slug, number: kept.number }
}

/** How many findings there are of each kind. */
function countBy(asked: readonly Finding[]): Partial<Record<FindingKind, number>> {
  const counts: Partial<Record<FindingKind, number>> = {}
  for (const { kind } of asked) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/**
 * Takes a published report back: others no longer see it or its versions, and are told why. Copies already made stay with those who made
 * them. It can be published again, at the same address.
 */
export function withdrawReport(actor: Actor, { projectId, reason, keepReason }: WithdrawInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, projectId)
    const report = await tx.experienceReport.findFirst({
      where: { projectId: project.id, status: 'published' },
      select: { id: true, title: true, visibility: true },
    })
    refuseUnless(report, 'not-found')
    refuseNamed('reason', await asksAboutWords(tx, 'reason', reason, report), keepReason === reason)
    await tell(tx, writer, { kind: 'report_withdrawn', reportId: report.id, title: report.title, reason })
    const data = { status: 'withdrawn' as const, withdrawnAt: new Date(), withdrawnReason: reason }
    await tx.experienceReport.update({ where: { id: report.id }, data, select: { id: true } })
    await removeDocument(tx, { kind: 'report', subjectId: report.id })
    await tx.searchDocument.deleteMany({
      where: { OR: [{ part: { reportId: report.id } }, { reportDocument: { reportId: report.id } }] },
    })
    await audit(tx, writer, {
      ...{ action: 'report.withdraw', subjectType: 'experience_report', subjectId: report.id },
      detail: { reason },
    })
  })
}

/** Words that are read beside a report, and never changed: no identity numbers, and a yes to whatever else may name somebody. */
function refuseNamed(field: 'note' | 'reason', found: readonly Finding[], isKept: boolean): void {
  refuseUnless(!found.some(isIdentity), 'conflict', { [field]: 'errors.identityNumber' })
  refuseUnless(found.length === 0 || isKept, 'conflict', { [field]: 'errors.noteNames' })
}
