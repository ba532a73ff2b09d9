import type { IsoDate } from '@/lib/platform/dates'
import { beginning } from '@/lib/platform/storable'

/** What a column holds, and so how it is filtered, sorted, summed and shown. */
export type ColumnKind = 'text' | 'choice' | 'entity' | 'words' | 'date' | 'nok' | 'number' | 'percent' | 'boolean'

export interface ListColumn {
  /** Its name in the address. */
  key: string
  kind: ColumnKind
  /** For a choice: the section of `choices` in the messages, and the values in their logical order. */
  of?: string
  choices?: readonly string[]
  /** For an entity or words: which set of names can be filtered by. */
  set?: 'people' | 'phases' | 'themes' | 'programmes'
  /** Summed over all hits, and per group. */
  isSummed?: boolean
  /** Shown unless others are chosen. */
  isDefault?: boolean
  /** Its filter stands open, not among the others. */
  isMain?: boolean
  /** Rows can be put together by it. */
  isGroupable?: boolean
}

export interface ListDefinition {
  /** Its place in the address, and its name in saved views. */
  path: string
  columns: readonly ListColumn[]
  defaultSort: readonly Sorting[]
}

export interface Sorting {
  key: string
  isDescending: boolean
}

export interface ListFilter {
  values: string[]
  from: string | null
  to: string | null
  isEmpty: boolean
  isPresent: boolean
}

/** How a list is shown: all that its address says. */
export interface ListQuery {
  q: string
  columns: string[]
  widths: Record<string, number>
  sort: Sorting[]
  group: string | null
  filters: Record<string, ListFilter>
  size: number
  page: number
  /** The view it was opened as; only to show which. */
  view: string
}

export type Address = Record<string, string | string[] | undefined>

/** The address of a list as it stands behind the question mark. */
export function addressOf(parameters: URLSearchParams): Address {
  return Object.fromEntries([...new Set(parameters.keys())].map((key) => [key, parameters.getAll(key)]))
}

export const pageSizes = [25, 50, 100] as const
export const mostSortKeys = 3
/** Stands for «nothing there» among the values of a filter. */
export const emptyValue = 'tom'
/** Stands for «anything at all». */
export const presentValue = 'utfylt'

const isRange = (kind: ColumnKind) => ['date', 'nok', 'number', 'percent'].includes(kind)

/** Whether a column is filtered by from and to. */
export function hasRange(column: ListColumn): boolean {
  return isRange(column.kind)
}

const listOf = (value: string | string[] | undefined) => [value ?? []].flat()
const first = (value: string | string[] | undefined) => listOf(value)[0] ?? ''
const numberPattern = /^-?\d{1,13}([.,]\d{1,4})?$/
// The database knows no year 0.
const datePattern = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

function bound(column: ListColumn, typed: string): string | null {
  const plain = typed.replace(/[\s\u00a0]/g, '').replace(/\u2212/g, '-')
  if (column.kind === 'date') return datePattern.test(plain) && isRealDate(plain) ? plain : null
  return numberPattern.test(plain) ? plain.replace(',', '.') : null
}

const isRealDate = (on: IsoDate) => new Date(`${on}T00:00:00Z`).toISOString().slice(0, 10) === on

function filterOf(column: ListColumn, address: Address): ListFilter | null {
  const typed = listOf(address[`f-${column.key}`]).map((value) => beginning(value, 200))
  const values = typed.filter((value) => ![emptyValue, presentValue, ''].includes(value)).slice(0, 100)
  const known = column.choices ? values.filter((value) => column.choices?.includes(value)) : values
  const filter: ListFilter = {
    values: hasRange(column) ? [] : known,
    from: hasRange(column) ? bound(column, first(address[`f-${column.key}-fra`])) : null,
    to: hasRange(column) ? bound(column, first(address[`f-${column.key}-til`])) : null,
    isEmpty: typed.includes(emptyValue),
    isPresent: typed.includes(presentValue),
  }
  return filter.values.length > 0 || filter.from !== null || filter.to !== null || filter.isEmpty || filter.isPresent
    ? filter
    : null
}

