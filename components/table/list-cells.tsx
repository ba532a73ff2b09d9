'use client'
import Link from 'next/link'
import { StatusMark } from '@/components/ui/status-mark'
import type { ListCell, ListTableColumn } from './list-table'

/** What is shorter stays on one line. */
const shortText = 14

/** A cell by what it holds: a status as sign and word, a link, or text. Nothing is a dash. */
export function Cell({
  column,
  cell,
  width,
}: {
  column: ListTableColumn
  cell: ListCell | undefined
  width: number | undefined
}) {
  return (
    <td className={column.isFigure ? 'figures' : undefined} style={width ? { maxWidth: width } : undefined}>
      {!cell?.text && <span className="muted">–</span>}
      {cell?.text && cell.severity && <StatusMark severity={cell.severity} word={cell.text} />}
      {cell?.text && !cell.severity && cell.href && (
        <Link href={cell.href} prefetch={false} className="font-semibold underline underline-offset-2">
          {cell.text}
        </Link>
      )}
      {cell?.text && !cell.severity && !cell.href && (
        <span className={cell.text.length < shortText ? 'whitespace-nowrap' : 'list-cell'}>{cell.text}</span>
      )}
    </td>
  )
}

interface SumProps {
  label: string
  sums: Record<string, string>
  columns: ListTableColumn[]
  isIndented: boolean
  className?: string
}

/** The sums of all hits or of a group. The label runs as far as the first sum. */
export function SumRow({ label, sums, columns, isIndented, className }: SumProps) {
  const firstSum = columns.findIndex(({ key }) => sums[key] !== undefined)
  const reach = firstSum < 0 ? columns.length : Math.max(firstSum, 1)
  return (
    <tr className={className}>
      <th scope="row" colSpan={reach + (isIndented ? 1 : 0)}>
        {label}
        {firstSum === 0 && columns[0] && ` ${sums[columns[0].key]}`}
      </th>
      {columns.slice(reach).map(({ key, isFigure }) => (
        <td key={key} className={isFigure ? 'figures' : undefined}>
          {sums[key] ?? ''}
        </td>
      ))}
    </tr>
  )
}
