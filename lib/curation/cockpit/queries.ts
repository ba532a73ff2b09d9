import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dateInNorway, dateOf, isoDate, today } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { latestNumber } from '@/lib/reviews/queries'
import { mayCurate } from '../policy'
import { mostNeeded, type Need } from './rules'

/** Of each kind no more is read than could be shown. */
const few = 10

/** The ten things that most need an advisor this week; null for others than advisors. Seven queries. */
export function cockpit(actor: Actor): Promise<Need[] | null> {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const needs = [
      ...(await unreviewed(tx)),
      ...(await replies(tx)),
      ...(await unanswered(tx)),
      ...(await waitingToOpen(tx)),
      ...(await goingStale(tx)),
      ...(await notFound(tx)),
      ...(await themesNotShared(tx)),
    ]
    return mostNeeded(needs, today())
  })
}

interface Row {
  slug: string
  title: string
  municipality: string
  since: Date
}

async function unreviewed(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.slug, r.title, m.display_name AS municipality, r.published_at AS since
    FROM experience_report r JOIN municipality m ON m.id = r.municipality_id
    WHERE r.status = 'published' AND NOT EXISTS (SELECT 1 FROM report_review v
      WHERE v.municipality_id = r.municipality_id AND v.report_id = r.id AND v.report_version = ${latestNumber})
    ORDER BY r.published_at, r.id LIMIT ${few}`
  return rows.map((row) => needOf('review', row, `/kuratering/gjennomgang/${row.slug}`))
}

async function replies(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.slug, r.title, m.display_name AS municipality, v.replied_at AS since
    FROM report_review v JOIN experience_report r ON r.municipality_id = v.municipality_id AND r.id = v.report_id AND v.report_version = ${latestNumber}
    JOIN municipality m ON m.id = r.municipality_id
    WHERE v.outcome = 'changes_wanted' AND v.reply <> '' AND r.status = 'published' ORDER BY v.replied_at, v.id LIMIT ${few}`
  return rows.map((row) => needOf('reply', row, `/kuratering/gjennomgang/${row.slug}`))
}

const needOf = (kind: Need['kind'], { title, municipality, since }: Row, href: string): Need => ({
  ...{ kind, title, municipality, href, count: 1 },
  since: dateInNorway(since),
})

/** Advice that has lain for two weeks without an answer. */
async function unanswered(tx: Tx): Promise<Need[]> {
  const rows = await tx.advice.findMany({
    where: { answer: null, sentAt: { lt: dateOf(addDays(today(), -14)) } },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    take: few,
    select: { title: true, sentAt: true },
  })
  return rows.map(({ title, sentAt }) => ({
    ...{ kind: 'advice', title, municipality: null, href: '/kuratering/rad?svar=venter', count: 1 },
    since: dateInNorway(sentAt),
  }))
}

/** Featured now, but its owner has not opened it to all: nobody sees it on the front page. */
async function waitingToOpen(tx: Tx): Promise<Need[]> {
  const now = dateOf(today())
  const rows = await tx.featuredCase.findMany({
    where: { startsOn: { lte: now }, endsOn: { gte: now }, report: { status: 'published', visibility: { not: 'open' } } },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
    take: few,
    select: {
      startsOn: true,
      report: { select: { title: true, municipality: { select: { displayName: true } } } },
    },
  })
  return rows.map(({ startsOn, report }) => ({
    ...{ kind: 'opening', title: report.title, municipality: report.municipality.displayName },
    ...{ href: '/kuratering#utvalgte', count: 1, since: isoDate(startsOn) },
  }))
}

/** Not confirmed as still true for eleven months: it will be marked as old soon, or is already. */
async function goingStale(tx: Tx): Promise<Need[]> {
  const before = addDays(today(), -335)
  const rows = await tx.experienceReport.findMany({
    where: { status: 'published', confirmedOn: { lt: dateOf(before) } },
    orderBy: [{ confirmedOn: 'asc' }, { id: 'asc' }],
    take: few,
    select: { slug: true, title: true, confirmedOn: true, municipality: { select: { displayName: true } } },
  })
  return rows.map(({ slug, title, confirmedOn, municipality }) => ({
    ...{ kind: 'stale', title, municipality: municipality.displayName, href: `/erfaringer/${slug}`, count: 1 },
    since: confirmedOn && addDays(isoDate(confirmedOn), 335),
  }))
}

/** What was searched for more than once these 30 days and never found. Once only may be somebody's name. */
async function notFound(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<{ query: string; count: number }[]>`
    SELECT lower(btrim(query)) AS query, count(*)::int AS count FROM search_log WHERE at > now() - interval '30 days' AND btrim(query) <> ''
    GROUP BY 1 HAVING max(hits) = 0 AND count(*) > 1 ORDER BY 2 DESC, 1 LIMIT ${few}`
  return rows.map(({ query, count }) => ({
    ...{ kind: 'search', title: query, municipality: null, count, since: null },
    href: `/erfaringer?${new URLSearchParams({ q: query })}`,
  }))
}

/** Themes where at least two municipalities share projects that have not yet begun to deliver, and nobody shares a report. */
async function themesNotShared(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<{ code: string; count: number }[]>`
    SELECT p.theme_code AS code, count(DISTINCT p.municipality_id)::int AS count FROM project p
    WHERE p.lifecycle = 'active' AND NOT EXISTS (SELECT 1 FROM experience_report r WHERE r.theme_code = p.theme_code AND r.status = 'published')
    GROUP BY p.theme_code HAVING count(DISTINCT p.municipality_id) > 1 ORDER BY 2 DESC, 1 LIMIT ${few}`
  return rows.map(({ code, count }) => ({
    ...{ kind: 'theme', title: code, municipality: null, href: `/prosjekter?tema=${code}`, count, since: null },
  }))
}