/** Reads the address of a list. Every part falls back, so that a mangled address shows the first page of everything. */
export function listQuery(definition: ListDefinition, address: Address): ListQuery {
  const byKey = new Map(definition.columns.map((column) => [column.key, column]))
  const known = (keys: string[]) => [...new Set(keys)].filter((key) => byKey.has(key))
  const columns = known(first(address.kol).split(','))
  const group = first(address.gruppe)
  const size = Number(first(address.antall))
  const page = Number(first(address.side))
  return {
    q: beginning(first(address.q), 100),
    columns: columns.length > 0 ? columns : defaultColumns(definition),
    widths: widthsOf(first(address.bredde), byKey),
    sort: sortOf(listOf(address.sorter).join(','), byKey) ?? [...definition.defaultSort],
    group: byKey.get(group)?.isGroupable ? group : null,
    filters: Object.fromEntries(
      definition.columns.flatMap((column) => {
        const filter = filterOf(column, address)
        return filter ? [[column.key, filter]] : []
      }),
    ),
    size: pageSizes.find((known) => known === size) ?? 25,
    page: Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1,
    view: beginning(first(address.visning), 60),
  }
}

function defaultColumns(definition: ListDefinition): string[] {
  return definition.columns.filter(({ isDefault }) => isDefault).map(({ key }) => key)
}

function sortOf(text: string, byKey: ReadonlyMap<string, ListColumn>): Sorting[] | null {
  const keys = text.split(',').map((part) => ({ key: part.replace(/^-/, ''), isDescending: part.startsWith('-') }))
  const known = keys.filter(({ key }, index) => byKey.has(key) && keys.findIndex((other) => other.key === key) === index)
  return known.length > 0 ? known.slice(0, mostSortKeys) : null
}

function widthsOf(text: string, byKey: ReadonlyMap<string, ListColumn>): Record<string, number> {
  const pairs = text.split(',').map((part) => part.split(':'))
  return Object.fromEntries(
    pairs.flatMap(([key = '', width = '']) => {
      const pixels = Number(width)
      return byKey.has(key) && Number.isInteger(pixels) && pixels >= 60 && pixels <= 900 ? [[key, pixels]] : []
    }),
  )
}

const sortText = (sort: readonly Sorting[]) => sort.map(({ key, isDescending }) => `${isDescending ? '-' : ''}${key}`).join(',')

/** The query part of the address that shows exactly this. What is at its default is left out. */
export function listParameters(definition: ListDefinition, query: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  const set = (name: string, value: string, fallback: string) => value !== fallback && parameters.set(name, value)
  set('visning', query.view, '')
  set('q', query.q, '')
  for (const [key, filter] of Object.entries(query.filters)) {
    for (const value of filter.values) parameters.append(`f-${key}`, value)
    if (filter.isEmpty) parameters.append(`f-${key}`, emptyValue)
    if (filter.isPresent) parameters.append(`f-${key}`, presentValue)
    if (filter.from !== null) parameters.set(`f-${key}-fra`, filter.from)
    if (filter.to !== null) parameters.set(`f-${key}-til`, filter.to)
  }
  set('kol', query.columns.join(','), defaultColumns(definition).join(','))
  set(
    'bredde',
    Object.entries(query.widths)
      .map((pair) => pair.join(':'))
      .join(','),
    '',
  )
  set('sorter', sortText(query.sort), sortText(definition.defaultSort))
  set('gruppe', query.group ?? '', '')
  set('antall', String(query.size), '25')
  set('side', String(query.page), '1')
  return parameters
}

/** The address of the list with some of it changed. A change of what is shown goes to page one. */
export function listHref(definition: ListDefinition, query: ListQuery, change: Partial<ListQuery> = {}): string {
  const text = listParameters(definition, { ...query, page: 1, ...change }).toString()
  return text ? `${definition.path}?${text}` : definition.path
}

/** The sorting when a heading is chosen: first by it, then as before; chosen again, the other way. */
export function sortedBy(sort: readonly Sorting[], key: string): Sorting[] {
  const [current] = sort
  const isDescending = current?.key === key && !current.isDescending
  return [{ key, isDescending }, ...sort.filter((other) => other.key !== key)].slice(0, mostSortKeys)
}

/** The columns with one of them moved a place to the left or to the right. */
export function movedColumn(columns: readonly string[], key: string, by: -1 | 1): string[] {
  const at = columns.indexOf(key)
  const to = at + by
  if (at < 0 || to < 0 || to >= columns.length) return [...columns]
  const moved = columns.filter((column) => column !== key)
  moved.splice(to, 0, key)
  return moved
}

/** The filters without those of one column. */
export function withoutFilter(filters: ListQuery['filters'], key: string): ListQuery['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([other]) => other !== key))
}
