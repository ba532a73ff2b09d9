import type { ListColumn, ListDefinition, ListFilter, ListQuery } from '@/lib/lists/rules'
import { emptyValue, hasRange, listParameters, presentValue } from '@/lib/lists/rules'
import { columnTitle, filterChoices, type ListTexts } from './list-cells'

interface Props {
  texts: ListTexts
  definition: ListDefinition
  query: ListQuery
}

const nothing: ListFilter = { values: [], from: null, to: null, isEmpty: false, isPresent: false }

/** Search and filters as one plain form: its address is the list. What else the address says is carried along. */
export function ListFilters({ texts, definition, query }: Props) {
  const { t } = texts
  const main = definition.columns.filter(({ isMain }) => isMain)
  const others = definition.columns.filter(({ isMain }) => !isMain)
  const isOpen = others.some(({ key }) => query.filters[key])
  return (
    <form action={definition.path} className="grid gap-3 pb-4 no-print">
      <Carried definition={definition} query={query} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="ds-field grow basis-60">
          <label className="ds-label" htmlFor="q">
            {t('lists.search')}
          </label>
          <input id="q" name="q" type="search" defaultValue={query.q} className="ds-input" />
        </div>
        {main.map((column) => (
          <Filter key={column.key} texts={texts} column={column} filter={query.filters[column.key] ?? nothing} />
        ))}
        <button type="submit" className="ds-button">
          {t('lists.apply')}
        </button>
      </div>
      <details open={isOpen}>
        <summary>{t('lists.moreFilters')}</summary>
        <div className="mt-3 flex flex-wrap items-end gap-3">
          {others.map((column) => (
            <Filter key={column.key} texts={texts} column={column} filter={query.filters[column.key] ?? nothing} />
          ))}
        </div>
      </details>
    </form>
  )
}

/** The layout, sorting and page size of the list, unseen. */
function Carried({ definition, query }: Omit<Props, 'texts'>) {
  const kept = listParameters(definition, { ...query, q: '', filters: {}, page: 1, view: '' })
  return [...kept].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function Filter({ texts, column, filter }: { texts: ListTexts; column: ListColumn; filter: ListFilter }) {
  if (hasRange(column)) return <RangeFilter texts={texts} column={column} filter={filter} />
  if (column.kind === 'text' || column.kind === 'words' || (column.kind === 'entity' && !column.set))
    return <TextFilter texts={texts} column={column} filter={filter} />
  return <ChoiceFilter texts={texts} column={column} filter={filter} />
}

function Frame({
  texts,
  column,
  filter,
  children,
}: {
  texts: ListTexts
  column: ListColumn
  filter: ListFilter
  children: React.ReactNode
}) {
  const { t } = texts
  const count =
    filter.values.length +
    (filter.isEmpty ? 1 : 0) +
    (filter.isPresent ? 1 : 0) +
    (filter.from !== null || filter.to !== null ? 1 : 0)
  const name = `f-${column.key}`
  return (
    <details className="filter-menu">
      <summary className="ds-button" data-variant="secondary" data-size="sm">
        {columnTitle(t, column.key)} {count > 0 && <span className="filter-count">{t('lists.chosen', { count })}</span>}
      </summary>
      <fieldset className="filter-panel panel">
        <legend className="sr-only">{columnTitle(t, column.key)}</legend>
        {children}
        {column.kind !== 'boolean' && (
          <>
            <label className="flex items-center gap-2">
              <input type="checkbox" name={name} value={emptyValue} defaultChecked={filter.isEmpty} className="ds-input" />
              {t('lists.empty')}
            </label>
            <label className="flex items-center gap-2">
              <input type="checkbox" name={name} value={presentValue} defaultChecked={filter.isPresent} className="ds-input" />
              {t('lists.present')}
            </label>
          </>
        )}
        <button type="submit" className="ds-button" data-size="sm" data-variant="secondary">
          {t('lists.apply')}
        </button>
      </fieldset>
    </details>
  )
}

interface FilterProps {
  texts: ListTexts
  column: ListColumn
  filter: ListFilter
}

function ChoiceFilter({ texts, column, filter }: FilterProps) {
  return (
    <Frame texts={texts} column={column} filter={filter}>
      {filterChoices(texts, column).map(({ value, text }) => (
        <label key={value} className="flex items-center gap-2">
          <input
            type="checkbox"
            name={`f-${column.key}`}
            value={value}
            defaultChecked={filter.values.includes(value)}
            className="ds-input"
          />
          {text}
        </label>
      ))}
    </Frame>
  )
}

function TextFilter({ texts, column, filter }: FilterProps) {
  const id = `f-${column.key}-tekst`
  return (
    <Frame texts={texts} column={column} filter={filter}>
      <label htmlFor={id}>{texts.t('lists.contains')}</label>
      <input id={id} name={`f-${column.key}`} defaultValue={filter.values[0] ?? ''} className="ds-input" />
    </Frame>
  )
}

function RangeFilter({ texts, column, filter }: FilterProps) {
  const type = column.kind === 'date' ? 'date' : 'text'
  const ends = [
    { name: `f-${column.key}-fra`, label: texts.t('lists.from'), value: filter.from },
    { name: `f-${column.key}-til`, label: texts.t('lists.to'), value: filter.to },
  ]
  return (
    <Frame texts={texts} column={column} filter={filter}>
      {ends.map(({ name, label, value }) => (
        <div key={name} className="grid gap-1">
          <label htmlFor={name}>{label}</label>
          <input
            id={name}
            name={name}
            type={type}
            inputMode={type === 'text' ? 'decimal' : undefined}
            defaultValue={value ?? ''}
            className="ds-input"
          />
        </div>
      ))}
    </Frame>
  )
}
