import 'server-only'
import type { NeedState } from '@/generated/prisma/enums'
import { tell } from '@/lib/news/commands'
import type { Actor, Advisor } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { addDays, dateOf, today } from '@/lib/platform/dates'
import { type Tx, transaction } from '@/lib/platform/db'
import { isUuid } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import { mayCurate } from '../policy'
import type { NeedInput, RemindInput, TakeInput, WaitInput } from './input'
import { daysAfterReminder } from './rules'

/** Says that one is on it, or that it has been dealt with: it comes back only when something new happens to it. */
export function markNeed(actor: Actor, { state, ...need }: TakeInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    await mark(tx, actor, need, { state, until: null, note: '' })
  })
}

/** Puts a need aside until a day to come. */
export function letNeedWait(actor: Actor, { until, note, ...need }: WaitInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    await mark(tx, actor, need, { state: 'waiting', until: dateOf(until), note })
  })
}

/** Takes away what one or a colleague has marked: the need is shown to all as before. */
export function reopenNeed(actor: Actor, need: NeedInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const { count } = await tx.needMark.deleteMany({ where: need })
    refuseUnless(count === 1, 'conflict')
    await auditNeed(tx, actor, 'need.reopen', need)
  })
}

/** Asks those who answer for a report whether it still holds, and puts the need aside while they answer. */
export function remindSteward(actor: Actor, need: RemindInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayCurate(actor), 'forbidden')
    const report = await tx.experienceReport.findFirst({
      where: { id: need.subject, status: 'published' },
      select: { id: true, municipalityId: true },
    })
    refuseUnless(report, 'not-found')
    await tell(tx, actor, {
      ...{ kind: 'report_to_confirm', reportId: report.id, recipientMunicipalityId: report.municipalityId },
    })
    await mark(tx, actor, need, { state: 'waiting', until: dateOf(addDays(today(), daysAfterReminder)), note: '' })
  })
}

/** Refuses with `conflict` where a colleague has marked it since the page was opened. */
async function mark(
  tx: Tx,
  actor: Advisor,
  { kind, subject, version }: NeedInput,
  words: { state: NeedState; until: Date | null; note: string },
): Promise<void> {
  const data = { ...words, markedBy: actor.personId, markedAt: new Date() }
  const { count } =
    version === 0
      ? await tx.needMark.createMany({ data: [{ kind, subject, ...data }], skipDuplicates: true })
      : await tx.needMark.updateMany({ where: { kind, subject, version }, data: { ...data, version: { increment: 1 } } })
  refuseUnless(count === 1, 'conflict')
  await auditNeed(tx, actor, `need.${words.state}`, { kind, subject })
}

/** The trail is for ever: it does not hold the words that somebody searched for, only that they were dealt with. */
function auditNeed(tx: Tx, actor: Advisor, action: string, { kind, subject }: Omit<NeedInput, 'version'>): Promise<void> {
  return audit(tx, actor, {
    action,
    subjectType: 'need',
    subjectId: isUuid(subject) ? subject : actor.personId,
    detail: { kind },
  })
}
