import { percent } from './timeline-rows'

interface Props {
  /** Share of the width of the chart. */
  x: number
  y?: number
  children: React.ReactNode
}

/** A place in the chart about which something is drawn in pixels, however wide the chart is. For the eye only. */
export function Anchor({ x, y = 0, children }: Props) {
  return (
    <svg x={percent(x)} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
      {children}
    </svg>
  )
}
