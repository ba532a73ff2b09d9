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

/** The cases the advisors bring forward: the first as the main story, the rest beside it. */
export function Featured({ t, locale, reports }: Props) {
  const [main, ...others] = reports
  if (!main) return null
  return (
    <section aria-labelledby="utvalgt" className="py-12">
      <h2 id="utvalgt" className="text-3xl">
        {t('frontPage.featuredTitle')}
      </h2>
      <p className="mt-2 mb-6 muted">{t('frontPage.featuredIntro')}</p>
      <div className={others.length > 0 ? 'grid gap-x-12 gap-y-8 lg:grid-cols-[1.35fr_1fr]' : 'max-w-3xl'}>
        <Story t={t} locale={locale} report={main} isMain />
        {others.length > 0 && (
          <div className="grid content-start gap-8">
            {others.map((report) => (
              <Story key={report.slug} t={t} locale={locale} report={report} />
            ))}
          </div>
        )}
      </div>
    </section>
  )
}

function Story({
  t,
  locale,
  report,
  isMain = false,
}: {
  t: Translator
  locale: Locale
  report: ReportCardView
  isMain?: boolean
}) {
  return (
    <article className={`linked-card story ${isMain ? 'gap-4' : 'gap-2'}`} data-main={isMain || undefined}>
      <p className="eyebrow">{t(`choices.theme.${report.themeCode}` as 'choices.theme.byggesak')}</p>
      <h3 className={isMain ? 'text-3xl md:text-4xl' : 'text-xl'}>
        <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="cover text-inherit no-underline hover:underline">
          {report.title}
        </Link>
      </h3>
      <p className={isMain ? 'text-lg' : 'line-clamp-3'}>{report.summary}</p>
      {report.reason && (
        <p className={`border-l-4 border-sun-border-default pl-3 ${isMain ? '' : 'text-sm'}`}>
          <span className="font-semibold">{t('experience.featuredReason')}: </span>
          {report.reason}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {report.outcome && <Tag colour={outcomeColours[report.outcome]}>{t(`choices.reportOutcome.${report.outcome}`)}</Tag>}
        <span className="font-semibold">{senderOf(t, report)}</span>
        <span>{caseFacts(t, locale, { population: report.municipality.population, cost: report.cost })}</span>
        {report.publishedOn && <span className="muted">{formatDate(report.publishedOn, locale)}</span>}
        {report.reuseCount > 0 && <span className="muted">{t('experience.usedBy', { count: report.reuseCount })}</span>}
      </p>
    </article>
  )
}
