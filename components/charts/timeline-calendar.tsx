import type { Locale } from '@/lib/platform/locale'
import type { TimelineScale } from '@/lib/timeline/scale/rules'
import { Anchor } from './timeline-anchor'
import { headHeight, periodLabels, rowHeight, type TimelineRow, tickLabel } from './timeline-rows'
import type { TimelineTexts } from './timeline-texts'

interface Props {
  scale: TimelineScale
  rows: readonly TimelineRow[]
  height: number
  texts: TimelineTexts
  locale: Locale
}

const sideRoom = 14

/** What the marks stand on: periods and ticks with their labels, a line under each row, and today. */
export function TimelineCalendar({ scale, rows, height, texts, locale }: Props) {
  const line = 'var(--ds-color-neutral-border-subtle)'
  return (
    <svg overflow="visible" aria-hidden="true" fontSize="12" fill="var(--ds-color-neutral-text-subtle)">
      {rows.map((row) => (
        <g key={row.top}>
          {row.group && <Band top={row.top} height={rowHeight} fill="var(--ds-color-neutral-background-tinted)" />}
          <Band top={row.top} height={1} fill={line} />
        </g>
      ))}
      {periodLabels(scale, locale).map(({ at, label }) => (
        <Anchor key={label} x={at}>
          <text x="5" y="16" fontWeight="600">
            {label}
          </text>
        </Anchor>
      ))}
      {scale.ticks.map((tick) => (
        <Anchor key={tick.on} x={tick.at}>
          <path d={`M0.5 22V${height}`} stroke={line} />
          <text x="5" y="34">
            {tickLabel(tick, scale.unit, texts, locale)}
          </text>
        </Anchor>
      ))}
      {scale.todayAt !== null && (
        <Anchor x={scale.todayAt}>
          <path d={`M0 ${headHeight - 18}V${height}`} stroke="var(--ds-color-accent-border-strong)" strokeWidth="2" />
          <text
            x={scale.todayAt > 0.9 ? -6 : 6}
            y={headHeight - 7}
            textAnchor={scale.todayAt > 0.9 ? 'end' : 'start'}
            fontWeight="600"
            fill="var(--ds-color-accent-text-subtle)"
          >
            {texts.today}
          </text>
        </Anchor>
      )}
    </svg>
  )
}

/** From side to side, out over the room at both sides of the calendar. */
function Band({ top, height, fill }: { top: number; height: number; fill: string }) {
  return (
    <>
      <rect x={-sideRoom} y={top} width="100%" height={height} fill={fill} />
      <Anchor x={1} y={top}>
        <rect x={-sideRoom} width={sideRoom * 2} height={height} fill={fill} />
      </Anchor>
    </>
  )
}
