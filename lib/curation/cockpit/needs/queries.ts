import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { addDays, dateInNorway, dateOf, type IsoDate, today } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { daysToAdvisors } from '@/lib/questions/rules'
import { latestNumber } from '@/lib/reviews/queries'
import { plansOf, unsharedThemeRows } from '../../themes/queries'
import type { Need, NeedKind } from '../rules'

/** Of each kind no more is read than could be shown. */
const few = 10

/** Everything that may need an advisor, the oldest of each kind; not what has been put aside. Nine queries. */
export async function needs(tx: Tx): Promise<Need[]> {
  return [
    ...(await questionsLeft(tx)),
    ...(await saidOutdated(tx)),
    ...(await unreviewed(tx)),
    ...(await replies(tx)),
    ...(await unanswered(tx)),
    ...(await waitingToOpen(tx)),
    ...(await goingStale(tx)),
    ...(await notFound(tx)),
    ...(await themesNotShared(tx)),
  ]
}

interface Row {
  subject: string
  slug: string
  title: string
  municipality: string | null
  since: Date | null
  count?: number
}

/**
 * Whether a thing has not been put aside: it waits for a day to come, or was dealt with after it arose. Something new of it brings it back; what has no
 * beginning comes back after 90 days.
 */
const isOpen = (kind: NeedKind, subject: Prisma.Sql, since: Prisma.Sql | null) => Prisma.sql`
  NOT EXISTS (SELECT 1 FROM need_mark k WHERE k.kind = ${kind} AND k.subject = ${subject}::text AND (
    (k.state = 'waiting' AND k.until > ${dateOf(today())}) OR (k.state = 'done' AND ${
      since ? Prisma.sql`k.marked_at >= ${since}` : Prisma.sql`k.marked_at > now() - interval '90 days'`
    })))`

/** A report that is found by way of another is looked after there. */
const isFound = Prisma.sql`r.status = 'published' AND NOT EXISTS (SELECT 1 FROM report_merge g WHERE g.report_id = r.id)`

const toNeed =
  (kind: NeedKind, href: (row: Row) => string, sinceOn = (since: Date): IsoDate => dateInNorway(since)) =>
  (row: Row): Need => ({
    ...{ kind, subject: row.subject, title: row.title, municipality: row.municipality },
    ...{ href: href(row), count: row.count ?? 1, since: row.since && sinceOn(row.since) },
  })

/** Questions that nobody has answered: after seven days those about a report, and those to all municipalities. */
async function questionsLeft(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT q.id AS subject, coalesce(r.slug, '') AS slug, left(q.text, 120) AS title, m.display_name AS municipality, q.asked_at AS since
    FROM question q LEFT JOIN experience_report r ON r.id = q.report_id LEFT JOIN municipality m ON m.id = q.municipality_id
    WHERE q.answered_at IS NULL AND q.withdrawn_at IS NULL AND q.asked_at < ${dateOf(addDays(today(), -daysToAdvisors))}
      AND ${isOpen('question', Prisma.sql`q.id`, Prisma.sql`q.asked_at`)} ORDER BY q.asked_at, q.id LIMIT ${few}`
  return rows.map(toNeed('question', ({ slug, subject }) => `${slug ? `/erfaringer/${slug}/sporsmal` : '/sporsmal'}#${subject}`))
}

/** Reports that readers believe are outdated, and whose municipality has not answered in two weeks. */
async function saidOutdated(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id AS subject, r.slug, r.title, m.display_name AS municipality, min(f.flagged_at) AS since, count(*)::int AS count
    FROM outdated_flag f JOIN experience_report r ON r.id = f.report_id JOIN municipality m ON m.id = r.municipality_id
    WHERE f.resolved_at IS NULL AND ${isFound} GROUP BY r.id, m.id
    HAVING min(f.flagged_at) < ${dateOf(addDays(today(), -14))} AND ${isOpen('outdated', Prisma.sql`r.id`, Prisma.sql`max(f.flagged_at)`)}
    ORDER BY min(f.flagged_at), r.id LIMIT ${few}`
  return rows.map(toNeed('outdated', ({ slug }) => `/erfaringer/${slug}`))
}

/** Published, and not looked through as it stands; what anybody may read comes first. */
async function unreviewed(tx: Tx): Promise<Need[]> {
  const publishedAt = Prisma.sql`coalesce(r.revised_at, r.published_at)`
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id AS subject, r.slug, r.title, m.display_name AS municipality, ${publishedAt} AS since
    FROM experience_report r JOIN municipality m ON m.id = r.municipality_id
    WHERE ${isFound} AND ${isOpen('review', Prisma.sql`r.id`, publishedAt)} AND NOT EXISTS (SELECT 1 FROM report_review v
      WHERE v.municipality_id = r.municipality_id AND v.report_id = r.id AND v.report_version = ${latestNumber})
    ORDER BY r.visibility = 'open' DESC, since, r.id LIMIT ${few}`
  return rows.map(toNeed('review', ({ slug }) => `/kuratering/gjennomgang/${slug}`))
}

