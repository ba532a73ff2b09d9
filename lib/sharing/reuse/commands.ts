import 'server-only'
import { tell } from '@/lib/news/commands'
import { type Actor, isOwn, municipalityOf, type Staff } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { dateOf, isoDateOrNull, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { refuseUnless } from '@/lib/platform/refusal'
import type { ProposalInput, ReuseInput } from './input'
import { mayAnswerReuse, mayProposeReuse, maySayReuse } from './policy'
import { isCounted, proposalsAMonth, stateByCopying } from './rules'

/** Says how one's own municipality uses another's report. It is the adopter's word, so it is confirmed from today. */
export function saveReuse(actor: Actor, input: ReuseInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await publishedReport(tx, input.reportId)
    refuseUnless(maySayReuse(actor, report), 'forbidden')
    refuseUnless(input.sinceOn <= today() || ['considering', 'planned'].includes(input.state), 'conflict', {
      sinceOn: 'errors.date',
    })
    const municipalityId = actor.municipality.id
    const data = {
      state: input.state,
      reason: input.reason,
      sinceOn: dateOf(input.sinceOn),
      costNok: input.costNok,
      effects: Object.entries(input.effects).flatMap(([category, text]) => (text ? [{ category, text }] : [])),
      visibility: input.visibility,
      confirmedOn: dateOf(today()),
      saidBy: actor.personId,
    }
    const before = await heldSaid(tx, municipalityId, report.id)
    if (input.version === 0) {
      const made = await tx.reuse.createMany({ data: [{ ...data, municipalityId, reportId: report.id }], skipDuplicates: true })
      refuseUnless(made.count === 1, 'conflict')
    } else {
      const { count } = await tx.reuse.updateMany({
        where: { municipalityId, reportId: report.id, version: input.version },
        data: { ...data, version: { increment: 1 } },
      })
      refuseUnless(count === 1, 'conflict')
    }
    await answerProposals(tx, actor, report.id, true)
    await tellWhereNew(tx, actor, report.id, before)
    await audit(tx, actor, {
      action: 'reuse.save',
      subjectType: 'experience_report',
      subjectId: report.id,
      detail: { title: report.title, state: input.state },
    })
  })
}

/**
 * Copying is the adopter's own statement of reuse, so it is confirmed at once, in a transaction that does more. Who only considered it, or had left
 * it, now plans to use it; a state further on is left as it is.
 */
export async function confirmByCopying(tx: Tx, actor: Staff, reportId: string): Promise<void> {
  const municipalityId = actor.municipality.id
  const before = await heldSaid(tx, municipalityId, reportId)
  const said = { confirmedOn: dateOf(today()), saidBy: actor.personId }
  const state = stateByCopying(before?.state ?? null)
  const begun = state === before?.state ? {} : { state, sinceOn: dateOf(today()) }
  await tx.reuse.upsert({
    where: { municipalityId_reportId: { municipalityId, reportId } },
    create: { municipalityId, reportId, state: 'planned', sinceOn: dateOf(today()), ...said },
    update: { ...said, ...begun, version: { increment: 1 } },
  })
  await answerProposals(tx, actor, reportId, true)
  await tellWhereNew(tx, actor, reportId, before)
  await audit(tx, actor, { action: 'reuse.confirm', subjectType: 'experience_report', subjectId: reportId, detail: { state } })
}

/** What was said before. Two of one municipality who say it at once wait for each other. */
async function heldSaid(tx: Tx, municipalityId: string, reportId: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reuse:${municipalityId}:${reportId}`}, 0))`
  return saidOf(tx, municipalityId, reportId)
}

async function saidOf(tx: Tx, municipalityId: string, reportId: string) {
  const said = await tx.reuse.findUnique({
    where: { municipalityId_reportId: { municipalityId, reportId } },
    select: { state: true, confirmedOn: true, visibility: true },
  })
  return said && { ...said, confirmedOn: isoDateOrNull(said.confirmedOn) }
}

/** The source is told when reuse begins to count and may be known, not each time it is said anew. */
async function tellWhereNew(tx: Tx, actor: Staff, reportId: string, before: Awaited<ReturnType<typeof saidOf>>): Promise<void> {
  const isKnown = (said: typeof before) => said !== null && isCounted(said, today()) && said.visibility !== 'municipality'
  if (isKnown(before) || !isKnown(await saidOf(tx, actor.municipality.id, reportId))) return
  await tell(tx, actor, { kind: 'reuse_confirmed', reportId })
}

