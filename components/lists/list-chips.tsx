import Link from 'next/link'
import { type ListColumn, type ListDefinition, type ListFilter, type ListQuery, listHref, withoutFilter } from '@/lib/lists/rules'
import { formatDate } from '@/lib/platform/locale'
import { columnTitle, filterChoices, type ListTexts } from './list-cells'

interface Props {
  texts: ListTexts
  definition: ListDefinition
  query: ListQuery
}

/** What narrows the list now, each with the way to take it away. */
export function ListChips({ texts, definition, query }: Props) {
  const { t } = texts
  const active = definition.columns.flatMap((column) => {
    const filter = query.filters[column.key]
    return filter ? [{ column, text: `${columnTitle(t, column.key)}: ${filterText(texts, column, filter)}` }] : []
  })
  if (active.length === 0 && !query.q) return null
  return (
    <ul className="flex flex-wrap gap-2 pb-3 no-print">
      {query.q && (
        <Chip
          text={`«${query.q}»`}
          label={t('lists.removeFilter', { name: query.q })}
          href={listHref(definition, query, { q: '' })}
        />
      )}
      {active.map(({ column, text }) => (
        <Chip
          key={column.key}
          text={text}
          label={t('lists.removeFilter', { name: text })}
          href={listHref(definition, query, { filters: withoutFilter(query.filters, column.key) })}
        />
      ))}
      <li>
        <Link
          href={listHref(definition, query, { q: '', filters: {} })}
          prefetch={false}
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
        >
          {t('lists.resetAll')}
        </Link>
      </li>
    </ul>
  )
}

function Chip({ text, label, href }: { text: string; label: string; href: string }) {
  return (
    <li>
      <Link href={href} prefetch={false} className="filter-chip" aria-label={label}>
        {text} <span aria-hidden="true">✕</span>
      </Link>
    </li>
  )
}

/** The filter in words: `Konsept, Idé`, `fra 100 til 500`, `tomt`. */
function filterText(texts: ListTexts, column: ListColumn, filter: ListFilter): string {
  const { t, locale } = texts
  const choices = new Map(filterChoices(texts, column).map(({ value, text }) => [value, text]))
  const end = (value: string) => (column.kind === 'date' ? formatDate(value, locale, 'short') : value.replace('.', ','))
  return [
    ...filter.values.map((value) => choices.get(value) ?? value),
    ...(filter.from === null ? [] : [`${t('lists.from').toLowerCase()} ${end(filter.from)}`]),
    ...(filter.to === null ? [] : [`${t('lists.to').toLowerCase()} ${end(filter.to)}`]),
    ...(filter.isEmpty ? [t('lists.empty').toLowerCase()] : []),
    ...(filter.isPresent ? [t('lists.present').toLowerCase()] : []),
  ].join(', ')
}
