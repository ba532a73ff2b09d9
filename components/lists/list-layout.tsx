import Link from 'next/link'
import {
  type ListDefinition,
  type ListQuery,
  listHref,
  listParameters,
  mostSortKeys,
  movedColumn,
  pageSizes,
} from '@/lib/lists/rules'
import type { Translator } from '@/lib/platform/i18n'
import { columnTitle } from './list-cells'

interface Props {
  t: Translator
  definition: ListDefinition
  query: ListQuery
}

/** Which columns, in which order, sorted and put together how: every choice is a link or a plain form. */
export function ListLayout({ t, definition, query }: Props) {
  const hidden = definition.columns.filter(({ key }) => !query.columns.includes(key))
  return (
    <details className="pb-3 no-print">
      <summary>{t('lists.layout')}</summary>
      <div className="mt-3 grid gap-6 lg:grid-cols-3">
        <div>
          <p className="mb-2 font-semibold">{t('lists.columnsShown')}</p>
          <ol className="grid gap-1">
            {query.columns.map((key, index) => (
              <li key={key} className="flex items-center gap-1">
                <Move t={t} definition={definition} query={query} column={key} by={-1} isOff={index === 0} />
                <Move
                  t={t}
                  definition={definition}
                  query={query}
                  column={key}
                  by={1}
                  isOff={index === query.columns.length - 1}
                />
                <span className="grow">{columnTitle(t, key)}</span>
                {query.columns.length > 1 && (
                  <Link
                    href={listHref(definition, query, { columns: query.columns.filter((other) => other !== key) })}
                    prefetch={false}
                    scroll={false}
                    className="ds-button"
                    data-variant="tertiary"
                    data-size="sm"
                    aria-label={t('lists.removeColumn', { name: columnTitle(t, key) })}
                  >
                    ✕
                  </Link>
                )}
              </li>
            ))}
          </ol>
        </div>
        <div>
          <p className="mb-2 font-semibold">{t('lists.columnsHidden')}</p>
          <ul className="flex flex-wrap gap-2">
            {hidden.map(({ key }) => (
              <li key={key}>
                <Link
                  href={listHref(definition, query, { columns: [...query.columns, key] })}
                  prefetch={false}
                  scroll={false}
                  className="ds-button"
                  data-variant="secondary"
                  data-size="sm"
                >
                  + {columnTitle(t, key)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <SortForm t={t} definition={definition} query={query} />
      </div>
    </details>
  )
}

function Move({ t, definition, query, column, by, isOff }: Props & { column: string; by: -1 | 1; isOff: boolean }) {
  if (isOff) return <span className="w-9" />
  const name = columnTitle(t, column)
  return (
    <Link
      href={listHref(definition, query, { columns: movedColumn(query.columns, column, by) })}
      prefetch={false}
      scroll={false}
      className="ds-button w-9"
      data-variant="tertiary"
      data-size="sm"
      aria-label={by < 0 ? t('lists.moveLeft', { name }) : t('lists.moveRight', { name })}
    >
      {by < 0 ? '←' : '→'}
    </Link>
  )
}

/** Up to three sort keys, one to put together by, and how many rows. The keys come as fields of one name. */
function SortForm({ t, definition, query }: Props) {
  const kept = listParameters(definition, { ...query, sort: [...definition.defaultSort], group: null, size: 25, page: 1 })
  const groupable = definition.columns.filter(({ isGroupable }) => isGroupable)
  return (
    <form action={definition.path} className="grid content-start gap-3">
      {[...kept].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      {Array.from({ length: mostSortKeys }, (_, index) => index).map((index) => {
        const current = query.sort[index]
        const id = `sorter-${index + 1}`
        return (
          <div key={id} className="ds-field">
            <label className="ds-label" htmlFor={id}>
              {index === 0 ? t('lists.sortBy') : t('lists.thenBy')}
            </label>
            <select
              key={`${current?.key} ${current?.isDescending}`}
              id={id}
              name="sorter"
              defaultValue={current ? `${current.isDescending ? '-' : ''}${current.key}` : ''}
              className="ds-input"
            >
              <option value="">{t('lists.noSort')}</option>
              {definition.columns.flatMap(({ key }) => [
                <option key={key} value={key}>
                  {columnTitle(t, key)}
                </option>,
                <option key={`-${key}`} value={`-${key}`}>
                  {columnTitle(t, key)} ({t('lists.descending').toLowerCase()})
                </option>,
              ])}
            </select>
          </div>
        )
      })}
      <div className="ds-field">
        <label className="ds-label" htmlFor="gruppe">
          {t('lists.groupBy')}
        </label>
        <select key={query.group} id="gruppe" name="gruppe" defaultValue={query.group ?? ''} className="ds-input">
          <option value="">{t('lists.noGroup')}</option>
          {groupable.map(({ key }) => (
            <option key={key} value={key}>
              {columnTitle(t, key)}
            </option>
          ))}
        </select>
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor="antall">
          {t('lists.rowsPerPage')}
        </label>
        <select key={query.size} id="antall" name="antall" defaultValue={query.size} className="ds-input">
          {pageSizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </div>
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('lists.apply')}
        </button>
      </div>
    </form>
  )
}
