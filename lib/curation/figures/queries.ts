import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { AdviceAnswer, ReuseState } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { usedStates } from '@/lib/sharing/reuse/rules'
import { mayCurate } from '../policy'
import { plansOf, unsharedThemeCount, unsharedThemeRows } from '../themes/queries'
import type { FigureName } from './rules'

export const rowsPerPage = 50

/** A row behind a figure: what it is, where it leads, and its columns by name; dates are ISO, numbers are numbers. */
export interface FigureRow {
  title: string
  href: string | null
  cells: Record<string, string | number | null>
}

const taking = Prisma.sql`FROM participation t JOIN municipality m ON m.id = t.municipality_id`
const shared = Prisma.sql`
  (SELECT count(*)::int FROM experience_report r WHERE r.municipality_id = m.id AND r.status = 'published')`
/** What municipalities say they use, by the same states as everywhere else: who considers it, or has left it, does not. */
const used = Prisma.sql`
  FROM reuse u JOIN experience_report r ON r.id = u.report_id JOIN municipality m ON m.id = u.municipality_id
  JOIN municipality s ON s.id = r.municipality_id WHERE r.status = 'published' AND u.state = ANY (${usedStates}::reuse_state[])`
const isCounted = Prisma.sql`reuse_counts(u.state, u.confirmed_on)`
/** Advice that a municipality has answered that it follows, or follows already. */
const followed = Prisma.sql`FROM advice a JOIN municipality m ON m.id = a.municipality_id WHERE a.answer IN ('adopting', 'in_progress', 'already_done')`
/** What is reused and not confirmed during the last year. */
const unconfirmed = Prisma.sql`(u.confirmed_on IS NULL OR u.confirmed_on < current_date - 365)`

const counts: Record<Exclude<FigureName, 'tema'>, Prisma.Sql> = {
  deltar: Prisma.sql`SELECT count(*)::int AS n ${taking}`,
  deler: Prisma.sql`SELECT count(*)::int AS n ${taking} WHERE ${shared} > 0`,
  gjenbruk: Prisma.sql`SELECT count(*)::int AS n ${used} AND ${isCounted}`,
  ubekreftet: Prisma.sql`SELECT count(*)::int AS n ${used} AND ${unconfirmed}`,
  rad: Prisma.sql`SELECT count(*)::int AS n ${followed}`,
}

async function countOf(tx: Tx, name: FigureName): Promise<number> {
  if (name === 'tema') return unsharedThemeCount(tx)
  const [row] = await tx.$queryRaw<{ n: number }[]>(counts[name])
  return row?.n ?? 0
}

/** Every national figure, counted now, as far as advisors see; null for others. */
export function nationalFigures(actor: Actor) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    return {
      municipalities: await tx.municipality.count(),
      deltar: await countOf(tx, 'deltar'),
      deler: await countOf(tx, 'deler'),
      gjenbruk: await countOf(tx, 'gjenbruk'),
      ubekreftet: await countOf(tx, 'ubekreftet'),
      tema: await countOf(tx, 'tema'),
      rad: await countOf(tx, 'rad'),
    }
  })
}

/** The rows behind a figure, a page at a time; as many in all as the figure says. Null for others than advisors. */
export function figureRowsOf(actor: Actor, name: FigureName, side: number) {
  return read(actor, async (tx) => {
    if (!mayCurate(actor)) return null
    const total = await countOf(tx, name)
    const pageCount = Math.max(1, Math.ceil(total / rowsPerPage))
    const page = Math.min(side, pageCount)
    return { rows: await rowsOf[name](tx, (page - 1) * rowsPerPage), total, page, pageCount }
  })
}

const rowsOf: Record<FigureName, (tx: Tx, skip: number) => Promise<FigureRow[]>> = {
  deltar: (tx, skip) => municipalities(tx, Prisma.sql`true`, skip),
  deler: (tx, skip) => municipalities(tx, Prisma.sql`${shared} > 0`, skip),
  gjenbruk: (tx, skip) => reuses(tx, isCounted, skip),
  ubekreftet: (tx, skip) => reuses(tx, unconfirmed, skip),
  rad: (tx, skip) => advice(tx, skip),
  tema: async (tx, skip) => {
    const themes = await unsharedThemeRows(tx, { take: rowsPerPage, skip })
    return themes.map(({ code, ...cells }) => ({ title: code, href: plansOf({ code, plans: cells.plans }), cells }))
  },
}

async function municipalities(tx: Tx, where: Prisma.Sql, skip: number): Promise<FigureRow[]> {
  const rows = await tx.$queryRaw<{ number: string; name: string; joinedOn: Date; reports: number; reused: number }[]>`
    SELECT m.number, m.display_name AS name, t.joined_on AS "joinedOn", ${shared} AS reports,
      (SELECT count(*)::int FROM reuse u JOIN experience_report r ON r.id = u.report_id
        WHERE u.municipality_id = m.id AND r.status = 'published' AND ${isCounted}) AS reused
    ${taking} WHERE ${where} ORDER BY m.display_name COLLATE "nb-NO-x-icu", m.number LIMIT ${rowsPerPage} OFFSET ${skip}`
  return rows.map(({ number, name, joinedOn, ...cells }) => ({
    title: name,
    href: `/kommuner/${number}`,
    cells: { joinedOn: isoDate(joinedOn), ...cells },
  }))
}

async function reuses(tx: Tx, where: Prisma.Sql, skip: number): Promise<FigureRow[]> {
  interface Row {
    slug: string
    title: string
    adopter: string
    source: string
    state: ReuseState
    confirmedOn: Date | null
  }
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.slug, r.title, m.display_name AS adopter, s.display_name AS source, u.state::text AS state, u.confirmed_on AS "confirmedOn"
    ${used} AND ${where} ORDER BY u.confirmed_on DESC NULLS LAST, u.id LIMIT ${rowsPerPage} OFFSET ${skip}`
  return rows.map(({ slug, title, confirmedOn, ...cells }) => ({
    title,
    href: `/erfaringer/${slug}`,
    cells: { ...cells, confirmedOn: isoDateOrNull(confirmedOn) },
  }))
}

async function advice(tx: Tx, skip: number): Promise<FigureRow[]> {
  const rows = await tx.$queryRaw<{ id: string; title: string; municipality: string; answer: AdviceAnswer; answeredOn: Date }[]>`
    SELECT a.id, a.title, m.display_name AS municipality, a.answer::text AS answer, (a.answered_at AT TIME ZONE 'Europe/Oslo')::date AS "answeredOn"
    ${followed} ORDER BY a.answered_at DESC, a.id LIMIT ${rowsPerPage} OFFSET ${skip}`
  return rows.map(({ id, title, municipality, answer, answeredOn }) => ({
    title,
    href: `/kuratering/rad?svar=besvart#rad-${id}`,
    cells: { municipality, answer, answeredOn: isoDate(answeredOn) },
  }))
}
