import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dateInNorway, dateOf, isoDateOrNull, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayCurate } from '../../policy'
import { type NeedKind, needKinds } from '../rules'

const pageSize = 20

export type AsideNeed = NonNullable<Awaited<ReturnType<typeof putAside>>>['marks'][number]

/** What advisors let wait, and what they have dealt with these 90 days, the newest first; null for others. */
export function putAside(actor: Actor, { side }: { side: number }) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const now = dateOf(today())
    const where = {
      OR: [
        { state: 'waiting' as const, until: { gt: now } },
        { state: 'done' as const, markedAt: { gt: dateOf(addDays(today(), -90)) } },
      ],
    }
    const total = await tx.needMark.count({ where })
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(side, pageCount)
    const rows = await tx.needMark.findMany({
      where,
      orderBy: [{ markedAt: 'desc' }, { subject: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      include: { person: { select: { name: true } } },
    })
    const titles = await titlesOf(
      tx,
      rows.map(({ subject }) => subject),
    )
    const marks = rows.map(({ kind, subject, state, until, note, markedAt, version, person }) => ({
      ...{ kind: knownKind(kind), subject, state, note, version, by: person.name },
      ...{ until: isoDateOrNull(until), on: dateInNorway(markedAt) },
      /** Null where it is no longer shared with advisors. */
      title: kind === 'search' || kind === 'theme' ? subject : (titles.get(subject) ?? null),
    }))
    return { marks, total, page, pageCount }
  })
}

const knownKind = (kind: string): NeedKind => needKinds.find((known) => known === kind) ?? 'review'

/** What the things are called, as far as advisors may read them now. One query. */
async function titlesOf(tx: Tx, subjects: string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT r.id::text, r.title FROM experience_report r WHERE r.id::text = ANY (${subjects})
    UNION ALL SELECT v.id::text, r.title FROM report_review v JOIN experience_report r ON r.id = v.report_id WHERE v.id::text = ANY (${subjects})
    UNION ALL SELECT f.id::text, r.title FROM featured_case f JOIN experience_report r ON r.id = f.report_id WHERE f.id::text = ANY (${subjects})
    UNION ALL SELECT q.id::text, left(q.text, 120) FROM question q WHERE q.id::text = ANY (${subjects})
    UNION ALL SELECT a.id::text, a.title FROM advice a WHERE a.id::text = ANY (${subjects})`
  return new Map(rows.map(({ id, title }) => [id, title]))
}
