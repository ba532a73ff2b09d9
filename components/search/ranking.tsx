import type { Translator } from '@/lib/platform/i18n'
import type { SearchQuery } from '@/lib/search/input'

/** How the hits come in the order they do, in plain words, for whoever wonders. */
export function Ranking({ t, query }: { t: Translator; query: SearchQuery }) {
  const order = query.sorter || (query.q ? 'treff' : 'uten')
  const reasons = order === 'treff' ? (['places', 'forms', 'stale', 'reuse', 'wider'] as const) : []
  return (
    <details className="max-w-prose text-sm">
      <summary className="py-1 underline underline-offset-4">{t('search.ranking.title')}</summary>
      <p className="mt-1">{t(`search.ranking.${order}`)}</p>
      {reasons.length > 0 && (
        <ul className="mt-1 list-disc pl-5">
          {reasons.map((reason) => (
            <li key={reason}>{t(`search.ranking.${reason}`)}</li>
          ))}
        </ul>
      )}
      <p className="mt-1">{t('search.ranking.never')}</p>
    </details>
  )
}
