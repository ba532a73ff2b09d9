import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import type { Translator } from '@/lib/platform/i18n'
import { type SearchQuery, searchQuery } from '@/lib/search/input'
import type { SearchResult } from '@/lib/search/queries'
import { isNarrowed, searchHref } from '@/lib/search/rules'
import { facetText } from './facet-text'

interface Props {
  t: Translator
  query: SearchQuery
  result: Pick<SearchResult, 'suggestions' | 'themes'>
  /** What to do next. */
  children: React.ReactNode
}

/** Nothing found: what was perhaps meant, and what to do next. */
export function NoHits({ t, query, result, children }: Props) {
  const nothing = query.q ? t('search.emptyTitle', { query: query.q }) : t('search.count', { count: 0 })
  const title = isNarrowed(query) ? t('search.emptyFilteredTitle') : nothing
  const ideas = result.suggestions.map((suggestion) => ({ text: suggestion, href: searchHref(empty, { q: suggestion }) }))
  const themes = result.themes.map(({ value, count }) => ({
    text: `${facetText(t, 'tema', value)} (${count})`,
    href: searchHref(empty, { tema: [value] }),
  }))
  return (
    <div className="mt-4">
      <EmptyState title={title} text={t('search.emptyText')}>
        {isNarrowed(query) && (
          <Link href={searchHref(empty, { q: query.q })} prefetch={false} className="ds-button">
            {t('search.removeAll')}
          </Link>
        )}
        {children}
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
