import Link from 'next/link'
import { ButtonForm } from '@/components/forms/button-form'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Named {
  slug: string
  title: string
  municipality: { displayName: string }
}

interface Props {
  t: Translator
  locale: Locale
  merges: { note: string; mergedOn: string; mergedBy: string; report: Named; into: Named }[]
  unmerge: React.ComponentProps<typeof ButtonForm>['action']
}

/** What has been merged into what, each with a way back. */
export function MergedList({ t, locale, merges, unmerge }: Props) {
  return (
    <ul className="grid gap-3">
      {merges.map(({ note, mergedOn, mergedBy, report, into }) => (
        <li key={report.slug} className="panel grid gap-2">
          <p>
            <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="underline">
              {report.title}
            </Link>
            , {report.municipality.displayName}
          </p>
          <p>
            {t('duplicates.into')}{' '}
            <Link href={`/erfaringer/${into.slug}`} prefetch={false} className="font-semibold underline">
              {into.title}
            </Link>
            , {into.municipality.displayName}. {t('duplicates.doneBy', { name: mergedBy, date: formatDate(mergedOn, locale) })}
          </p>
          {note && <p className="muted">{note}</p>}
          <ButtonForm
            action={unmerge}
            hidden={{ slug: report.slug }}
            text={t('duplicates.unmerge')}
            of={report.title}
            variant="secondary"
          />
        </li>
      ))}
    </ul>
  )
}
