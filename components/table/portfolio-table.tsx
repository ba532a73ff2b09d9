'use client'
import { createColumnHelper, type RowData, tableFeatures, useTable } from '@tanstack/react-table'
import Link from 'next/link'
import { StatusMark } from '@/components/ui/status-mark'
import type { Severity } from '@/lib/portfolio/rules'

/** A row ready for the screen: everything is text already, in the reader's language. */
export interface PortfolioTableRow {
  id: string
  number: string
  title: string
  lifecycle: string
  phase: string
  manager: string
  status: { section: string; severity: Severity; word: string }[]
  notReported: string
  budget: string
  cost: string
  forecast: string
  reportedOn: string
}

/** A heading: where it leads when chosen, and how the table is sorted by it now. */
export interface PortfolioHeading {
  text: string
  href?: string
  sorted?: 'ascending' | 'descending'
}

interface Props {
  caption: string
  headings: Record<ColumnId, PortfolioHeading>
  rows: PortfolioTableRow[]
  sums: { label: string; budget: string; cost: string; forecast: string }
}

type ColumnId = 'number' | 'title' | 'phase' | 'status' | 'manager' | 'budget' | 'cost' | 'forecast' | 'reportedOn'

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, PortfolioTableRow>()

const columns = helper.columns([
  helper.accessor('number', { id: 'number' }),
  helper.accessor('title', {
    id: 'title',
    cell: ({ row }) => (
      <>
        <Link href={`/prosjekter/${row.original.id}`} prefetch={false} className="font-semibold underline underline-offset-2">
          {row.original.title}
        </Link>
        <span className="block text-sm muted">{row.original.lifecycle}</span>
      </>
    ),
  }),
  helper.accessor('phase', { id: 'phase' }),
  helper.display({ id: 'status', cell: ({ row }) => <StatusCell row={row.original} /> }),
  helper.accessor('manager', { id: 'manager' }),
  helper.accessor('budget', { id: 'budget' }),
  helper.accessor('cost', { id: 'cost' }),
  helper.accessor('forecast', { id: 'forecast' }),
  helper.accessor('reportedOn', { id: 'reportedOn' }),
])

const figureColumns = new Set(['budget', 'cost', 'forecast'])
const alignment = (id: string) => (figureColumns.has(id) ? 'figures' : undefined)

/** Draws the page of rows that the database has sorted and cut; every heading is a link, so it works without JavaScript. */
export function PortfolioTable({ caption, headings, rows, sums }: Props) {
  const table = useTable({ features, columns, data: rows, getRowId: (row: RowData & PortfolioTableRow) => row.id })
  return (
    <table className="ds-table portfolio-table" data-border="true" data-hover="true">
      <caption className="sr-only">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <Heading key={header.id} heading={headings[header.id as ColumnId]} className={alignment(header.id)} />
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getAllCells().map((cell) => (
              <td key={cell.id} className={alignment(cell.column.id)}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={5}>
            {sums.label}
          </th>
          <td className="figures">{sums.budget}</td>
          <td className="figures">{sums.cost}</td>
          <td className="figures">{sums.forecast}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

const arrows = { ascending: '↑', descending: '↓' } as const

function Heading({ heading, className }: { heading: PortfolioHeading; className?: string }) {
  return (
    <th scope="col" aria-sort={heading.sorted} className={className}>
      {heading.href ? (
        <Link href={heading.href} prefetch={false} className="whitespace-nowrap text-inherit">
          {heading.text} {heading.sorted && <span aria-hidden="true">{arrows[heading.sorted]}</span>}
        </Link>
      ) : (
        heading.text
      )}
    </th>
  )
}

function StatusCell({ row }: { row: PortfolioTableRow }) {
  if (row.status.length === 0) return <span className="muted">{row.notReported}</span>
  return (
    <ul className="text-[0.85rem] leading-snug whitespace-nowrap">
      {row.status.map(({ section, severity, word }) => (
        <li key={section}>
          <StatusMark severity={severity} word={`${section}: ${word}`} />
        </li>
      ))}
    </ul>
  )
}
