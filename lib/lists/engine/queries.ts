import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { isoDate } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { contains } from '@/lib/platform/like'
import type { ListColumn, ListDefinition, ListQuery } from '../rules'
import { filterSql } from './filters/queries'

/** How one column is had from the database. */
export interface ColumnSql {
  value: Prisma.Sql
  /** What it sorts by, where that is not the value. */
  order?: Prisma.Sql
  /** What is shown, where the value is an id or a code. */
  label?: Prisma.Sql
  joins?: readonly string[]
}

/** Narrows a join to the rows of a page; everything where no page is known yet. */
export type Scope = (id: Prisma.Sql) => Prisma.Sql

export interface ListSource {
  /** The id of a row, and what its page is found by. */
  id: Prisma.Sql
  from: Prisma.Sql
  where: Prisma.Sql
  /** What the search box looks in. */
  searched: readonly Prisma.Sql[]
  joins: Record<string, (scope: Scope) => Prisma.Sql>
  columns: Record<string, ColumnSql>
  /** Further columns every row carries, such as the project it belongs to. */
  extra: Record<string, Prisma.Sql>
}

export type CellValue = string | number | boolean | string[] | null

export interface ListRow {
  id: string
  /** By column key: the value and, where it has one, its label. */
  cells: Record<string, { value: CellValue; label: string | null }>
  extra: Record<string, string | null>
  /** The value of the column the rows are put together by. */
  group: string | null
}

export interface ListGroup {
  value: string | null
  label: string | null
  count: number
  sums: Record<string, number>
}

export interface ListPage {
  rows: ListRow[]
  total: number
  page: number
  pageCount: number
  /** Over every hit of the filter, not only this page. */
  sums: Record<string, number>
  groups: ListGroup[]
}

const everything: Scope = () => Prisma.sql`true`
const alias = (prefix: string, index: number) => Prisma.raw(`"${prefix}${index}"`)
const orderOf = (column: ColumnSql) => column.order ?? column.label ?? column.value

/** One page of a list, with the sums over all hits and over each group: four queries, filtered, sorted, put together and cut in the database. */
export async function listPage(tx: Tx, definition: ListDefinition, source: ListSource, query: ListQuery): Promise<ListPage> {
  const summed = definition.columns.filter(({ key, isSummed }) => isSummed && query.columns.includes(key))
  const { total, sums } = await totals(tx, definition, source, query, summed)
  const pageCount = Math.max(1, Math.ceil(total / query.size))
  const page = Math.min(query.page, pageCount)
  const ids = await idsOf(tx, definition, source, query, Prisma.sql`LIMIT ${query.size} OFFSET ${(page - 1) * query.size}`)
  return {
    rows: await rowsOf(tx, definition, source, query, ids),
    total,
    page,
    pageCount,
    sums,
    groups: query.group ? await groupsOf(tx, definition, source, query, summed) : [],
  }
}

/** Every hit in order, for exports: the ids first, so that the order stands while the rows are fetched batch by batch. */
export function allIds(tx: Tx, definition: ListDefinition, source: ListSource, query: ListQuery): Promise<string[]> {
  return idsOf(tx, definition, source, query, Prisma.empty)
}

/** How many hits there are. */
export async function hitCount(tx: Tx, definition: ListDefinition, source: ListSource, query: ListQuery): Promise<number> {
  const { total } = await totals(tx, definition, source, query, [])
  return total
}

async function totals(tx: Tx, definition: ListDefinition, source: ListSource, query: ListQuery, summed: ListColumn[]) {
  const body = bodyOf(
    definition,
    source,
    query,
    summed.map(({ key }) => key),
  )
  const [row] = await tx.$queryRaw<Record<string, unknown>[]>`SELECT count(*) AS total${sumsSql(source, summed)} ${body}`
  return { total: Number(row?.total ?? 0), sums: sumsIn(row ?? {}, summed) }
}

function sumsSql(source: ListSource, summed: ListColumn[]): Prisma.Sql {
  const sums = summed.map(
    ({ key }, index) => Prisma.sql`, coalesce(sum(${columnSql(source, key).value}), 0) AS ${alias('s', index)}`,
  )
  return sums.length > 0 ? Prisma.join(sums, '') : Prisma.empty
}

function sumsIn(row: Record<string, unknown>, summed: ListColumn[]): Record<string, number> {
  return Object.fromEntries(summed.map(({ key }, index) => [key, Number(row[`s${index}`] ?? 0)]))
}

function columnSql(source: ListSource, key: string): ColumnSql {
  const column = source.columns[key]
  if (!column) throw new Error(`the list has no column ${key}`)
  return column
}

