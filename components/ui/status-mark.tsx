import type { Severity } from '@/lib/portfolio/rules'

/** Colour, shape and word together, so that none of them has to be seen. */
const shapes: Record<Severity, { path: string; colour: string }> = {
  good: { path: 'M8 1 15 14H1Z', colour: 'success' },
  ok: { path: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z', colour: 'success' },
  warning: { path: 'M8 0 16 8 8 16 0 8Z', colour: 'warning' },
  bad: { path: 'M1 1h14v14H1Z', colour: 'danger' },
  none: { path: 'M1 6h14v4H1Z', colour: 'neutral' },
}

interface Props {
  severity: Severity
  word: string
  /** What the status is of, for those who hear the page. */
  of?: string
}

export function StatusMark({ severity, word, of }: Props) {
  const { path, colour } = shapes[severity]
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" className="shrink-0">
        <path d={path} fill={`var(--ds-color-${colour}-base-default)`} />
      </svg>
      <span>
        {of && <span className="sr-only">{of}: </span>}
        {word}
      </span>
    </span>
  )
}
