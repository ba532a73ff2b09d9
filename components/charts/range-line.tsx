import { type Dot, placeOf, type Range } from '@/lib/comparison/rules'

interface Props {
  /** The scale, where it is wider than the dots themselves. */
  scale: Pick<Range, 'low' | 'high'>
  dots: readonly Dot[]
  middle: number | null
  /** The number of the reader's own municipality. */
  home?: string
  /** What the line shows, in words: the dots themselves are in the table beside it. */
  label: string
  isSmall?: boolean
}

/** Dots on a line. Their shapes tell them apart, not only their colour: a stopped case is crossed out, what an adopter tells is hollow, one's own is a square. */
export function RangeLine({ scale, dots, middle, home, label, isSmall }: Props) {
  const place = (value: number) => 4 + placeOf(value, scale) * 0.92
  return (
    <svg viewBox="0 0 100 12" className={`${isSmall ? 'h-6' : 'h-12'} w-full overflow-visible`} role="img" aria-label={label}>
      <line x1="4" x2="96" y1="6" y2="6" stroke="var(--ds-color-neutral-border-default)" strokeWidth="0.4" />
      {middle !== null && (
        <line
          x1={place(middle)}
          x2={place(middle)}
          y1="1.5"
          y2="10.5"
          stroke="var(--ds-color-neutral-text-default)"
          strokeWidth="0.6"
        />
      )}
      {dots.map((dot) => (
        <Mark key={dot.id} x={place(dot.value)} dot={dot} isHome={dot.number === home} />
      ))}
    </svg>
  )
}

function Mark({ x, dot, isHome }: { x: number; dot: Dot; isHome: boolean }) {
  const colour = `var(--ds-color-${isHome ? 'accent' : 'primary'}-base-default)`
  if (dot.isStopped)
    return <path d={`M${x - 1.2} 4.8 L${x + 1.2} 7.2 M${x - 1.2} 7.2 L${x + 1.2} 4.8`} stroke={colour} strokeWidth="0.6" />
  const looks = dot.isReuse ? { fill: 'none', stroke: colour, strokeWidth: 0.6 } : { fill: colour, fillOpacity: 0.85 }
  if (isHome) return <rect x={x - 1.2} y="4.8" width="2.4" height="2.4" {...looks} />
  return <circle cx={x} cy="6" r="1.2" {...looks} />
}
