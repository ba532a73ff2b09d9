import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import { type FacetName, facetNames, type SearchQuery } from '@/lib/search/input'
import type { SearchResult } from '@/lib/search/queries'
import { searchHref, toggled } from '@/lib/search/rules'
import { Facet } from './facet'
import { facetText } from './facet-text'

interface Props {
  t: Translator
  query: SearchQuery
  facets: SearchResult['facets']
}

/** The values of a facet as links that choose them, or take the choice back. */
export function valuesOf({ t, query, facets }: Props, name: FacetName) {
  const chosen: readonly string[] = query[name]
  return facets[name].map(({ value, text, count }) => ({
    text: text ?? facetText(t, name, value),
    count,
    isChosen: chosen.includes(value),
    href: searchHref(query, toggled(query, name, value)),
  }))
}

/** Everything the hits can be narrowed by. Closed on a small screen, where size and likeness stand above it. */
export function Filters(props: Props) {
  const { t } = props
  return (
    <details className="wide-open">
      <summary className="ds-button" data-variant="secondary">
        {t('search.moreFilters')}
      </summary>
      <div className="grid gap-6">
        {facetNames.map((name) => (
          <Facet key={name} t={t} title={t(`search.facet.${name}`)} values={valuesOf(props, name)} />
        ))}
      </div>
    </details>
  )
}

/** What a small municipality asks first, at hand on a small screen: how large, one tap each. */
export function SizeChips(props: Props) {
  const { t, query, facets } = props
  // The smallest first, as one looks for oneself.
  const order = ['under5000', 'from5000', 'from10000', 'from20000', 'over50000']
  const sizes = [...facets.storrelse].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
  if (sizes.length === 0) return null
  return (
    <nav aria-label={t('search.facet.storrelse')} className="lg:hidden">
      <ul className="flex flex-wrap gap-2">
        {valuesOf({ t, query, facets: { ...facets, storrelse: sizes } }, 'storrelse').map(({ text, count, isChosen, href }) => (
          <li key={text}>
            <Link
              href={href}
              prefetch={false}
              rel="nofollow"
              aria-current={isChosen || undefined}
              className="ds-chip filter-chip"
            >
              {text} ({count})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What has been chosen, each with a way to take it back. */
export function Chosen({ t, query, facets }: Props) {
  const chosen = facetNames.flatMap((name) => query[name].map((value: string) => ({ name, value })))
  const textOf = (name: FacetName, value: string) =>
    facets[name].find((one) => one.value === value)?.text ?? facetText(t, name, value)
  if (chosen.length === 0) return null
  return (
    <ul aria-label={t('search.active')} className="flex flex-wrap gap-2 pt-4">
      {chosen.map(({ name, value }) => (
        <li key={`${name} ${value}`}>
          <Link
            href={searchHref(query, toggled(query, name, value))}
            prefetch={false}
            className="ds-chip"
            data-removable="true"
            aria-label={t('search.remove', { value: textOf(name, value) })}
          >
            {textOf(name, value)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
