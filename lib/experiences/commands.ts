import 'server-only'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import { removeDocument } from '@/lib/search/commands'
import { asksAbout } from './check/queries'
import { sentForm, writtenOf } from './form/rules'
import { indexReport } from './indexing/commands'
import { type ConfirmInput, type DraftInput, type PublishInput, publishInput } from './input'
import { mayPublishReport } from './policy'
import {
  chosenParts,
  openedReport,
  storeParts,
  storeReport,
  storeRevision,
  type WritableProject,
  writableProject,
} from './writing/commands'

interface Target {
  projectId: string
}

/** What is new since a saved draft by the same hand is told once in a while, not for every pause in the typing. */
const toldAgainAfterMs = 15 * 60_000

/**
 * Keeps what is written so far, for nobody else to read. Where the report is published, this is the draft of its next version, and readers
 * see what stands until that is published. `isAutomatic`: by the editor itself, between the keystrokes.
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
    const isPublished = opened?.saved.status === 'published'
    const reportId = isPublished ? opened.saved.id : await storeReport(tx, writer, project, opened?.saved.id ?? null, input)
    if (isPublished) await storeRevision(tx, project, reportId, input)
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

/** Throws away the draft of the next version: what is published stands as it is. */
export function discardRevision(actor: Actor, input: Target): Promise<void> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    const report = await tx.experienceReport.findFirst({
      where: { projectId: project.id, draft: { isNot: null } },
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
  note?: string
  hideEarlier?: boolean
}

/** Publishes the report to the chosen audience, with the parts of the project as they are now. Publishing again makes the next version. */
export function publishReport(actor: Actor, input: PublishInput & Target & Publication): Promise<Published> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    const opened = await openedReport(tx, project.id, input.version)
    const asked = await asksAbout(tx, project.id, writtenOf(input))
    refuseUnless(!asked.some(({ kind }) => kind === 'identity'), 'conflict', identityErrors(asked))
    return publish(tx, writer, project, opened?.saved.id ?? null, input)
  })
}

/** Publishes the draft as it was looked over: whole, without identity numbers, and with a yes to everything else that may name somebody. */
export function publishDraft(actor: Actor, input: ConfirmInput): Promise<Published> {
  return transaction(actor, async (tx) => {
    const { project, writer } = await writableProject(tx, actor, input.projectId)
    const opened = await openedReport(tx, project.id, input.version)
    refuseUnless(opened, 'not-found')
    const parsed = publishInput.safeParse({ ...sentForm(opened.report), version: String(input.version) })
    refuseUnless(parsed.success, 'conflict', { keep: 'errors.reportUnfinished' })
    const asked = await asksAbout(tx, project.id, opened.report)
    refuseUnless(!asked.some(({ kind }) => kind === 'identity'), 'conflict', { keep: 'errors.identityNumber' })
    refuseUnless(
      asked.every(({ key }) => input.keep.includes(key)),
      'conflict',
      { keep: 'errors.findingUnanswered' },
    )
    return publish(tx, writer, project, opened.saved.id, {
      ...parsed.data,
      note: input.note,
      hideEarlier: input.hideEarlier !== undefined,
    })
  })
}

function identityErrors(asked: { kind: string; field: string | null }[]): Record<string, string> {
  const fields = asked.filter(({ kind }) => kind === 'identity').map(({ field }) => [field ?? 'parts[]', 'errors.identityNumber'])
  return Object.fromEntries(fields) as Record<string, string>
}

interface Published {
  reportId: string
  slug: string
  /** The number of the version. */
  number: number
}

async function publish(
  tx: Tx,
  writer: Staff,
  project: WritableProject,
  reportId: string | null,
  input: PublishInput & Publication,
): Promise<Published> {
  refuseUnless(mayPublishReport(writer, project), 'forbidden')
  refuseUnless(input.visibility !== 'collaboration' || project.collaborationId, 'conflict')
  const id = await storeReport(tx, writer, project, reportId, input)
  await storeParts(tx, project, id, await chosenParts(tx, project.id, input.parts))
  const { slug } = await tx.experienceReport.update({
    where: { id },
    select: { slug: true },
    data: { status: 'published', publishedAt: new Date(), confirmedOn: dateOf(today()) },
  })
  const [kept] = await tx.$queryRaw<[{ number: number }]>`SELECT keep_report_version(${id}::uuid, ${input.note ?? ''}) AS number`
  if (input.hideEarlier)
    await tx.experienceReport.update({ where: { id }, select: { id: true }, data: { oldestShownVersion: kept.number } })
  await indexReport(tx, id)
  await audit(tx, writer, {
    action: 'report.publish',
    subjectType: 'experience_report',
    subjectId: id,
    detail: { visibility: input.visibility, version: kept.number },
  })
  return { reportId: id, slug, number: kept.number }
}

/** Takes a published report back: others no longer see it or its versions, copies already made stay with those who made them. */
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
