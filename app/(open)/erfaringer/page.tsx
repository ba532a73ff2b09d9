import type { Metadata } from 'next'
import Link from 'next/link'
import { cache } from 'react'
import { standpoint } from '@/app/standpoint'
import { chooseStandpoint } from '@/app/standpoint-actions'
import { CompareHits } from '@/components/comparison/compare-hits'
import { ClientTexts } from '@/components/layout/client-texts'
import { StandpointLine } from '@/components/municipalities/standpoint-line'
import { facetText } from '@/components/search/facet-text'
import { Chosen, Filters, SizeChips } from '@/components/search/filters'
import { HitCard } from '@/components/search/hit-card'
import { NoHits } from '@/components/search/no-hits'
import { Ranking } from '@/components/search/ranking'
import { SearchBox } from '@/components/search/search-box'
import { AlikeChip, SortLinks } from '@/components/search/sort-links'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { municipalityChoices } from '@/lib/municipalities/likeness/queries'
import { actor } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { facetNames, type SearchQuery, searchQuery } from '@/lib/search/input'
import { type SearchResult, searchAll } from '@/lib/search/queries'
import { searchHref } from '@/lib/search/rules'
import { NextSteps } from './next-steps'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

// The title and the page ask for the same search: it is made, and logged, once. Equal addresses are equal strings.
const search = cache(async (address: string) =>
  searchAll(await actor(), searchQuery.parse(JSON.parse(address)), await standpoint()),
)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, query] = [await getTranslator(), searchQuery.parse(await searchParams)]
  const [theme] = query.tema
  const feed = theme
    ? { url: `/strom/tema/${encodeURIComponent(theme)}`, title: t('feeds.titleOf', { name: facetText(t, 'tema', theme) }) }
    : { url: '/strom', title: t('feeds.title') }
  const alternates = { canonical: '/erfaringer', types: { 'application/atom+xml': [feed] } }
  if (!query.q) return { title: t('search.title'), alternates }
  const { total } = await search(JSON.stringify(query))
  return { title: t('search.countFor', { count: total, query: query.q }), alternates, robots: { index: false } }
}

export default async function SearchPage({ searchParams }: Props) {
  const [t, locale, query] = [await getTranslator(), await getLocale(), searchQuery.parse(await searchParams)]
  const [who, result, { municipality }] = [await actor(), await search(JSON.stringify(query)), await standpoint()]
  const choices = municipality ? [] : await municipalityChoices(who)
  const asksFrom = !municipality && (query.lik !== '' || query.sorter === 'liker')
  const { facets, total } = result
  const isComparable = result.hits.filter(({ kind }) => kind === 'report').length > 1
  return (
    <div className="page">
      <SearchHeader t={t} query={query} isVisitor={who.kind === 'visitor'} />
      <div className="grid max-w-2xl gap-4">
        <ClientTexts locale={locale} messages={clientMessages(locale, ['search'])}>
          <SearchBox
            key={query.q}
            label={t('search.box')}
            button={t('common.search')}
            value={query.q}
            keep={[...facetNames, 'lik' as const, 'sorter' as const].flatMap((name) =>
              [query[name]].flat().map((value: string) => ({ name, value })),
            )}
          />
        </ClientTexts>
        <StandpointLine
          {...{ t, municipality, choices }}
          choose={chooseStandpoint}
          back={searchHref(query, {})}
          hint={asksFrom ? t('standpoint.needed') : undefined}
        />
        <SizeChips {...{ t, query, facets }} />
      </div>
      <Chosen {...{ t, query, facets }} />
      <div className="grid gap-6 pt-4 lg:grid-cols-[16rem_1fr] lg:gap-8 lg:pt-6">
        <aside aria-label={t('common.filter')}>
          <Filters {...{ t, query, facets }} />
        </aside>
        <div>
          <p className="font-semibold" role="status">
            {query.q ? t('search.countFor', { count: total, query: query.q }) : t('search.count', { count: total })}
          </p>
          <ReadAs t={t} query={query} result={result} />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
            {total > 0 && <SortLinks {...{ t, query }} isFromSomewhere={municipality !== null} />}
            {municipality && <AlikeChip {...{ t, query }} />}
            {total > 0 && who.kind !== 'visitor' && <NextSteps query={query} asks={result.meant !== null} />}
          </div>
          {total > 0 && <Ranking t={t} query={query} />}
          {result.hits.map((hit) => (
            <HitCard
              key={`${hit.kind} ${hit.href} ${hit.title.map(({ text }) => text).join('')}`}
              t={t}
              locale={locale}
              hit={hit}
              isComparable={isComparable && hit.kind === 'report'}
            />
          ))}
          {isComparable && <CompareHits t={t} />}
          {total > 0 && who.kind === 'visitor' && (
            <p className="pt-5">
              <NextSteps query={query} asks={result.meant !== null} />
            </p>
          )}
          {total === 0 && (
            <NoHits {...{ t, query, result }}>
              <NextSteps query={query} asks />
            </NoHits>
          )}
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

interface HeaderProps {
  t: Translator
  query: SearchQuery
  isVisitor: boolean
}

/** What this is, and the other ways in. */
function SearchHeader({ t, query, isVisitor }: HeaderProps) {
  const theme = query.tema.map((code) => `?tema=${encodeURIComponent(code)}`)[0] ?? ''
  const ways = [
    { href: '/startpakker', text: t('packs.title') },
    { href: '/samlinger', text: t('guides.fromKommit') },
    { href: `/erfaringer/kostnader${theme}`, text: t('comparison.link') },
    ...(isVisitor ? [] : [{ href: '/sporsmal', text: t('openQuestions.title') }]),
  ]
  return (
    <PageHeader
      title={query.q ? t('search.titleFor', { query: query.q }) : t('search.title')}
      lead={query.q ? undefined : t('search.lead')}
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-block py-0.5 underline underline-offset-4">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </PageHeader>
  )
}

/** How the query was read, where it was not found as it stands. */
function ReadAs({ t, query, result: { meant, reading } }: { t: Translator; query: SearchQuery; result: SearchResult }) {
  if (meant)
    return (
      <p className="mt-1">
        {t('search.meant', { query: query.q })}{' '}
        <Link href={searchHref(query, { q: meant })} prefetch={false} className="font-semibold underline underline-offset-4">
          {meant}
        </Link>
        ?
      </p>
    )
  if (reading === 'alike' || reading === 'corrected') return <p className="mt-1 muted">{t('search.guess')}</p>
  return reading === 'most' ? <p className="mt-1 muted">{t('search.most')}</p> : null
}
