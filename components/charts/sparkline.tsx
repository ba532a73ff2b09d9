import { dateOf, type IsoDate } from '@/lib/platform/dates'
import { formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  points: readonly { on: IsoDate; value: number }[]
  /** The value before anything was done: a fine line to see the change against. */
  start?: number | null
  target?: number | null
  /** What the plot shows, said in words: title, first and last value, target. */
  label: string
  locale: Locale
  width?: number
  height?: number
}

const edge = 6
const numberRoom = 52

/** How a value has gone, small enough for a row of a table, with the last value as a number. Nothing without values. */
export function Sparkline({ points, start = null, target = null, label, locale, width = 180, height = 44 }: Props) {
  const known = points.filter((point) => Number.isFinite(point.value)).toSorted((one, other) => one.on.localeCompare(other.on))
  const last = known.at(-1)
  if (!last) return null
  const times = known.map((point) => dateOf(point.on).getTime())
  const values = [...known.map((point) => point.value), start, target].filter((value) => value !== null)
  const x = scaled(times, edge, width - edge - numberRoom)
  const y = scaled(values, height - edge, edge)
  const marks = known.map((point) => ({ ...point, x: x(dateOf(point.on).getTime()), y: y(point.value) }))
  const end = { x: x(dateOf(last.on).getTime()), y: y(last.value) }
  const level = (value: number, dashes: string) => (
    <line
      x1={edge}
      x2={width - numberRoom}
      y1={y(value)}
      y2={y(value)}
      stroke="var(--ds-color-neutral-border-strong)"
      strokeDasharray={dashes}
    />
  )
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <title>{label}</title>
      {start !== null && level(start, '1 4')}
      {target !== null && level(target, '6 3')}
      {marks.length > 1 && (
        <polyline
          points={marks.map((mark) => `${mark.x},${mark.y}`).join(' ')}
          fill="none"
          stroke="var(--ds-color-primary-base-default)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      )}
      <circle cx={end.x} cy={end.y} r="3.5" fill="var(--ds-color-primary-base-default)" />
      <text x={width - numberRoom + 6} y={Math.min(height - 2, Math.max(12, end.y + 4))} fontSize="13" fill="currentColor">
        {formatNumber(last.value, locale)}
      </text>
    </svg>
  )
}

/** From values to places between two ends; in the middle when all are the same. */
function scaled(values: readonly number[], low: number, high: number): (value: number) => number {
  const min = Math.min(...values)
  const max = Math.max(...values)
  return (value) => Math.round((max === min ? (low + high) / 2 : low + ((value - min) / (max - min)) * (high - low)) * 10) / 10
}
