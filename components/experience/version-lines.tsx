import Link from 'next/link'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  slug: string
  versions: { number: number; publishedOn: string; note: string }[]
  /** The one that is open, if an earlier one is. */
  open?: number
}

/** When the report was published and changed, and the way to each version. One version has no history to show. */
export function VersionLines({ t, locale, slug, versions, open }: Props) {
  if (versions.length < 2) return null
  return (
    <section aria-labelledby="versjoner" className="panel">
      <h2 id="versjoner" className="mb-2 text-lg">
        {t('versions.title')}
      </h2>
      <ol className="grid gap-3">
        {versions.map(({ number, publishedOn, note }, index) => (
          <li key={number}>
            <Link
              href={index === 0 ? `/erfaringer/${slug}` : `/erfaringer/${slug}/versjon/${number}`}
              prefetch={false}
              className="font-semibold underline"
              aria-current={number === open ? 'page' : undefined}
            >
              {t('versions.number', { number })}
            </Link>{' '}
            <span className="text-sm muted">{formatDate(publishedOn, locale)}</span>
            {note && <p className="text-sm">{note}</p>}
            {index < versions.length - 1 && (
              <p className="text-sm">
                <Link href={`/erfaringer/${slug}/versjon/${number}/endringer`} prefetch={false} className="underline">
                  {t('versions.seeChanges', { number })}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
