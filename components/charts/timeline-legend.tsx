import { isPoint, type TimelineItem, timelineStates } from '@/lib/timeline/rules'
import { looks, shapes } from './timeline-looks'
import { stateSigns, type TimelineTexts } from './timeline-texts'

interface Props {
  items: readonly TimelineItem[]
  hasArrows: boolean
  hasBroken: boolean
  texts: TimelineTexts
}

/** What the marks mean, for those that are there. */
export function TimelineLegend({ items, hasArrows, hasBroken, texts }: Props) {
  const states = timelineStates.filter((state) => items.some((item) => item.state === state))
  const hasActual = items.some((item) => item.actualStartOn || item.actualEndOn)
  const neutral = looks.done
  return (
    <figcaption aria-hidden="true">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm muted">
        {states.map((state) => (
          <Entry key={state} word={`${stateSigns[state]} ${texts.states[state]}`}>
            <rect x="1" y="3" width="26" height="12" rx="3" strokeWidth="1.5" {...looks[state]} />
          </Entry>
        ))}
        {items.some((item) => item.kind === 'milestone') && (
          <Entry word={texts.kinds.milestone}>
            <path d={shapes.diamond} transform="translate(14 9) scale(0.85)" strokeWidth="1.5" {...neutral} />
          </Entry>
        )}
        {items.some((item) => item.kind === 'gate') && (
          <Entry word={texts.kinds.gate}>
            <g transform="translate(8 11) scale(0.7)">
              <path d={shapes.pole} stroke="currentColor" strokeWidth="2" />
              <path d={shapes.flag} strokeWidth="1.5" {...neutral} />
            </g>
          </Entry>
        )}
        {hasActual && (
          <Entry word={texts.actual}>
            {items.some((item) => !isPoint(item)) && <rect x="1" y="7" width="18" height="5" rx="1" fill="currentColor" />}
            {items.some(isPoint) && <circle cx="24" cy="9.5" r="3" fill="currentColor" />}
          </Entry>
        )}
        {hasArrows && (
          <Entry word={texts.dependency}>
            <path d="M1 5H20V10" fill="none" stroke="var(--ds-color-neutral-border-strong)" strokeWidth="1.25" />
            <path d="M20 17L16 10H24Z" fill="var(--ds-color-neutral-border-strong)" />
          </Entry>
        )}
        {hasBroken && (
          <Entry word={texts.brokenDependency}>
            <path d="M1 9H27" stroke="var(--ds-color-danger-border-strong)" strokeWidth="2" strokeDasharray="3 3" />
          </Entry>
        )}
      </ul>
    </figcaption>
  )
}

function Entry({ word, children }: { word: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg width="28" height="18" aria-hidden="true">
        {children}
      </svg>
      {word}
    </li>
  )
}
