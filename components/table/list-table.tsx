'use client'
import {
  type ColumnSizingState,
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Fragment, useMemo, useRef, useState } from 'react'
import type { Severity } from '@/lib/portfolio/rules'
import { Cell, SumRow } from './list-cells'
import { narrowest, ResizeHandle, widest } from './resize-handle'

/** A cell ready for the screen: text in the reader's language, with what it is drawn by. */
export interface ListCell {
  text: string
  severity?: Severity
  href?: string
}

export interface ListTableRow {
  id: string
  cells: Record<string, ListCell>
  group: string | null
}

export interface ListTableColumn {
  key: string
  title: string
  isFigure: boolean
  width: number | null
  /** Where the heading leads: sorted by this column. */
  sortHref: string
  sorted: 'ascending' | 'descending' | null
  /** Its place among the sort keys, where there are several. */
  sortRank: number | null
}

export interface ListTableGroup {
  value: string | null
  label: string
  sums: Record<string, string>
}

interface Props {
  caption: string
  columns: ListTableColumn[]
  rows: ListTableRow[]
  groups: ListTableGroup[]
  sums: Record<string, string>
  texts: { sum: string; resize: string; select: string; selectAll: string; drag: string }
  /** The address with `KOLONNER` and `BREDDER` for the columns in their order and widths. */
  layoutHref: string
  /** The form that chosen rows belong to, where they can be chosen. */
  selectionForm: string | null
}

const features = tableFeatures({ columnSizingFeature, columnResizingFeature })
const helper = createColumnHelper<typeof features, ListTableRow>()

/**
 * Draws the page of rows that the database has sorted, put together and cut. Headings are links, so it works without JavaScript; with it,
 * columns are dragged to another place and pulled wider, also by keyboard – and the address follows.
 */
export function ListTable({ caption, columns, rows, groups, sums, texts, layoutHref, selectionForm }: Props) {
  const router = useRouter()
  const dragged = useRef<string | null>(null)
  const [sizing, setSizing] = useState<ColumnSizingState>(() => widthsOf(columns))
  const defined = useMemo(
    () =>
      helper.columns(
        columns.map(({ key }) =>
          helper.accessor((row) => row.cells[key]?.text ?? '', { id: key, minSize: narrowest, maxSize: widest }),
        ),
      ),
    [columns],
  )
  const table = useTable({
    features,
    columns: defined,
    data: rows,
    getRowId: (row) => row.id,
    columnResizeMode: 'onChange',
    state: { columnSizing: sizing },
    onColumnSizingChange: setSizing,
  })
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const go = (order: string[], widths: ColumnSizingState) =>
    router.replace(addressOf(layoutHref, order, widths), { scroll: false })
  const order = columns.map(({ key }) => key)
  const resizeBy = (key: string, width: number) => {
    const next = { ...sizing, [key]: Math.max(narrowest, Math.min(widest, Math.round(width))) }
    setSizing(next)
    go(order, next)
  }
  const drop = (onto: string) => {
    if (dragged.current && dragged.current !== onto) go(movedBefore(order, dragged.current, onto), sizing)
    dragged.current = null
  }
  return (
    <table className="ds-table list-table" data-border="true" data-hover="true">
      <caption className="sr-only">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((headers) => (
          <tr key={headers.id}>
            {selectionForm && <SelectAll text={texts.selectAll} />}
            {headers.headers.map((header) => {
              const column = byKey.get(header.id)
              if (!column) return null
              const width = sizing[column.key]
              return (
                <th
                  key={header.id}
                  scope="col"
                  aria-sort={column.sorted ?? undefined}
                  className={column.isFigure ? 'figures' : undefined}
                  style={width ? { width, minWidth: width, maxWidth: width } : undefined}
                  draggable
                  title={texts.drag}
                  onDragStart={() => {
                    dragged.current = column.key
                  }}
                  onDragOver={(event) => event.preventDefault()}
                  onDrop={() => drop(column.key)}
                >
                  <Heading column={column} />
                  <ResizeHandle
                    label={`${texts.resize}: ${column.title}`}
                    width={width ?? null}
                    onPull={header.getResizeHandler()}
                    onLetGo={() => go(order, table.state.columnSizing)}
                    onStep={(step, measured) => resizeBy(column.key, (width ?? measured) + step)}
                  />
                </th>
              )
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row, index, all) => {
          const begins = groups.length > 0 && (index === 0 || all[index - 1]?.original.group !== row.original.group)
          const group = begins ? groups.find(({ value }) => value === row.original.group) : undefined
          return (
            <Fragment key={row.id}>
              {group && (
                <SumRow
                  className="list-group"
                  label={group.label}
                  sums={group.sums}
                  columns={columns}
                  isIndented={selectionForm !== null}
                />
              )}
              <tr>
                {selectionForm && (
                  <td>
                    <input
                      type="checkbox"
                      form={selectionForm}
                      name="id"
                      value={row.id}
                      className="ds-input"
                      aria-label={`${texts.select}: ${firstText(row.original, columns)}`}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <Cell key={column.key} column={column} cell={row.original.cells[column.key]} width={sizing[column.key]} />
                ))}
              </tr>
            </Fragment>
          )
        })}
      </tbody>
      {Object.keys(sums).length > 0 && (
        <tfoot>
          <SumRow label={texts.sum} sums={sums} columns={columns} isIndented={selectionForm !== null} />
        </tfoot>
      )}
    </table>
  )
}

const widthsOf = (columns: ListTableColumn[]): ColumnSizingState =>
  Object.fromEntries(columns.flatMap(({ key, width }) => (width === null ? [] : [[key, width]])))

const firstText = (row: ListTableRow, columns: ListTableColumn[]) =>
  columns.map(({ key }) => row.cells[key]).find((cell) => cell?.href)?.text ?? row.cells[columns[0]?.key ?? '']?.text ?? ''

function addressOf(href: string, order: string[], widths: ColumnSizingState): string {
  const bredde = Object.entries(widths)
    .filter(([key]) => order.includes(key))
    .map(([key, width]) => `${key}:${Math.round(width)}`)
    .join(',')
  return href.replace('KOLONNER', order.join(',')).replace('BREDDER', bredde)
}

function movedBefore(order: string[], key: string, onto: string): string[] {
  const without = order.filter((other) => other !== key)
  const at = without.indexOf(onto) + (order.indexOf(key) < order.indexOf(onto) ? 1 : 0)
  return [...without.slice(0, at), key, ...without.slice(at)]
}

const arrows = { ascending: '↑', descending: '↓' } as const

function Heading({ column }: { column: ListTableColumn }) {
  return (
    <Link href={column.sortHref} prefetch={false} className="text-inherit" draggable={false}>
      {column.title}{' '}
      {column.sorted && (
        <span aria-hidden="true">
          {arrows[column.sorted]}
          {column.sortRank !== null && <sup>{column.sortRank}</sup>}
        </span>
      )}
    </Link>
  )
}

/** Ticks every row of the page; without JavaScript each is ticked by itself. */
function SelectAll({ text }: { text: string }) {
  return (
    <th scope="col">
      <input
        type="checkbox"
        className="ds-input"
        aria-label={text}
        onChange={(event) => {
          const boxes = event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>('tbody input[name="id"]')
          for (const box of boxes ?? []) box.checked = event.currentTarget.checked
        }}
      />
    </th>
  )
}
