import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import { type SearchQuery, sorts } from '@/lib/search/input'
import { searchHref } from '@/lib/search/rules'

interface Props {
  t: Translator
  query: SearchQuery
  /** Whether it is known where the reader is from. */
  isFromSomewhere: boolean
}

/** What the hits are put in order by. */
export function SortLinks({ t, query, isFromSomewhere }: Props) {
  const shown = sorts.filter((sort) => sort !== 'liker' || isFromSomewhere)
  return (
    <nav aria-label={t('search.sort')} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="muted">{t('search.sort')}:</span>
      {shown.map((sort) => (
        <Link
          key={sort}
          href={searchHref(query, { sorter: sort })}
          prefetch={false}
          rel="nofollow"
          aria-current={query.sorter === sort || undefined}
          className="inline-block py-1 underline underline-offset-4 aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {t(`search.sorts.${sort || 'treff'}`)}
        </Link>
      ))}
    </nav>
  )
}

/** Only what comes from municipalities like the reader's own, or all again. */
export function AlikeChip({ t, query }: Pick<Props, 't' | 'query'>) {
  return (
    <Link
      href={searchHref(query, { lik: query.lik ? '' : 'ja' })}
      prefetch={false}
      rel="nofollow"
      className="ds-chip"
      aria-label={query.lik ? t('search.remove', { value: t('search.onlyAlike') }) : undefined}
      data-removable={query.lik ? 'true' : undefined}
    >
      {t('search.onlyAlike')}
    </Link>
  )
}
