import Link from 'next/link'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { SearchForm } from '@/components/ui/search-form'
import type { FoundReport, findReports } from '@/lib/curation/finding/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  /** The page that asks, and what stays in its address while one searches. */
  path: string
  keep?: Record<string, string>
  q: string
  /** What the page of the hits is called in the address. */
  pageName?: string
  found: NonNullable<Awaited<ReturnType<typeof findReports>>> | null
  /** What can be done with each: it stands to the right of it. */
  children: (report: FoundReport) => React.ReactNode
}

/** Finds a report at the desk, by words or by its address, as every desk does. */
export function ReportFinder({ t, locale, path, keep = {}, q, pageName = 'side', found, children }: Props) {
  const href = (side: number) => `${path}?${new URLSearchParams({ ...keep, q, [pageName]: String(side) })}#finn`
  return (
    <div id="finn" className="grid gap-3">
      <div className="max-w-xl">
        <SearchForm action={`${path}#finn`} label={t('curation.find')} button={t('common.search')} value={q} keep={keep} />
      </div>
      {found && (
        <>
          <p className="font-semibold">{t('reviews.count', { count: found.total })}</p>
          <ul className="grid gap-2">
            {found.reports.map((report) => (
              <li
                key={report.slug}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-neutral-border-subtle py-2"
              >
                <span>
                  <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="font-semibold underline">
                    {report.title}
                  </Link>
                  <span className="block text-sm muted">
                    {report.municipality} · {t(`choices.visibility.${report.visibility}`)}
                    {report.publishedOn && ` · ${formatDate(report.publishedOn, locale)}`}
                  </span>
                </span>
                <span className="flex flex-wrap gap-2">{children(report)}</span>
              </li>
            ))}
          </ul>
          <Pager page={found.page} pageCount={found.pageCount} href={href} texts={pagerTexts(t, found.page, found.pageCount)} />
        </>
      )}
    </div>
  )
}
