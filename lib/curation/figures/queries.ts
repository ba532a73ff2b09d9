import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import type { ReuseState } from '@/generated/prisma/enums'
import type { Actor } from '@/lib/platform/actor'
import { isoDate, isoDateOrNull } from '@/lib/platform/dates'
import { read, type Tx } from '@/lib/platform/db'
import { mayCurate } from '../policy'
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
const confirmed = Prisma.sql`
  FROM reuse u JOIN experience_report r ON r.id = u.report_id JOIN municipality m ON m.id = u.municipality_id
  JOIN municipality s ON s.id = r.municipality_id WHERE r.status = 'published'`
/** What is reused and not confirmed during the last year. */
const unconfirmed = Prisma.sql`(u.confirmed_on IS NULL OR u.confirmed_on < current_date - 365)`
const themes = Prisma.sql`
  FROM theme t CROSS JOIN LATERAL (
    SELECT count(*)::int AS projects, count(DISTINCT p.municipality_id)::int AS municipalities FROM project p
    WHERE p.theme_code = t.code AND p.lifecycle = 'active') p
  CROSS JOIN LATERAL (SELECT count(*)::int AS reports FROM experience_report r WHERE r.theme_code = t.code AND r.status = 'published') r`

const counts: Record<FigureName, Prisma.Sql> = {
  deltar: Prisma.sql`SELECT count(*)::int AS n ${taking}`,
  deler: Prisma.sql`SELECT count(*)::int AS n ${taking} WHERE ${shared} > 0`,
  gjenbruk: Prisma.sql`SELECT count(*)::int AS n ${confirmed} AND u.confirmed_on IS NOT NULL`,
  ubekreftet: Prisma.sql`SELECT count(*)::int AS n ${confirmed} AND ${unconfirmed}`,
  tema: Prisma.sql`SELECT count(*)::int AS n ${themes} WHERE p.projects > 0 AND r.reports = 0`,
}

async function countOf(tx: Tx, name: FigureName): Promise<number> {
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
    const range = Prisma.sql`LIMIT ${rowsPerPage} OFFSET ${(page - 1) * rowsPerPage}`
    return { rows: await rowsOf[name](tx, range), total, page, pageCount }
  })
}

const rowsOf: Record<FigureName, (tx: Tx, range: Prisma.Sql) => Promise<FigureRow[]>> = {
  deltar: (tx, range) => municipalities(tx, Prisma.sql`true`, range),
  deler: (tx, range) => municipalities(tx, Prisma.sql`${shared} > 0`, range),
  gjenbruk: (tx, range) => reuses(tx, Prisma.sql`u.confirmed_on IS NOT NULL`, range),
  ubekreftet: (tx, range) => reuses(tx, unconfirmed, range),
  tema: async (tx, range) => {
    const rows = await tx.$queryRaw<{ code: string; projects: number; municipalities: number }[]>`
      SELECT t.code, p.projects, p.municipalities ${themes} WHERE p.projects > 0 AND r.reports = 0
      ORDER BY p.municipalities DESC, t.position ${range}`
    return rows.map(({ code, ...cells }) => ({ title: code, href: `/prosjekter?tema=${code}`, cells }))
  },
}

async function municipalities(tx: Tx, where: Prisma.Sql, range: Prisma.Sql): Promise<FigureRow[]> {
  const rows = await tx.$queryRaw<{ number: string; name: string; joinedOn: Date; reports: number; reused: number }[]>`
    SELECT m.number, m.display_name AS name, t.joined_on AS "joinedOn", ${shared} AS reports,
      (SELECT count(*)::int FROM reuse u WHERE u.municipality_id = m.id AND u.confirmed_on IS NOT NULL) AS reused
    ${taking} WHERE ${where} ORDER BY m.display_name COLLATE "nb-NO-x-icu" ${range}`
  return rows.map(({ number, name, joinedOn, ...cells }) => ({
    title: name,
    href: `/kommuner/${number}`,
    cells: { joinedOn: isoDate(joinedOn), ...cells },
  }))
}

async function reuses(tx: Tx, where: Prisma.Sql, range: Prisma.Sql): Promise<FigureRow[]> {
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
    ${confirmed} AND ${where} ORDER BY u.confirmed_on DESC NULLS LAST, u.id ${range}`
  return rows.map(({ slug, title, confirmedOn, ...cells }) => ({
    title,
    href: `/erfaringer/${slug}`,
    cells: { ...cells, confirmedOn: isoDateOrNull(confirmedOn) },
  }))
}
