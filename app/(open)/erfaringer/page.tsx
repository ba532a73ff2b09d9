import type { Metadata } from 'next'
import Link from 'next/link'
import { Facet } from '@/components/search/facet'
import { HitCard } from '@/components/search/hit-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { type FacetName, facetNames, type SearchQuery, searchQuery } from '@/lib/search/input'
import { searchAll } from '@/lib/search/queries'
import { searchHref } from '@/lib/search/rules'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { q }] = [await getTranslator(), searchQuery.parse(await searchParams)]
  return { title: q ? t('search.titleFor', { query: q }) : t('search.title') }
}

export default async function SearchPage({ searchParams }: Props) {
  const [t, locale, who, query] = [await getTranslator(), await getLocale(), await actor(), searchQuery.parse(await searchParams)]
  const result = await searchAll(who, query)
  const chosen = facetNames.filter((name) => query[name] !== '')
  const facets = facetNames.map((name) => (
    <Facet
      key={name}
      title={t(`search.facet.${name}`)}
      values={result.facets[name].map(({ value, count }) => ({
        text: facetText(t, name, value),
        count,
        isChosen: query[name] === value,
        href: searchHref(query, { [name]: query[name] === value ? '' : value }),
      }))}
    />
  ))
  return (
    <div className="page">
      <PageHeader
        title={query.q ? t('search.titleFor', { query: query.q }) : t('search.title')}
        lead={query.q ? undefined : t('search.lead')}
      />
      <div className="max-w-2xl">
        <SearchForm
          action="/erfaringer"
          label={t('search.box')}
          button={t('common.search')}
          value={query.q}
          keep={Object.fromEntries(chosen.map((name) => [name, query[name]]))}
        />
      </div>
      {chosen.length > 0 && (
        <ul aria-label={t('search.active')} className="flex flex-wrap gap-2 pt-4">
          {chosen.map((name) => (
            <li key={name}>
              <Link
                href={searchHref(query, { [name]: '' })}
                prefetch={false}
                className="ds-chip"
                data-removable="true"
                aria-label={t('search.remove', { value: facetText(t, name, query[name]) })}
              >
                {facetText(t, name, query[name])} <span aria-hidden="true">×</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-8 pt-6 lg:grid-cols-[16rem_1fr]">
        <aside aria-label={t('common.filter')}>
          <details className="wide-open">
            <summary className="ds-button" data-variant="secondary">
              {t('common.filter')}
            </summary>
            <div className="grid gap-6">{facets}</div>
          </details>
        </aside>
        <div>
          <p className="font-semibold" role="status">
            {query.q ? t('search.countFor', { count: result.total, query: query.q }) : t('search.count', { count: result.total })}
          </p>
          {result.isGuess && <p className="mt-1 muted">{t('search.guess')}</p>}
          {result.hits.map((hit) => (
            <HitCard
              key={`${hit.kind} ${hit.href} ${hit.title.map(({ text }) => text).join('')}`}
              t={t}
              locale={locale}
              hit={hit}
            />
          ))}
          {result.total === 0 && <NoHits t={t} query={query} isFiltered={chosen.length > 0} suggestions={result.suggestions} />}
          <Pager
            page={result.page}
            pageCount={result.pageCount}
            href={(side) => searchHref(query, { side })}
            texts={{
              label: t('common.pages'),
              previous: t('common.previous'),
              next: t('common.next'),
              position: t('common.pageOf', { page: result.page, pageCount: result.pageCount }),
            }}
          />
        </div>
      </div>
    </div>
  )
}

function NoHits({
  t,
  query,
  isFiltered,
  suggestions,
}: {
  t: Translator
  query: SearchQuery
  isFiltered: boolean
  suggestions: string[]
}) {
  const title = isFiltered ? t('search.emptyFilteredTitle') : t('search.emptyTitle', { query: query.q })
  return (
    <div className="mt-4">
      <EmptyState title={title} text={t('search.emptyText')}>
        {suggestions.length > 0 && (
          <p className="w-full">
            {t('search.didYouMean')}:{' '}
            {suggestions.map((suggestion) => (
              <Link
                key={suggestion}
                href={`/erfaringer?q=${encodeURIComponent(suggestion)}`}
                prefetch={false}
                className="mr-3 underline underline-offset-4"
              >
                {suggestion}
              </Link>
            ))}
          </p>
        )}
        {isFiltered && (
          <Link href={`/erfaringer?q=${encodeURIComponent(query.q)}`} prefetch={false} className="ds-button">
            {t('search.removeAll')}
          </Link>
        )}
        <Link href="/erfaringer" prefetch={false} className="ds-button" data-variant="secondary">
          {t('search.browseThemes')}
        </Link>
      </EmptyState>
    </div>
  )
}

/** The word for a value of a facet; a technology is its own word. */
function facetText(t: Translator, name: FacetName, value: string): string {
  switch (name) {
    case 'type':
      return t(`search.kind.${value}` as 'search.kind.rapport')
    case 'tema':
      return t(`choices.theme.${value}` as 'choices.theme.byggesak')
    case 'storrelse':
      return t(`choices.municipalitySize.${value}` as 'choices.municipalitySize.under5000')
    case 'utfall':
      return t(`choices.reportOutcome.${value}` as 'choices.reportOutcome.completed')
    case 'teknologi':
      return value
  }
}
