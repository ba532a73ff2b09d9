import Link from 'next/link'
import { TableScroll } from '@/components/ui/table-scroll'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { brokenDependencies } from '@/lib/timeline/dependencies/rules'
import type { Dependency, TimelineItem } from '@/lib/timeline/rules'
import { timelineGroups } from './timeline-rows'
import { fill, stateSigns, type TimelineTableTexts } from './timeline-texts'

/** Columns of longer texts. */
const wide = new Set(['what', 'dependsOn'])

interface Props {
  label: string
  items: readonly TimelineItem[]
  dependencies?: readonly Dependency[]
  locale: Locale
  texts: TimelineTableTexts
}

/** Everything a timeline shows, as a table. */
export function TimelineTable({ label, items, dependencies = [], locale, texts }: Props) {
  const broken = brokenDependencies(items, dependencies)
  const titles = new Map(items.map((item) => [item.id, item.title]))
  const columns = ['what', 'kind', 'plannedStart', 'plannedEnd', 'actualStart', 'actualEnd', 'state', 'dependsOn'] as const
  const waitsFor = (id: string) =>
    dependencies
      .filter(({ fromId, toId }) => toId === id && titles.has(fromId))
      .map((dependency) => {
        const title = titles.get(dependency.fromId) ?? ''
        const text = dependency.lagDays === 0 ? title : fill(texts.lag, { title, days: dependency.lagDays })
        return broken.includes(dependency) ? `${text} (${texts.brokenDependency})` : text
      })
  return (
    <TableScroll label={label}>
      <table className="ds-table" data-border="true">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={wide.has(column) ? 'min-w-48' : undefined}>
                {texts[column]}
              </th>
            ))}
          </tr>
        </thead>
        {timelineGroups(items).map(({ group, items: members }) => (
          <tbody key={group}>
            {group && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length}>
                  {group}
                </th>
              </tr>
            )}
            {members.map((item) => (
              <Row key={item.id} item={item} waitsFor={waitsFor(item.id)} locale={locale} texts={texts} />
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  )
}

interface RowProps {
  item: TimelineItem
  waitsFor: readonly string[]
  locale: Locale
  texts: TimelineTableTexts
}

function Row({ item, waitsFor, locale, texts }: RowProps) {
  const dates = [item.startOn, item.endOn, item.actualStartOn, item.actualEndOn]
  return (
    <tr>
      <th scope="row" className="font-normal">
        {item.href ? (
          <Link href={item.href} prefetch={false}>
            {item.title}
          </Link>
        ) : (
          item.title
        )}
      </th>
      <td>{texts.kinds[item.kind]}</td>
      {dates.map((date, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns that stay where they are
        <td key={index} className="whitespace-nowrap">
          {date ? formatDate(date, locale, 'short') : '–'}
        </td>
      ))}
      <td className="whitespace-nowrap">
        <span aria-hidden="true">{stateSigns[item.state]} </span>
        {texts.states[item.state]}
      </td>
      <td>{waitsFor.length > 0 ? waitsFor.join('; ') : '–'}</td>
    </tr>
  )
}
