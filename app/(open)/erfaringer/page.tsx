import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { Facet } from '@/components/search/facet'
import { HitCard } from '@/components/search/hit-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import { actor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { type FacetName, facetNames, type SearchQuery, searchQuery } from '@/lib/search/input'
import { type SearchResult, searchAll } from '@/lib/search/queries'
import { searchHref } from '@/lib/search/rules'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The title and the page ask for the same search: it is made, and logged, once. Equal addresses are equal strings.
const search = cache(async (address: string) => searchAll(await actor(), searchQuery.parse(JSON.parse(address))))

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, query] = [await getTranslator(), searchQuery.parse(await searchParams)]
  if (!query.q) return { title: t('search.title') }
  const { total } = await search(JSON.stringify(query))
  return { title: t('search.countFor', { count: total, query: query.q }) }
}

export default async function SearchPage({ searchParams }: Props) {
  const [t, locale, query] = [await getTranslator(), await getLocale(), searchQuery.parse(await searchParams)]
  const result = await search(JSON.stringify(query))
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
      >
        {!query.q && (
          <Link href="/samlinger" prefetch={false} className="ds-button" data-variant="secondary">
            {t('guides.fromKommit')}
          </Link>
        )}
      </PageHeader>
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
          {result.total === 0 && <NoHits t={t} query={query} isFiltered={chosen.length > 0} result={result} />}
          <Pager
            page={result.page}
            pageCount={result.pageCount}
            href={(side) => searchHref(query, { side })}
            texts={pagerTexts(t, result.page, result.pageCount)}
          />
        </div>
      </div>
    </div>
  )
}

interface NoHitsProps {
  t: Translator
  query: SearchQuery
  isFiltered: boolean
  result: Pick<SearchResult, 'suggestions' | 'themes'>
}

/** Nothing found: what was perhaps meant, and what to do next. */
function NoHits({ t, query, isFiltered, result }: NoHitsProps) {
  const nothing = query.q ? t('search.emptyTitle', { query: query.q }) : t('search.count', { count: 0 })
  const title = isFiltered ? t('search.emptyFilteredTitle') : nothing
  const ideas = result.suggestions.map((suggestion) => ({ text: suggestion, href: searchHref(empty, { q: suggestion }) }))
  const themes = result.themes.map(({ value, count }) => ({
    text: `${facetText(t, 'tema', value)} (${count})`,
    href: searchHref(empty, { tema: value }),
  }))
  return (
    <div className="mt-4">
      <EmptyState title={title} text={t('search.emptyText')}>
        {isFiltered && (
          <Link href={searchHref(empty, { q: query.q })} prefetch={false} className="ds-button">
            {t('search.removeAll')}
          </Link>
        )}
        <WaysOn title={t('search.didYouMean')} links={ideas} />
        <WaysOn title={t('search.browseThemes')} links={themes} />
      </EmptyState>
    </div>
  )
}

const empty = searchQuery.parse({})

function WaysOn({ title, links }: { title: string; links: { text: string; href: string }[] }) {
  if (links.length === 0) return null
  return (
    <div className="w-full">
      <h2 className="text-base">{title}</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {links.map(({ text, href }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="underline underline-offset-4">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The word for a value of a facet; a technology is its own word. */
function facetText(t: Translator, name: FacetName, value: string): string {
  switch (name) {
    case 'type':
      return t(`search.kind.${value}` as 'search.kind.rapport')
    case 'tema':
      // The address may name a theme that never was.
      return t.has(`choices.theme.${value}` as 'choices.theme.byggesak')
        ? t(`choices.theme.${value}` as 'choices.theme.byggesak')
        : value
    case 'storrelse':
      return t(`choices.municipalitySize.${value}` as 'choices.municipalitySize.under5000')
    case 'utfall':
      return t(`choices.reportOutcome.${value}` as 'choices.reportOutcome.completed')
    case 'teknologi':
      return value
  }
}
