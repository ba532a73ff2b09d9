import Link from 'next/link'
import { formatNumber, type Locale } from '@/lib/platform/locale'

export interface BarRow {
  label: string
  value: number
  /** The value as it is to be read, when a plain number will not do: `1,2 mill. kr`. */
  valueText?: string
  href?: string
  tone?: 'primary' | 'accent' | 'neutral' | 'success' | 'warning' | 'danger' | 'info'
}

interface Props {
  label: string
  rows: readonly BarRow[]
  locale: Locale
}

/** Values side by side. The number is always there to read; the bar, from nothing to the largest, is for the eye. */
export function Bars({ label, rows, locale }: Props) {
  const largest = Math.max(0, ...rows.map((row) => row.value))
  return (
    <ul aria-label={label} className="grid gap-2">
      {rows.map((row) => (
        <li
          key={row.label}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(8rem,14rem)_minmax(0,1fr)_auto]"
        >
          <span>
            {row.href ? (
              <Link href={row.href} prefetch={false}>
                {row.label}
              </Link>
            ) : (
              row.label
            )}
          </span>
          <span className="figures min-w-12 font-semibold sm:order-last">{row.valueText ?? formatNumber(row.value, locale)}</span>
          <svg aria-hidden="true" width="100%" height="14" className="col-span-2 block sm:col-span-1">
            <rect width="100%" height="14" rx="3" fill="var(--ds-color-neutral-surface-tinted)" />
            <rect
              width={`${largest > 0 ? Math.max(0, (row.value / largest) * 100).toFixed(2) : 0}%`}
              height="14"
              rx="3"
              fill={`var(--ds-color-${row.tone ?? 'primary'}-base-default)`}
            />
          </svg>
        </li>
      ))}
    </ul>
  )
}