/** Says that what was said of the reuse is still so. */
export function confirmReuse(actor: Actor, { reuseId }: { reuseId: string }): Promise<void> {
  return transaction(actor, (tx) => confirmReuseIn(tx, actor, { id: reuseId }))
}

/** As `confirmReuse`, in a transaction of the one who confirms. */
export async function confirmReuseIn(tx: Tx, actor: Actor, where: { id: string } | { reportId: string }): Promise<void> {
  const municipalityId = municipalityOf(actor)?.id
  const reuse = await tx.reuse.findFirst({
    where: { ...where, municipalityId },
    select: { id: true, municipalityId: true, reportId: true },
  })
  refuseUnless(reuse && isOwn(actor, reuse), 'not-found')
  refuseUnless(mayAnswerReuse(actor, reuse), 'forbidden')
  await tx.reuse.updateMany({
    where: { id: reuse.id, municipalityId },
    data: { confirmedOn: dateOf(today()), saidBy: actor.personId },
  })
  await audit(tx, actor, { action: 'reuse.confirm', subjectType: 'experience_report', subjectId: reuse.reportId })
}

/** The source says whom it believes uses its report. It counts for nothing until they say so themselves. */
export function proposeReuse(actor: Actor, input: ProposalInput): Promise<void> {
  return transaction(actor, async (tx) => {
    const report = await publishedReport(tx, input.reportId)
    refuseUnless(mayProposeReuse(actor, report), 'forbidden')
    const adopter = await tx.municipality.findFirst({
      where: { number: input.municipality, participation: { isNot: null } },
      select: { id: true, displayName: true },
    })
    refuseUnless(adopter && adopter.id !== actor.municipality.id, 'not-found', { municipality: 'errors.unknown' })
    // What a municipality may not read it cannot be asked about.
    refuseUnless(['open', 'municipalities'].includes(report.visibility), 'conflict', { municipality: 'errors.proposalAudience' })
    const month = { gte: new Date(Date.now() - 30 * 86_400_000) }
    const asked = await tx.reuseProposal.count({ where: { municipalityId: actor.municipality.id, proposedAt: month } })
    refuseUnless(asked < proposalsAMonth, 'conflict', { municipality: 'errors.proposalsUsed' })
    const made = await tx.reuseProposal.createMany({
      data: [
        {
          municipalityId: actor.municipality.id,
          reportId: report.id,
          adopterMunicipalityId: adopter.id,
          note: input.note,
          proposedBy: actor.personId,
        },
      ],
      skipDuplicates: true,
    })
    refuseUnless(made.count === 1, 'conflict', { municipality: 'errors.proposedBefore' })
    await tell(tx, actor, { kind: 'reuse_proposed', reportId: report.id, recipientMunicipalityId: adopter.id })
    await audit(tx, actor, {
      action: 'reuse.propose',
      subjectType: 'experience_report',
      subjectId: report.id,
      detail: { title: report.title, municipality: adopter.displayName },
    })
  })
}

/** Says that a proposal is wrong. The source sees that, and may not propose it again. */
export function declineProposal(actor: Actor, { proposalId }: { proposalId: string }): Promise<void> {
  return transaction(actor, async (tx) => {
    const proposal = await tx.reuseProposal.findFirst({
      where: { id: proposalId, isConfirmed: null },
      select: { reportId: true, adopterMunicipalityId: true },
    })
    const theirs = proposal && { municipalityId: proposal.adopterMunicipalityId }
    refuseUnless(theirs && isOwn(actor, theirs), 'not-found')
    refuseUnless(mayAnswerReuse(actor, theirs), 'forbidden')
    await answerProposals(tx, actor, proposal.reportId, false)
    await audit(tx, actor, { action: 'reuse.decline', subjectType: 'experience_report', subjectId: proposal.reportId })
  })
}

async function answerProposals(tx: Tx, actor: Staff, reportId: string, isConfirmed: boolean): Promise<void> {
  await tx.reuseProposal.updateMany({
    where: { reportId, adopterMunicipalityId: actor.municipality.id, isConfirmed: null },
    data: { isConfirmed, answeredAt: new Date() },
  })
}

async function publishedReport(tx: Tx, id: string) {
  const report = await tx.experienceReport.findFirst({
    where: { id, status: 'published' },
    select: { id: true, municipalityId: true, title: true, visibility: true },
  })
  refuseUnless(report, 'not-found')
  return report
}