async function idsOf(
  tx: Tx,
  definition: ListDefinition,
  source: ListSource,
  query: ListQuery,
  cut: Prisma.Sql,
): Promise<string[]> {
  const keys = [...(query.group ? [query.group] : []), ...query.sort.map(({ key }) => key)]
  const orders = [
    ...(query.group ? [Prisma.sql`${orderOf(columnSql(source, query.group))} NULLS LAST`] : []),
    ...query.sort.map(
      ({ key, isDescending }) =>
        Prisma.sql`${orderOf(columnSql(source, key))} ${isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`} NULLS LAST`,
    ),
    source.id,
  ]
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT ${source.id} AS id ${bodyOf(definition, source, query, keys)} ORDER BY ${Prisma.join(orders)} ${cut}`
  return rows.map(({ id }) => id)
}

/** The rows of the given ids, in that order. */
export async function rowsOf(
  tx: Tx,
  definition: ListDefinition,
  source: ListSource,
  query: ListQuery,
  ids: string[],
): Promise<ListRow[]> {
  if (ids.length === 0) return []
  const keys = [...new Set([...query.columns, ...(query.group ? [query.group] : [])])]
  const columns = keys.map((key, index) => {
    const { value, label } = columnSql(source, key)
    return Prisma.sql`, ${value} AS ${alias('v', index)}, ${label ?? Prisma.sql`NULL::text`} AS ${alias('l', index)}`
  })
  const extra = Object.entries(source.extra).map(([name, sql]) => Prisma.sql`, ${sql} AS ${Prisma.raw(`"${name}"`)}`)
  const scope: Scope = (id) => Prisma.sql`${id} = ANY (${ids}::uuid[])`
  const found = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT ${source.id} AS id${Prisma.join([...columns, ...extra], '')}
    ${source.from} ${joinsOf(source, keys, scope)}
    WHERE ${source.where} AND ${source.id} = ANY (${ids}::uuid[])`
  const byId = new Map(found.map((row) => [String(row.id), row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [viewOf(id, row, keys, source, query, definition)] : []
  })
}

function viewOf(
  id: string,
  row: Record<string, unknown>,
  keys: string[],
  source: ListSource,
  query: ListQuery,
  definition: ListDefinition,
): ListRow {
  const kinds = new Map(definition.columns.map(({ key, kind }) => [key, kind]))
  const cells = Object.fromEntries(
    keys.map((key, index) => {
      const label = row[`l${index}`]
      return [
        key,
        {
          value: cellValue(row[`v${index}`], kinds.get(key)),
          label: label === null || label === undefined ? null : String(label),
        },
      ]
    }),
  )
  const extra = Object.fromEntries(Object.keys(source.extra).map((name) => [name, row[name] === null ? null : String(row[name])]))
  const group = query.group ? (cells[query.group]?.value ?? null) : null
  return { id, cells, extra, group: group === null ? null : String(group) }
}

function cellValue(value: unknown, kind: ListColumn['kind'] | undefined): CellValue {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return isoDate(value)
  if (kind === 'nok' || kind === 'number' || kind === 'percent') return Number(value)
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'boolean' ? value : String(value)
}

/** At most this many groups are shown; a list is put together by what has few values. */
const mostGroups = 200

async function groupsOf(
  tx: Tx,
  definition: ListDefinition,
  source: ListSource,
  query: ListQuery,
  summed: ListColumn[],
): Promise<ListGroup[]> {
  const key = query.group ?? ''
  const column = columnSql(source, key)
  const label = column.label ?? Prisma.sql`NULL::text`
  const body = bodyOf(definition, source, query, [key, ...summed.map((sum) => sum.key)])
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT ${column.value}::text AS value, max(${label}) AS label, count(*) AS count${sumsSql(source, summed)}
    ${body} GROUP BY ${column.value}, ${orderOf(column)} ORDER BY ${orderOf(column)} NULLS LAST LIMIT ${mostGroups}`
  return rows.map((row) => ({
    value: row.value === null ? null : String(row.value),
    label: row.label === null ? null : String(row.label),
    count: Number(row.count),
    sums: sumsIn(row, summed),
  }))
}

/** Where the hits come from: only what is joined that somebody asks for. */
function bodyOf(definition: ListDefinition, source: ListSource, query: ListQuery, keys: string[]): Prisma.Sql {
  const needed = [...keys, ...Object.keys(query.filters)]
  return Prisma.sql`${source.from} ${joinsOf(source, needed, everything)} WHERE ${whereOf(definition, source, query)}`
}

function joinsOf(source: ListSource, keys: readonly string[], scope: Scope): Prisma.Sql {
  const wanted = new Set(keys.flatMap((key) => source.columns[key]?.joins ?? []))
  // In the order they are declared: a later one may build on an earlier.
  const joins = Object.entries(source.joins).flatMap(([name, join]) => (wanted.has(name) ? [join(scope)] : []))
  return joins.length > 0 ? Prisma.join(joins, ' ') : Prisma.empty
}

function whereOf(definition: ListDefinition, source: ListSource, query: ListQuery): Prisma.Sql {
  const conditions = [source.where]
  if (query.q) {
    const looked = source.searched.map((text) => Prisma.sql`${text} ILIKE ${contains(query.q)}`)
    conditions.push(Prisma.sql`(${Prisma.join(looked, ' OR ')})`)
  }
  for (const column of definition.columns) {
    const filter = query.filters[column.key]
    if (filter) conditions.push(filterSql(column, columnSql(source, column.key).value, filter))
  }
  return Prisma.join(conditions, ' AND ')
}

/** How many hits there are of each combination of the given columns. */
export async function countsBy(
  tx: Tx,
  definition: ListDefinition,
  source: ListSource,
  query: ListQuery,
  keys: string[],
): Promise<{ values: (string | null)[]; count: number }[]> {
  const values = keys.map((key) => columnSql(source, key).value)
  const selected = values.map((value, index) => Prisma.sql`${value}::text AS ${alias('v', index)}`)
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    SELECT ${Prisma.join(selected)}, count(*) AS count ${bodyOf(definition, source, query, keys)} GROUP BY ${Prisma.join(values)}`
  return rows.map((row) => ({
    values: keys.map((_, index) => (row[`v${index}`] === null ? null : String(row[`v${index}`]))),
    count: Number(row.count),
  }))
}
