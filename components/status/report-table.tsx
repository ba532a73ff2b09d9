import Link from 'next/link'
import { StatusMark } from '@/components/ui/status-mark'
import { TableScroll } from '@/components/ui/table-scroll'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatThousands, type Locale } from '@/lib/platform/locale'
import { severityOf, statusSections } from '@/lib/portfolio/rules'
import type { StatusView } from '@/lib/status/queries'
import type { trendsOf } from '@/lib/status/rules'
import { TrendMark } from './trend-mark'

interface Props {
  t: Translator
  locale: Locale
  projectId: string
  reports: (StatusView & { trends: ReturnType<typeof trendsOf> })[]
}

/** The reports of a project, the latest first, with the trend of every section; two can be chosen and compared. */
export function ReportTable({ t, locale, projectId, reports }: Props) {
  return (
    <form action={`/prosjekter/${projectId}/status/sammenlign`} className="grid gap-4">
      <TableScroll label={t('projectNav.status')}>
        <table className="ds-table" data-border="true">
          <thead>
            <tr>
              <th scope="col">{t('status.period')}</th>
              {statusSections.map((name) => (
                <th key={name} scope="col">
                  {t(`choices.statusSection.${name}`)}
                </th>
              ))}
              <th scope="col" className="figures">
                {t('status.forecastThousands')}
              </th>
              {reports.length > 1 && <th scope="col">{t('status.compareFromTo')}</th>}
            </tr>
          </thead>
          <tbody>
            {reports.map((report, index) => (
              <tr key={report.id}>
                <th scope="row" className="whitespace-nowrap font-normal">
                  <Link
                    href={`/prosjekter/${projectId}/status/${report.id}`}
                    prefetch={false}
                    className="font-semibold underline underline-offset-4"
                  >
                    {formatDate(report.periodEndOn, locale, 'short')}
                  </Link>
                </th>
                {statusSections.map((name) => (
                  <td key={name}>
                    <span className="flex items-baseline gap-2">
                      <StatusMark
                        severity={severityOf(name, report.values[name])}
                        word={t(`choices.${name}.${report.values[name]}` as 'choices.risk.low')}
                      />
                      <TrendMark t={t} trend={report.trends[name]} />
                    </span>
                  </td>
                ))}
                <td className="figures">{formatThousands(report.forecastNok, locale)}</td>
                {reports.length > 1 && <Choice t={t} locale={locale} report={report} index={index} />}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {reports.length > 1 && (
        <p>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('status.compare')}
          </button>
        </p>
      )}
    </form>
  )
}

/** The two latest are chosen from the start. */
function Choice({ t, locale, report, index }: Pick<Props, 't' | 'locale'> & { report: StatusView; index: number }) {
  const date = formatDate(report.periodEndOn, locale, 'short')
  return (
    <td>
      <span className="flex gap-4">
        <input
          type="radio"
          name="fra"
          value={report.id}
          defaultChecked={index === 1}
          className="ds-input"
          aria-label={t('status.compareFrom', { date })}
        />
        <input
          type="radio"
          name="til"
          value={report.id}
          defaultChecked={index === 0}
          className="ds-input"
          aria-label={t('status.compareTo', { date })}
        />
      </span>
    </td>
  )
}
