import { Anchor } from './timeline-anchor'
import { type Arrow, percent } from './timeline-rows'

/** From the end of one item along its line, and then up or down to the start of the one that waits for it. */
export function TimelineArrow({ arrow }: { arrow: Arrow }) {
  const { fromX, fromY, toX, toY, isBroken } = arrow
  const turn = percent(toX)
  const tip = toY > fromY ? 'M0 0L-4 -7H4Z' : 'M0 0L-4 7H4Z'
  const colour = isBroken ? 'var(--ds-color-danger-border-strong)' : 'var(--ds-color-neutral-border-strong)'
  const line = { stroke: colour, strokeWidth: isBroken ? 2 : 1.25, strokeDasharray: isBroken ? '3 3' : undefined }
  return (
    <svg overflow="visible" aria-hidden="true" data-dependency={arrow.key}>
      <line x1={percent(fromX)} y1={fromY} x2={turn} y2={fromY} {...line} />
      <line x1={turn} y1={fromY} x2={turn} y2={toY} {...line} />
      <Anchor x={toX} y={toY}>
        <path d={tip} fill={colour} />
      </Anchor>
    </svg>
  )
}
