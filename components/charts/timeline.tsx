import type { IsoDate } from '@/lib/platform/dates'
import type { Locale } from '@/lib/platform/locale'
import { brokenDependencies } from '@/lib/timeline/dependencies/rules'
import { actualSpan, type Dependency, type TimelineItem } from '@/lib/timeline/rules'
import { timelineScale } from '@/lib/timeline/scale/rules'
import { Anchor } from './timeline-anchor'
import { TimelineArrow } from './timeline-arrow'
import { TimelineCalendar } from './timeline-calendar'
import { TimelineLegend } from './timeline-legend'
import { TimelineMark } from './timeline-mark'
import { describeItem, headHeight, plotWidth, rowHeight, type TimelineRow, timelineArrows, timelineRows } from './timeline-rows'
import { stateSigns, type TimelineTexts } from './timeline-texts'

interface Props {
  /** Unique on the page. */
  id: string
  /** What the timeline shows; the name of the chart and of the region it scrolls in. */
  label: string
  items: readonly TimelineItem[]
  dependencies?: readonly Dependency[]
  today: IsoDate
  locale: Locale
  texts: TimelineTexts
  /** Within a `TimelineDrag`: what is not done can be taken hold of. */
  isMovable?: boolean
}

const titleWidth = 256

/**
 * What is planned and what happened, against a calendar. It scrolls by itself where the page is narrow, and the titles
 * stay in view. Those who do not see it have the same in `TimelineTable`, which must follow.
 */
export function Timeline({ id, label, items, dependencies = [], today, locale, texts, isMovable = false }: Props) {
  const scale = timelineScale(items, today)
  const rows = timelineRows(items)
  const broken = brokenDependencies(items, dependencies)
  const height = headHeight + rows.length * rowHeight + 4
  return (
    <figure className="grid gap-3">
      {/* biome-ignore lint/a11y/useSemanticElements: the page has sections enough; this is for those who scroll by keyboard */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div role="region" aria-label={label} tabIndex={0} className="table-scroll">
        <div
          className="grid grid-cols-[8.5rem_minmax(0,1fr)] sm:grid-cols-[16rem_minmax(0,1fr)]"
          style={{ minWidth: plotWidth(scale) + titleWidth }}
        >
          <Titles rows={rows} height={height} />
          {/* Room at the sides, so that a mark on the first or last day is whole. */}
          <div className="px-3.5">
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in for an svg */}
            <svg role="group" aria-labelledby={`${id}-title`} width="100%" height={height} className="block overflow-visible">
              <title id={`${id}-title`}>{label}</title>
              <TimelineCalendar scale={scale} rows={rows} height={height} texts={texts} locale={locale} />
              {timelineArrows(rows, dependencies, broken, scale).map((arrow) => (
                <TimelineArrow key={arrow.key} arrow={arrow} />
              ))}
              {rows.map(({ item, top }) => {
                if (!item) return null
                const description = describeItem(item, actualSpan(item, today), texts, locale)
                return (
                  <g key={item.id} transform={`translate(0 ${top})`}>
                    <TimelineMark item={item} scale={scale} description={description} isMovable={isMovable} />
                    {scale.place(item) === null && (
                      <Anchor x={0}>
                        <text x="8" y="24" fontSize="13" fill="var(--ds-color-neutral-text-subtle)">
                          {texts.noDates}
                        </text>
                      </Anchor>
                    )}
                  </g>
                )
              })}
            </svg>
          </div>
        </div>
      </div>
      <TimelineLegend items={items} hasArrows={dependencies.length > 0} hasBroken={broken.length > 0} texts={texts} />
    </figure>
  )
}

/** The titles beside the chart. They say nothing the marks and the table do not, so only the eye is given them. */
function Titles({ rows, height }: { rows: readonly TimelineRow[]; height: number }) {
  return (
    <div
      aria-hidden="true"
      className="sticky left-0 z-10 border-r border-(--ds-color-neutral-border-subtle) bg-(--ds-color-neutral-background-default)"
      style={{ height, paddingTop: headHeight }}
    >
      {rows.map(({ item, group }) => (
        <div
          key={item ? item.id : `group ${group}`}
          className="flex items-center border-t border-(--ds-color-neutral-border-subtle) px-2 text-[0.8125rem] leading-tight sm:px-3 sm:text-sm sm:leading-tight"
          style={{ height: rowHeight }}
        >
          {item ? <Title item={item} /> : <span className="truncate font-semibold">{group}</span>}
        </div>
      ))}
    </div>
  )
}

function Title({ item }: { item: TimelineItem }) {
  return (
    <>
      <span className="w-5 shrink-0 font-semibold">{stateSigns[item.state]}</span>
      <span className="line-clamp-2" title={item.title}>
        {item.href ? (
          <a href={item.href} tabIndex={-1}>
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </span>
    </>
  )
}
