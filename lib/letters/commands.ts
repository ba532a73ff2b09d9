import 'server-only'
import type { Cadence, NewsTopic } from '@/generated/prisma/enums'
import { turnOff } from '@/lib/news/commands'
import { type NoticeRow, noticesOf, type Settings, settingsOf } from '@/lib/news/queries'
import { topics } from '@/lib/news/rules'
import { mayKeepOwn } from '@/lib/people/policy'
import type { Actor } from '@/lib/platform/actor'
import { municipalityOf } from '@/lib/platform/actor'
import { actorOfPerson } from '@/lib/platform/auth/liveness'
import { config } from '@/lib/platform/config'
import { type Tx, transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { isLocale, localeFor } from '@/lib/platform/locale'
import { refuseUnless } from '@/lib/platform/refusal'
import { type Translator, translatorFor } from '@/lib/platform/translator'
import { type LetterLine, writtenLetter } from './rules'
import { linkToken, openLink } from './token'
import { newsText } from './words'

/** A letter is read in a minute: of what is more than this it tells how much there is. */
const mostLines = 50
/** What nobody has been written to about for so long is no news any more. */
const daysOfNews = 30

type LetterCadence = Exclude<Cadence, 'off'>

/**
 * Writes one letter of all that the person is to be told at this cadence, as far as they may read it now, and notes what was told,
 * in one transaction: a worker that dies in the middle has told nothing, and one that comes after it tells all of it once.
 * `since` is when the round began that the letter belongs to: whoever has had a letter in it gets no other.
 * Gives the letter's id; null where there is nothing to tell.
 */
export async function writeLetter(personId: string, cadence: LetterCadence, since?: Date): Promise<string | null> {
  const actor = await actorOfPerson(personId)
  if (actor.kind === 'visitor') return null
  return transaction(actor, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`letter:${personId}`}, 0))::text`
    const written = since ? await tx.letter.count({ where: { personId, cadence, createdAt: { gte: since } } }) : 0
    if (written > 0) return null
    const settings = await settingsOf(tx, personId)
    const waiting = await lockWaiting(tx, personId, settings, cadence)
    const newsItemId = { in: waiting.told }
    const notices = await noticesOf(tx, personId, { newsItemId }, 1, mostLines)
    const readable = notices.length < mostLines ? notices.length : await tx.newsItem.count({ where: { id: newsItemId } })
    const letter = { cadence, language: settings.language, notices, more: readable - notices.length }
    const letterId = notices.length > 0 ? await storeLetter(tx, actor, letter) : null
    const settledAt = new Date()
    const told = notices.map(({ id }) => id)
    // What they may not read any more, or want no letters of, is not news later either.
    await tx.notice.updateMany({ where: { personId, newsItemId: { in: waiting.all } }, data: { settledAt } })
    if (letterId) await tx.notice.updateMany({ where: { personId, newsItemId: { in: told } }, data: { letterId } })
    return letterId
  })
}

/** Keeps what is to be settled from being settled by others; what happens from now on is left to the next letter. */
async function lockWaiting(tx: Tx, personId: string, settings: Settings, cadence: LetterCadence) {
  const named = topics.filter((topic) => settings[topic] === cadence || settings[topic] === 'off')
  const rows = await tx.$queryRaw<{ id: string; topic: NewsTopic; isNews: boolean }[]>`
    SELECT news_item_id AS id, topic, created_at > now() - make_interval(days => ${daysOfNews}::int) AS "isNews" FROM notice
    WHERE person_id = ${personId}::uuid AND settled_at IS NULL AND topic::text = ANY (${named}::text[])
    ORDER BY created_at DESC LIMIT 2000 FOR UPDATE`
  const told = rows.filter(({ topic, isNews }) => isNews && settings[topic] === cadence)
  return { all: rows.map(({ id }) => id), told: told.map(({ id }) => id) }
}

type Person = Exclude<Actor, { kind: 'visitor' }>

interface NewLetter {
  cadence: LetterCadence
  /** '' is the written norm of the municipality. */
  language: string
  notices: NoticeRow[]
  /** How much there is beside the notices. */
  more: number
}

async function storeLetter(tx: Tx, actor: Person, { cadence, language: chosen, notices, more }: NewLetter) {
  const { personId } = actor
  const person = await tx.person.findUnique({ where: { id: personId }, select: { email: true } })
  if (!person?.email) return null
  const language = isLocale(chosen) ? chosen : localeFor(undefined, municipalityOf(actor)?.writtenNorm)
  const t = translatorFor(language)
  const lines = notices.map((notice) => lineOf(t, personId, notice))
  const inIt = topics.filter((topic) => lines.some((line) => line.topic === topic))
  const unsubscribeToken = linkToken({ does: 'unsubscribe', personId, subject: inIt.join(',') })
  const words = {
    ...footOf(t, unsubscribeToken),
    subject: lines.length === 1 && lines[0] ? lines[0].text : t('letters.subject', { count: lines.length + more }),
    greeting: t(`letters.greeting.${cadence}`, { name: actor.name }),
    topics: Object.fromEntries(topics.map((topic) => [topic, t(`news.topic.${topic}`)])) as Record<NewsTopic, string>,
    more: more > 0 ? { text: t('letters.more', { count: more }), url: `${config().origin}/varsler` } : null,
  }
  const id = newId()
  const unsubscribeUrl = `${config().origin}/api/brev/avmeld/${unsubscribeToken}`
  const written = writtenLetter(words, lines, language)
  await tx.letter.createMany({ data: [{ id, personId, address: person.email, cadence, language, unsubscribeUrl, ...written }] })
  return id
}

function footOf(t: Translator, unsubscribeToken: string) {
  const { origin } = config()
  return {
    why: t('letters.why'),
    settings: { text: t('letters.settings'), url: `${origin}/varsler/innstillinger` },
    unsubscribe: { text: t('letters.unsubscribe'), url: `${origin}/avmeld/${unsubscribeToken}` },
  }
}

const oneClick = { report_to_confirm: 'report-holds', reuse_to_confirm: 'reuse-holds', effect_to_follow_up: 'effect' } as const

function lineOf(t: Translator, personId: string, notice: NoticeRow): LetterLine {
  const { origin } = config()
  const does = notice.kind in oneClick ? oneClick[notice.kind as keyof typeof oneClick] : null
  const answer =
    does && notice.reportId
      ? {
          text: t(`letters.answer.${does}`),
          url: `${origin}/bekreft/${linkToken({ does, personId, subject: notice.reportId, ...(notice.months && { months: notice.months }) })}`,
        }
      : null
  return { topic: notice.topic, text: newsText(t, notice), url: `${origin}${notice.path}`, answer }
}

/** Stops the letters that a link in one names. May be followed again. Gives the topics that stopped. */
export async function unsubscribe(token: string) {
  const link = openLink(token)
  refuseUnless(link?.does === 'unsubscribe', 'not-found')
  const actor = await actorOfPerson(link.personId)
  refuseUnless(mayKeepOwn(actor), 'not-found')
  const stopped = topics.filter((topic) => link.subject.split(',').includes(topic))
  await transaction(actor, (tx) => turnOff(tx, actor, stopped))
  return stopped
}
