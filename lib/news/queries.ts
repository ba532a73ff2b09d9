import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { mayKeepOwn } from '@/lib/people/policy'
import type { Actor } from '@/lib/platform/actor'
import { read, type Tx } from '@/lib/platform/db'
import { thingsAt } from '@/lib/search/hits/queries'
import { type Cadences, pathOf, usualCadences } from './rules'

const pageSize = 25

const newsFields = {
  id: true,
  kind: true,
  months: true,
  createdAt: true,
  projectId: true,
  questionId: true,
  actorId: true,
  documentId: true,
  title: true,
  reason: true,
  municipality: { select: { displayName: true } },
  project: { select: { title: true } },
  report: { select: { id: true, slug: true, title: true, projectId: true } },
  question: { select: { text: true } },
  lesson: { select: { id: true, projectId: true, title: true } },
} satisfies Prisma.NewsItemSelect

/** A notice as it is shown and written: what happened, to what, by whom, and where it leads. */
export type NoticeRow = Awaited<ReturnType<typeof noticesOf>>[number]

/** The actor's notices, as far as they may read what each is about now. */
export async function noticesOf(tx: Tx, personId: string, more: Prisma.NoticeWhereInput = {}, page = 1, size = pageSize) {
  const mine = { personId, ...more }
  const items = await tx.newsItem.findMany({
    where: { notices: { some: mine } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * size,
    take: size,
    select: { ...newsFields, notices: { where: { personId }, select: { topic: true, seenAt: true, savedSearch: true } } },
  })
  const things = await thingsAt(
    tx,
    items.flatMap(({ documentId }) => documentId ?? []),
  )
  const copies = await copiesOf(
    tx,
    items.flatMap((item) => (['part_improved', 'offer_answered'].includes(item.kind) ? (sourceOf(item) ?? []) : [])),
  )
  return items.flatMap(({ notices: [notice], ...item }) => {
    const thing = things.get(item.documentId ?? '')
    return notice
      ? [
          {
            id: item.id,
            kind: item.kind,
            months: item.months,
            at: item.createdAt.toISOString(),
            by: item.municipality?.displayName ?? null,
            title:
              thing?.title ??
              item.title ??
              item.lesson?.title ??
              item.report?.title ??
              item.project?.title ??
              item.question?.text.slice(0, 120) ??
              '',
            reason: item.reason,
            isVisitors: item.kind === 'report_outdated' && item.actorId === null,
            reportId: item.report?.id ?? null,
            path: thing?.href ?? pathOf({ ...item, copiedInto: copies.get(sourceOf(item) ?? '') ?? null }),
            topic: notice.topic,
            savedSearch: notice.savedSearch,
            isNew: notice.seenAt === null,
          },
        ]
      : []
  })
}

/** The reader's own projects that hold parts of these. */
async function copiesOf(tx: Tx, sourceIds: string[]): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const copies = await tx.$queryRaw<{ sourceId: string; projectId: string }[]>`
    SELECT c.source_project_id AS "sourceId", c.project_id AS "projectId" FROM project_copy c
    WHERE c.source_project_id = ANY (${sourceIds}::uuid[]) AND is_own(c.municipality_id)`
  return new Map(copies.map(({ sourceId, projectId }) => [sourceId, projectId]))
}

/** The project that a piece of news about a report or a shared project is about. */
const sourceOf = ({ report, projectId }: { report: { projectId: string } | null; projectId: string | null }) =>
  report?.projectId ?? projectId

/** A page of the actor's notices, newest first. Operators and visitors have none. */
export function noticePage(actor: Actor, page: number) {
  return read(actor, async (tx) => {
    const personId = actor.kind === 'visitor' ? '' : actor.personId
    const count = await tx.newsItem.count({ where: { notices: { some: { personId } } } })
    const pageCount = Math.max(1, Math.ceil(count / pageSize))
    const shown = Math.min(page, pageCount)
    return { notices: await noticesOf(tx, personId, {}, shown), count, page: shown, pageCount }
  })
}

/** How many notices the actor has not seen; counts no further than 99. */
export async function unseenCount(actor: Actor): Promise<number> {
  if (!mayKeepOwn(actor)) return 0
  return read(actor, (tx) =>
    tx.newsItem.count({ where: { notices: { some: { personId: actor.personId, seenAt: null } } }, take: 99 }),
  )
}

export interface Settings extends Cadences {
  language: string
  /** 0 where nothing has been chosen. */
  version: number
}

/** What the person has chosen, else what is usual. */
export async function settingsOf(tx: Tx, personId: string): Promise<Settings> {
  const row = await tx.newsSettings.findUnique({ where: { personId } })
  if (!row) return { ...usualCadences, language: '', version: 0 }
  const { questions, work, upkeep, followed, searches, language, version } = row
  return { questions, work, upkeep, followed, searches, language: language ?? '', version }
}

/** The actor's own choices, and the address letters go to. */
export function mySettings(actor: Exclude<Actor, { kind: 'visitor' }>) {
  return read(actor, async (tx) => {
    const person = await tx.person.findUnique({ where: { id: actor.personId }, select: { email: true } })
    return { settings: await settingsOf(tx, actor.personId), email: person?.email ?? null }
  })
}
