import Link from 'next/link'
import { Facts } from '@/components/ui/facts'
import type { ReportPage } from '@/lib/experiences/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

/** What Delt keeps of a report, and the way to take it back for those who may. */
export function About({ t, locale, report }: { t: Translator; locale: Locale; report: ReportPage }) {
  return (
    <section aria-labelledby="om" className="panel">
      <h2 id="om" className="mb-2 text-lg">
        {t('experience.keptTitle')}
      </h2>
      <Facts
        facts={[
          { term: t('experience.confirmed'), value: report.confirmedOn && formatDate(report.confirmedOn, locale) },
          { term: t('experience.visibility'), value: t(`choices.visibility.${report.visibility}`) },
          { term: t('experience.language'), value: t(`choices.language.${report.language}`) },
          { term: t('experience.version'), value: report.versions[0]?.number },
          {
            term: t('experience.project'),
            value: report.project && <Link href={`/prosjekter/${report.project.id}`}>{report.project.title}</Link>,
          },
        ]}
      />
      {report.may.write && report.status === 'published' && (
        <p className="mt-3 no-print">
          <Link href={`/prosjekter/${report.projectId}/erfaringsrapport/ta-tilbake`} prefetch={false}>
            {t('withdrawal.title')}
          </Link>
        </p>
      )}
    </section>
  )
}
