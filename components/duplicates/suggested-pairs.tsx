import Link from 'next/link'
import { ButtonForm } from '@/components/forms/button-form'
import { Tag } from '@/components/ui/tag'
import type { SuggestedPair } from '@/lib/duplicates/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

type Action = React.ComponentProps<typeof ButtonForm>['action']

interface Props {
  t: Translator
  locale: Locale
  pairs: SuggestedPair[]
  different: Action
}

/** Two and two that may tell of the same, with why, and what one can do about it. */
export function SuggestedPairs({ t, locale, pairs, different }: Props) {
  return (
    <ul className="grid gap-4">
      {pairs.map(({ one, other, likeness }) => (
        <li key={`${one.slug} ${other.slug}`} className="panel grid gap-4">
          <p className="flex flex-wrap gap-2">
            {likeness.title > 0.5 && (
              <Tag colour="sky">{t('duplicates.alikeTitle', { share: Math.round(likeness.title * 100) })}</Tag>
            )}
            {likeness.sameCollaboration && <Tag colour="sky">{t('duplicates.together')}</Tag>}
            {[...likeness.suppliers, ...likeness.technologies].map((name) => (
              <Tag key={name}>{t('duplicates.both', { name })}</Tag>
            ))}
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            {[
              { report: one, into: other },
              { report: other, into: one },
            ].map(({ report, into }) => (
              <div key={report.slug} className="grid content-start gap-2">
                <h3 className="text-lg">
                  <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="underline underline-offset-4">
                    {report.title}
                  </Link>
                </h3>
                <p className="text-sm muted">
                  {report.municipality} · {formatDate(report.publishedOn, locale)} ·{' '}
                  {t('duplicates.uses', { count: report.reuseCount })}
                </p>
                <p className="line-clamp-3">{report.summary}</p>
                <p>
                  <Link
                    href={`/kuratering/duplikater?${new URLSearchParams({ behold: report.slug, bort: into.slug })}#andre`}
                    prefetch={false}
                    className="ds-button"
                    data-variant="secondary"
                  >
                    {t('duplicates.keepThis')}
                    <span className="sr-only">: {`${report.title}, ${report.municipality}`}</span>
                  </Link>
                </p>
              </div>
            ))}
          </div>
          <ButtonForm
            action={different}
            hidden={{ one: one.slug, other: other.slug }}
            text={t('duplicates.different')}
            of={`${one.title}, ${other.title}`}
            variant="secondary"
          />
        </li>
      ))}
    </ul>
  )
}
