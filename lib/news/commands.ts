import 'server-only'
import type { NewsKind, NewsTopic } from '@/generated/prisma/enums'
import { mayFollow } from '@/lib/following/policy'
import { mayKeepOwn } from '@/lib/people/policy'
import type { Actor, Staff } from '@/lib/platform/actor'
import { municipalityOf } from '@/lib/platform/actor'
import { audit } from '@/lib/platform/audit'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { refuseUnless } from '@/lib/platform/refusal'
import type { SettingsInput } from './input'
import { settingsOf } from './queries'
import { topics, usualCadences } from './rules'

export interface News {
  kind: NewsKind
  projectId?: string
  reportId?: string
  lessonId?: string
  questionId?: string
  /** Where one municipality alone is told. */
  recipientMunicipalityId?: string
  /** Where one person alone is told. */
  recipientId?: string
  /** What a report was called that has been taken back, and why. */
  title?: string
  reason?: string
}

type Teller = Exclude<Actor, { kind: 'visitor' }>

/** Says that something happened, in the transaction of what happened. The database tells those it concerns and those who follow. */
export function tell(tx: Tx, actor: Teller, news: News): Promise<void> {
  return tellAll(tx, actor, [news])
}

/** As `tell`, to some people alone, each for themselves. */
export function tellEach(tx: Tx, actor: Teller, people: readonly string[], news: News): Promise<void> {
  return tellAll(
    tx,
    actor,
    [...new Set(people)].map((recipientId) => ({ ...news, recipientId })),
  )
}

async function tellAll(tx: Tx, actor: Teller, news: News[]): Promise<void> {
  const municipalityId = municipalityOf(actor)?.id ?? null
  await tx.newsItem.createMany({ data: news.map((one) => ({ id: newId(), municipalityId, actorId: actor.personId, ...one })) })
}

/** Says that the plan of a project has changed; no more than once a week, however much it changes. */
export async function tellOfPlan(tx: Tx, actor: Staff, projectId: string): Promise<void> {
  const createdAt = { gt: new Date(Date.now() - 7 * 86_400_000) }
  if ((await tx.newsItem.count({ where: { kind: 'plan_changed', projectId, createdAt } })) > 0) return
  await tell(tx, actor, { kind: 'plan_changed', projectId })
}

/** Marks all that the actor has been told of as seen. */
export function markSeen(actor: Actor): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayKeepOwn(actor), 'forbidden')
    await tx.notice.updateMany({ where: { personId: actor.personId, seenAt: null }, data: { seenAt: new Date() } })
  })
}

/** Stores how often the actor wants letters. Refuses with `conflict` where it was changed in another window. */
export function saveSettings(actor: Actor, { version, language, ...cadences }: SettingsInput): Promise<void> {
  return transaction(actor, async (tx) => {
    refuseUnless(mayFollow(actor), 'forbidden')
    const { personId } = actor
    const before = await settingsOf(tx, personId)
    const data = { ...cadences, language: language || null }
    const { count } =
      version === 0
        ? await tx.newsSettings.createMany({ data: [{ ...data, personId }], skipDuplicates: true })
        : await tx.newsSettings.updateMany({ where: { personId, version }, data: { ...data, version: { increment: 1 } } })
    refuseUnless(count === 1, 'conflict')
    // What happened while somebody wanted no letters does not come in one when they want them again.
    const silent = topics.filter((topic) => before[topic] === 'off')
    const missed = { personId, settledAt: null, topic: { in: silent } }
    await tx.notice.updateMany({ where: missed, data: { settledAt: new Date() } })
    await audit(tx, actor, { action: 'news.settings', subjectType: 'person', subjectId: personId, detail: { ...cadences } })
  })
}

/** Turns off the letters of these topics, in a transaction of somebody who asked for it by a link. */
export async function turnOff(tx: Tx, actor: Teller, stopped: readonly NewsTopic[]): Promise<void> {
  const { personId } = actor
  const off = Object.fromEntries(stopped.map((topic) => [topic, 'off' as const]))
  await tx.newsSettings.createMany({ data: [{ ...usualCadences, personId }], skipDuplicates: true })
  await tx.newsSettings.updateMany({ where: { personId }, data: { ...off, version: { increment: 1 } } })
  await audit(tx, actor, { action: 'news.unsubscribe', subjectType: 'person', subjectId: personId, detail: off })
}