/** The municipality has replied to a review of what stands, and no advisor has said what to make of it. */
async function replies(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT v.id AS subject, r.slug, r.title, m.display_name AS municipality, v.replied_at AS since
    FROM report_review v JOIN experience_report r ON r.municipality_id = v.municipality_id AND r.id = v.report_id AND v.report_version = ${latestNumber}
    JOIN municipality m ON m.id = r.municipality_id
    WHERE v.outcome = 'changes_wanted' AND v.reply <> '' AND v.verdict IS NULL AND ${isFound} AND ${isOpen('reply', Prisma.sql`v.id`, Prisma.sql`v.replied_at`)}
    ORDER BY v.replied_at, v.id LIMIT ${few}`
  return rows.map(toNeed('reply', ({ slug }) => `/kuratering/gjennomgang/${slug}#for`))
}

/** Advice that has lain for two weeks without an answer. */
async function unanswered(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id AS subject, '' AS slug, a.title, m.display_name AS municipality, a.sent_at AS since
    FROM advice a JOIN municipality m ON m.id = a.municipality_id
    WHERE a.answer IS NULL AND a.withdrawn_at IS NULL AND a.sent_at < ${dateOf(addDays(today(), -14))}
      AND ${isOpen('advice', Prisma.sql`a.id`, Prisma.sql`a.sent_at`)} ORDER BY a.sent_at, a.id LIMIT ${few}`
  return rows.map(toNeed('advice', ({ subject }) => `/kuratering/rad?svar=venter#rad-${subject}`))
}

/** Featured now, but its owner has not opened it to all: nobody sees it on the front page. */
async function waitingToOpen(tx: Tx): Promise<Need[]> {
  const now = dateOf(today())
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.id AS subject, r.slug, r.title, m.display_name AS municipality, f.starts_on AS since
    FROM featured_case f JOIN experience_report r ON r.id = f.report_id JOIN municipality m ON m.id = r.municipality_id
    WHERE f.starts_on <= ${now} AND f.ends_on >= ${now} AND r.visibility <> 'open' AND ${isFound}
      AND ${isOpen('opening', Prisma.sql`f.id`, Prisma.sql`f.starts_on`)} ORDER BY f.starts_on, f.id LIMIT ${few}`
  return rows.map(toNeed('opening', ({ subject }) => `/kuratering/forsiden#sak-${subject}`))
}

/** Not confirmed as still true for eleven months: it will be marked as old soon, or is already. */
async function goingStale(tx: Tx): Promise<Need[]> {
  const elevenMonths = 335
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id AS subject, r.slug, r.title, m.display_name AS municipality, r.confirmed_on AS since
    FROM experience_report r JOIN municipality m ON m.id = r.municipality_id
    WHERE r.confirmed_on < ${dateOf(addDays(today(), -elevenMonths))} AND ${isFound} AND ${isOpen('stale', Prisma.sql`r.id`, Prisma.sql`r.confirmed_on`)}
    ORDER BY r.confirmed_on, r.id LIMIT ${few}`
  return rows.map(
    toNeed(
      'stale',
      ({ slug }) => `/erfaringer/${slug}`,
      (confirmedOn) => addDays(dateInNorway(confirmedOn), elevenMonths),
    ),
  )
}

/** What was searched for on more than one of these 30 days and never found. On one day only it may be somebody's name, tried again and again. */
async function notFound(tx: Tx): Promise<Need[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT query AS subject, '' AS slug, query AS title, NULL AS municipality, NULL AS since, count FROM (
      SELECT left(lower(btrim(query)), 300) AS query, count(DISTINCT (at AT TIME ZONE 'Europe/Oslo')::date)::int AS count FROM search_log WHERE at > now() - interval '30 days' AND btrim(query) <> ''
      GROUP BY 1 HAVING max(hits) = 0 AND count(DISTINCT (at AT TIME ZONE 'Europe/Oslo')::date) > 1) s
    WHERE ${isOpen('search', Prisma.sql`query`, null)} ORDER BY count DESC, query LIMIT ${few}`
  return rows.map(toNeed('search', ({ title }) => `/erfaringer?${new URLSearchParams({ q: title })}`))
}

/** Themes that at least two municipalities plan something in, and nobody shares a report of. */
async function themesNotShared(tx: Tx): Promise<Need[]> {
  const rows = await unsharedThemeRows(tx, { take: few, least: 2, where: isOpen('theme', Prisma.sql`code`, null) })
  return rows.map(({ code, plans, municipalities }) => ({
    ...{ kind: 'theme', subject: code, title: code, municipality: null },
    ...{ href: plansOf({ code, plans }), count: municipalities, since: null },
  }))
}
