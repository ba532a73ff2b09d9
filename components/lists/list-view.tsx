import Link from 'next/link'
import { ListTable, type ListTableColumn, type ListTableRow } from '@/components/table/list-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager, pagerTexts } from '@/components/ui/pager'
import type { ListGroup, ListPage, ListRow } from '@/lib/lists/engine/queries'
import { type ListColumn, type ListDefinition, type ListQuery, listHref, listParameters, sortedBy } from '@/lib/lists/rules'
import { cellText, columnTitle, type ListTexts, severityOfCell } from './list-cells'
import { ListChips } from './list-chips'
import { ListFilters } from './list-filters'
import { ListLayout } from './list-layout'

interface Props {
  texts: ListTexts
  definition: ListDefinition
  query: ListQuery
  page: ListPage
  /** Where the first column and the project of a row lead. */
  hrefOf: (row: ListRow, key: string) => string | undefined
  /** Null where the list is not exported. */
  exportHref: string | null
  /** The form that chosen rows belong to, where they can be chosen. */
  selectionForm?: string | null
  /** What to do where there is nothing at all, rather than nothing that fits the filters. */
  whereNothingIs?: React.ReactNode
}

/** A list as its address says: filters, layout, the table itself, pages, and the same as a file. */
export function ListView({ texts, definition, query, page, hrefOf, exportHref, selectionForm = null, whereNothingIs }: Props) {
  const { t } = texts
  const columns = query.columns.flatMap((key) => definition.columns.find((column) => column.key === key) ?? [])
  return (
    <>
      <ListFilters texts={texts} definition={definition} query={query} />
      <ListChips texts={texts} definition={definition} query={query} />
      <ListLayout t={t} definition={definition} query={query} />
      <p className="mb-3 flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold" role="status">
          {t('lists.hits', { count: page.total })}
        </span>
        {columns.some(({ kind }) => kind === 'nok') && <span className="muted">{t('lists.thousands')}</span>}
        {exportHref && <Exports t={t} href={exportHref} definition={definition} query={query} />}
      </p>
      {page.total === 0 ? (
        <Nothing t={t} definition={definition} query={query}>
          {whereNothingIs}
        </Nothing>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-scroll" aria-label={t('lists.hits', { count: page.total })} tabIndex={0}>
          <ListTable
            caption={t('lists.hits', { count: page.total })}
            columns={columns.map((column) => tableColumn(texts, definition, query, column))}
            rows={page.rows.map((row) => tableRow(texts, columns, row, hrefOf))}
            groups={page.groups.map((group) => tableGroup(texts, definition, query, columns, group))}
            sums={sumTexts(texts, columns, page.sums)}
            texts={{
              sum: t('lists.sum'),
              resize: t('lists.resize'),
              select: t('lists.select'),
              selectAll: t('lists.selectAll'),
              drag: t('lists.drag'),
            }}
            layoutHref={layoutHref(definition, query)}
            selectionForm={selectionForm}
          />
        </section>
      )}
      <Pager
        page={page.page}
        pageCount={page.pageCount}
        href={(side) => listHref(definition, query, { page: side })}
        texts={pagerTexts(t, page.page, page.pageCount)}
      />
    </>
  )
}

interface NothingProps {
  t: ListTexts['t']
  definition: ListDefinition
  query: ListQuery
  children: React.ReactNode
}

/** Nothing fits the filters, or there is nothing yet: two different things, with two different ways on. */
function Nothing({ t, definition, query, children }: NothingProps) {
  const isNarrowed = query.q !== '' || Object.keys(query.filters).length > 0
  if (!isNarrowed)
    return (
      <EmptyState title={t('lists.nothingYet')} text={t('lists.nothingYetText')}>
        {children}
      </EmptyState>
    )
  return (
    <EmptyState title={t('lists.emptyTitle')} text={t('lists.emptyText')}>
      <Link href={listHref(definition, query, { q: '', filters: {} })} prefetch={false} className="ds-button">
        {t('lists.resetAll')}
      </Link>
    </EmptyState>
  )
}

function Exports({
  t,
  href,
  definition,
  query,
}: {
  t: ListTexts['t']
  href: string
  definition: ListDefinition
  query: ListQuery
}) {
  const parameters = listParameters(definition, { ...query, page: 1 }).toString()
  const to = (format: string) => `${href}?format=${format}${parameters ? `&${parameters}` : ''}`
  return (
    <span className="ml-auto flex flex-wrap items-baseline gap-x-3 no-print">
      <span className="muted">{t('lists.export')}:</span>
      <a href={to('xlsx')} className="underline underline-offset-4">
        {t('lists.asExcel')}
      </a>
      <a href={to('csv')} className="underline underline-offset-4">
        {t('lists.asCsv')}
      </a>
      <a href={to('pdf')} className="underline underline-offset-4">
        {t('lists.asPdf')}
      </a>
    </span>
  )
}

const figureKinds = ['nok', 'number', 'percent']

function tableColumn({ t }: ListTexts, definition: ListDefinition, query: ListQuery, column: ListColumn): ListTableColumn {
  const rank = query.sort.findIndex(({ key }) => key === column.key)
  const sorting = query.sort[rank]
  return {
    key: column.key,
    title: columnTitle(t, column.key),
    isFigure: figureKinds.includes(column.kind),
    width: query.widths[column.key] ?? null,
    sortHref: listHref(definition, query, { sort: sortedBy(query.sort, column.key) }),
    sorted: sorting ? (sorting.isDescending ? 'descending' : 'ascending') : null,
    sortRank: query.sort.length > 1 && rank >= 0 ? rank + 1 : null,
  }
}

function tableRow(texts: ListTexts, columns: ListColumn[], row: ListRow, hrefOf: Props['hrefOf']): ListTableRow {
  const cells = columns.map((column) => {
    const { value, label } = row.cells[column.key] ?? { value: null, label: null }
    return [
      column.key,
      { text: cellText(texts, column, value, label), severity: severityOfCell(column, value), href: hrefOf(row, column.key) },
    ] as const
  })
  return { id: row.id, cells: Object.fromEntries(cells), group: row.group }
}

function tableGroup(texts: ListTexts, definition: ListDefinition, query: ListQuery, columns: ListColumn[], group: ListGroup) {
  const column = definition.columns.find(({ key }) => key === query.group)
  const label = (column && cellText(texts, column, group.value, group.label)) || texts.t('lists.nothing')
  return {
    value: group.value,
    label: texts.t('lists.groupLine', { label, count: group.count }),
    sums: sumTexts(texts, columns, group.sums),
  }
}

function sumTexts(texts: ListTexts, columns: ListColumn[], sums: Record<string, number>): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const sum = sums[column.key]
      return sum === undefined ? [] : [[column.key, cellText(texts, column, sum, null)]]
    }),
  )
}

/** The address with a place for the columns and one for their widths. */
function layoutHref(definition: ListDefinition, query: ListQuery): string {
  const parameters = listParameters(definition, { ...query, widths: {} })
  parameters.set('kol', 'KOLONNER')
  parameters.set('bredde', 'BREDDER')
  return `${definition.path}?${parameters}`
}
