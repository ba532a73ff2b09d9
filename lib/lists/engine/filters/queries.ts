import 'server-only'
import { Prisma } from '@/generated/prisma/client'
import { contains } from '@/lib/platform/like'
import { hasRange, type ListColumn, type ListFilter } from '../../rules'

/** A filter of one column as a condition: any of the values, within the range, nothing there, or anything at all. */
export function filterSql(column: ListColumn, value: Prisma.Sql, filter: ListFilter): Prisma.Sql {
  const either: Prisma.Sql[] = []
  if (filter.isEmpty) either.push(emptySql(column, value))
  if (filter.isPresent) either.push(Prisma.sql`NOT (${emptySql(column, value)})`)
  if (filter.values.length > 0) either.push(oneOfSql(column, value, filter.values))
  if (hasRange(column) && (filter.from !== null || filter.to !== null)) either.push(rangeSql(column, value, filter))
  return Prisma.sql`(${Prisma.join(either, ' OR ')})`
}

function emptySql({ kind }: ListColumn, value: Prisma.Sql): Prisma.Sql {
  if (kind === 'text') return Prisma.sql`coalesce(${value}, '') = ''`
  return kind === 'words' ? Prisma.sql`cardinality(${value}) = 0` : Prisma.sql`${value} IS NULL`
}

function oneOfSql({ kind }: ListColumn, value: Prisma.Sql, values: string[]): Prisma.Sql {
  if (kind === 'text') return Prisma.sql`${value} ILIKE ${contains(values[0] ?? '')}`
  if (kind === 'words') return Prisma.sql`${value} && ${values}::text[]`
  if (kind === 'boolean') return Prisma.sql`${value} = ANY (${values.map((one) => one === 'ja')}::boolean[])`
  return Prisma.sql`${value}::text = ANY (${values}::text[])`
}

function rangeSql({ kind }: ListColumn, value: Prisma.Sql, { from, to }: ListFilter): Prisma.Sql {
  const type = kind === 'date' ? Prisma.sql`date` : Prisma.sql`numeric`
  const ends = [
    ...(from === null ? [] : [Prisma.sql`${value} >= ${from}::text::${type}`]),
    ...(to === null ? [] : [Prisma.sql`${value} <= ${to}::text::${type}`]),
  ]
  return Prisma.sql`(${Prisma.join(ends, ' AND ')})`
}
