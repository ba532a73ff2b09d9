import Link from 'next/link'
import { caseFacts } from '@/components/experience/case-facts'
import { outcomeColours, type ReportCardView, senderOf } from '@/components/experience/report-card'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  reports: ReportCardView[]
}

/** The newest reports as a table of contents: when, what, and who. */
export function Newest({ t, locale, reports }: Props) {
  return (
    <section aria-labelledby="nyeste" className="py-12">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="nyeste" className="text-3xl">
          {t('frontPage.newestTitle')}
        </h2>
        <Link href="/erfaringer" prefetch={false} className="py-0.5 underline underline-offset-4">
          {t('frontPage.newestAll')}
        </Link>
      </div>
      <ul className="border-t border-neutral-border-subtle">
        {reports.map((report) => (
          <li key={report.slug} className="linked-card index-row">
            <p className="text-sm">
              <span className="eyebrow block">{t(`choices.theme.${report.themeCode}` as 'choices.theme.byggesak')}</span>
              {report.publishedOn && <span className="muted">{formatDate(report.publishedOn, locale)}</span>}
            </p>
            <div className="grid gap-1">
              <h3 className="text-xl">
                <Link
                  href={`/erfaringer/${report.slug}`}
                  prefetch={false}
                  className="cover text-inherit no-underline hover:underline"
                >
                  {report.title}
                </Link>
              </h3>
              <p className="line-clamp-2 max-w-2xl">{report.summary}</p>
            </div>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm lg:content-start lg:justify-end">
              <span className="font-semibold">{senderOf(t, report)}</span>
              <span className="tabular-nums lg:text-right">
                {caseFacts(t, locale, { population: report.municipality.population, cost: report.cost })}
              </span>
              {report.outcome && (
                <Tag colour={outcomeColours[report.outcome]}>{t(`choices.reportOutcome.${report.outcome}`)}</Tag>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
