import { isPoint, plannedSpan, type TimelineItem } from '@/lib/timeline/rules'
import type { Place, TimelineScale } from '@/lib/timeline/scale/rules'
import { Anchor } from './timeline-anchor'
import { looks, shapes } from './timeline-looks'
import { actualTop, barHeight, barMiddle, barTop, percent } from './timeline-rows'

const shortLabel = 44

interface Props {
  item: TimelineItem
  scale: TimelineScale
  /** All there is to say of the item: its tooltip and, for links, its name. */
  description: string
  isMovable: boolean
}

/** What an item looks like on its line: what was planned and, thinner below it, what happened. */
export function TimelineMark({ item, scale, description, isMovable }: Props) {
  const place = scale.place(item)
  if (!place) return null
  const actual = scale.placeActual(item)
  const canMove = isMovable && item.state !== 'done'
  const drawing = (
    <>
      <title>{description}</title>
      <Ring place={place} />
      <Planned item={item} place={place} />
      {actual && <Actual item={item} place={actual} />}
    </>
  )
  return (
    <g {...(canMove && grip(item, scale))}>
      {item.href ? (
        <a href={item.href} aria-label={description} draggable={false} className="group outline-none">
          {drawing}
        </a>
      ) : canMove ? (
        // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in an svg
        <g role="button" tabIndex={0} aria-label={description} className="group outline-none">
          {drawing}
        </g>
      ) : (
        <svg overflow="visible" aria-hidden="true">
          {drawing}
        </svg>
      )}
      {item.kind === 'gate' && <GateLabel title={item.title} place={place} />}
    </g>
  )
}

/** What `TimelineDrag` takes hold of: the item, its planned days, and the width of a day as a share of the chart's. */
function grip(item: TimelineItem, scale: TimelineScale) {
  const span = plannedSpan(item)
  return {
    'data-item-id': item.id,
    'data-per-day': (1 / scale.days).toFixed(6),
    'data-start': isPoint(item) ? undefined : span?.startOn,
    'data-end': span?.endOn,
    // Browsers ask the shape under the finger, not the group it is in.
    className: 'cursor-grab active:cursor-grabbing [&_*]:touch-pan-y',
  }
}

function Planned({ item, place }: { item: TimelineItem; place: Place }) {
  const look = { strokeWidth: 1.5, ...looks[item.state] }
  if (!isPoint(item)) {
    return <rect x={percent(place.x)} y={barTop} width={percent(place.width)} height={barHeight} rx="3" {...look} />
  }
  return (
    <Anchor x={place.x} y={barMiddle}>
      {item.kind === 'gate' ? (
        <>
          <path d={shapes.pole} stroke="var(--ds-color-neutral-text-default)" strokeWidth="2" />
          <path d={shapes.flag} {...look} strokeDasharray={undefined} />
        </>
      ) : (
        <path d={shapes.diamond} {...look} strokeDasharray={undefined} />
      )}
    </Anchor>
  )
}

/** The name of a gate beside its flag, on the side with more room. */
function GateLabel({ title, place }: { title: string; place: Place }) {
  const isLeft = place.x > 0.5
  return (
    <Anchor x={place.x} y={barMiddle}>
      <text
        x={isLeft ? -8 : 20}
        y="5"
        textAnchor={isLeft ? 'end' : 'start'}
        fontSize="13"
        fill="currentColor"
        stroke="var(--ds-color-neutral-background-default)"
        strokeWidth="4"
        paintOrder="stroke"
      >
        {shortened(title)}
      </text>
    </Anchor>
  )
}

function Actual({ item, place }: { item: TimelineItem; place: Place }) {
  const fill = 'var(--ds-color-neutral-text-subtle)'
  if (isPoint(item)) return <circle cx={percent(place.x)} cy={actualTop + 3} r="3" fill={fill} />
  return (
    <rect
      x={percent(place.x)}
      y={actualTop}
      width={percent(place.width)}
      height="5"
      rx="1"
      fill={fill}
      stroke={fill}
      strokeWidth="1"
    />
  )
}

/** The ring of focus, and enough room around a small mark to hit it. */
function Ring({ place }: { place: Place }) {
  const ring = {
    y: barTop - 5,
    height: barHeight + 10,
    rx: 5,
    fill: 'transparent',
    strokeWidth: 3,
    className: 'stroke-transparent group-focus-visible:stroke-[var(--ds-color-focus-outer)]',
  }
  if (place.width > 0.02) return <rect x={percent(place.x)} width={percent(place.width)} {...ring} />
  return (
    <Anchor x={place.x + place.width / 2}>
      <rect x="-18" width="36" {...ring} />
    </Anchor>
  )
}

function shortened(title: string): string {
  return title.length > shortLabel ? `${title.slice(0, shortLabel - 1).trimEnd()}…` : title
}
