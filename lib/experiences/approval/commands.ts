import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { tell, tellEach } from '@/lib/news/commands'
import type { Actor, Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayApprovePublications } from '@/lib/publishing/policy'
import { approvers } from '@/lib/publishing/queries'
import { keepFindings } from '../check/commands'
import { type Published, publishReady, type Ready, readyToPublish, refusePublishing, wayToReaders } from '../commands'
import { type ConfirmInput, confirmForm } from '../input'
import { writableProject } from '../writing/commands'
import type { ApproveInput, ReturnInput } from './input'

/** Publishes what was looked over, or asks another to look at it first, as the municipality has decided. Null where it was asked for. */
export function finishDraft(actor: Actor, input: ConfirmInput): Promise<Published | null> {
  return transaction(actor, async (tx) => {
    const ready = await readyToPublish(tx, actor, input)
    const way = await wayToReaders(tx, ready)
    refusePublishing(way)
    if (way === 'publish') return publishReady(tx, ready)
    await ask(tx, ready, input)
    return null
  })
}

/** Asks those who may to look at it. What was asked for before, of another text, is asked for no longer. */
async function ask(tx: Tx, ready: Ready, { projectId: _, ...confirmed }: ConfirmInput): Promise<void> {
  const { writer, saved, project } = ready
  const others = await approvers(tx, writer)
  refuseUnless(others.length > 0, 'conflict', { publishing: 'errors.nobodyToApprove' })
  const own = { municipalityId: writer.municipality.id, reportId: saved.id }
  await tx.publicationRequest.deleteMany({ where: { ...own, decidedAt: null } })
  await keepFindings(tx, writer, saved.id, ready.publication.asked)
  const asked = { version: confirmed.version, confirmed: JSON.parse(JSON.stringify(confirmed)) as Prisma.InputJsonObject }
  await tx.publicationRequest.createMany({ data: [{ id: newId(), ...own, ...asked, requestedBy: writer.personId }] })
  await tellEach(
    tx,
    writer,
    others.map(({ id }) => id),
    { kind: 'approval_wanted', reportId: saved.id },
  )
  await note(tx, writer, 'report.ask-approval', { reportId: saved.id, projectId: project.id })
}

/** Looks at what another has asked for and publishes it. Refuses where the text is not the one that was sent. */
export function approvePublication(actor: Actor, { projectId, requestId }: ApproveInput): Promise<Published> {
  return transaction(actor, async (tx) => {
    const { request, approver } = await toDecide(tx, actor, { projectId, requestId })
    const confirmed = confirmForm.parse({ ...(request.confirmed as object), projectId })
    await decide(tx, approver, request.id, { isApproved: true })
    const ready = await readyToPublish(tx, approver, confirmed)
    refuseUnless((await wayToReaders(tx, ready)) !== 'no', 'conflict', { publishing: 'errors.publishedByNobody' })
    const published = await publishReady(tx, ready)
    await tell(tx, approver, { kind: 'approval_given', reportId: request.reportId, recipientId: request.requestedBy })
    await note(tx, approver, 'report.approve', { reportId: request.reportId, projectId })
    return published
  })
}

/** Sends it back to whoever asked, with why. */
export function returnPublication(actor: Actor, { projectId, requestId, reason }: ReturnInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { request, approver } = await toDecide(tx, actor, { projectId, requestId })
    await decide(tx, approver, request.id, { isApproved: false, reason })
    const news = { kind: 'approval_returned' as const, reportId: request.reportId, recipientId: request.requestedBy }
    await tell(tx, approver, { ...news, reason })
    await note(tx, approver, 'report.return', { reportId: request.reportId, projectId })
  })
}

/** Takes back what was asked for, before anybody has decided. */
export function takeBackRequest(actor: Actor, { projectId, requestId }: ApproveInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const { writer } = await writableProject(tx, actor, projectId)
    const open = { id: requestId, report: { projectId }, decidedAt: null }
    const request = await tx.publicationRequest.findFirst({ where: open, select: { reportId: true } })
    refuseUnless(request, 'not-found')
    await tx.publicationRequest.deleteMany({ where: { id: requestId, decidedAt: null } })
    await note(tx, writer, 'report.take-back-request', { reportId: request.reportId, projectId })
  })
}

/** What is asked for, held until the transaction ends, and somebody else than whoever asked. */
async function toDecide(tx: Tx, actor: Actor, { projectId, requestId }: ApproveInput) {
  await writableProject(tx, actor, projectId)
  refuseUnless(mayApprovePublications(actor), 'forbidden')
  await tx.$queryRaw`SELECT id FROM publication_request WHERE id = ${requestId}::uuid FOR UPDATE`
  const request = await tx.publicationRequest.findFirst({ where: { id: requestId, report: { projectId }, decidedAt: null } })
  refuseUnless(request, 'not-found')
  refuseUnless(request.requestedBy !== actor.personId, 'forbidden', { publishing: 'errors.notYourOwn' })
  return { request, approver: actor }
}

async function decide(tx: Tx, approver: Staff, id: string, decision: { isApproved: boolean; reason?: string }): Promise<void> {
  const { count } = await tx.publicationRequest.updateMany({
    where: { id, decidedAt: null },
    data: { ...decision, decidedBy: approver.personId, decidedAt: new Date() },
  })
  refuseUnless(count === 1, 'conflict')
}

function note(tx: Tx, actor: Staff, action: string, { reportId, projectId }: { reportId: string; projectId: string }) {
  return audit(tx, actor, { action, subjectType: 'experience_report', subjectId: reportId, projectId })
}
