import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PictureView } from '@/components/status/picture-view'
import { StatusSections } from '@/components/status/status-sections'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { formatDate, formatNok, inLocale } from '@/lib/platform/locale'
import { publishedReport } from '@/lib/status/queries'
import { headOf } from '../../head'

interface Props {
  params: Promise<{ id: string; rapport: string }>
}

const load = cache(async (projectId: string, id: string) => {
  const who = await requireStaffIn(projectId, `/prosjekter/${projectId}/status/${id}`)
  const report = isUuid(projectId) && isUuid(id) ? await publishedReport(who, { projectId, id }) : null
  if (!report) notFound()
  return report
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, rapport } = await params
  const [t, locale, report] = [await getTranslator(), await getLocale(), await load(id, rapport)]
  return { title: t('status.reportTitle', { date: formatDate(report.periodEndOn, locale) }) }
}

export default async function StatusReportPage({ params }: Props) {
  const { id, rapport } = await params
  const [report, head, t, locale] = [await load(id, rapport), await headOf(id), await getTranslator(), await getLocale()]
  const here = `/prosjekter/${id}/status`
  return (
    <>
      <PageHeader
        title={t('status.reportTitle', { date: formatDate(report.periodEndOn, locale) })}
        eyebrow={report.series ? `${head.title} · ${report.series}` : head.title}
        crumbs={[{ href: report.seriesId ? `${here}?serie=${report.seriesId}` : here, text: t('projectNav.status') }]}
        crumbsLabel={t('common.breadcrumbs')}
        lead={report.author && t('project.statusBy', { name: report.author })}
      >
        <a href={`${here}/${report.id}/pdf`} className="ds-button" data-variant="secondary">
          {t('gate.asPdf')}
        </a>
        {report.before && (
          <Link
            href={`${here}/sammenlign?fra=${report.before.id}&til=${report.id}`}
            prefetch={false}
            className="ds-button"
            data-variant="tertiary"
          >
            {t('status.compareWithPrevious')}
          </Link>
        )}
      </PageHeader>
      <div className="grid gap-8">
        <p className="prose text-lg">{report.text}</p>
        <StatusSections t={t} values={report.values} comments={report.comments} trends={report.trends} />
        <Facts
          facts={[
            { term: t('status.phase'), value: report.picture.phase && inLocale(report.picture.phase, locale) },
            { term: t('project.budget'), value: formatNok(report.budgetNok, locale) },
            { term: t('status.costToDate'), value: formatNok(report.costNok, locale) },
            { term: t('project.forecast'), value: formatNok(report.forecastNok, locale) },
          ]}
        />
        <p className="muted">{t('status.asItWas')}</p>
      </div>
      <PictureView t={t} locale={locale} picture={report.picture} />
      <nav aria-label={t('status.neighbours')} className="mt-6 flex flex-wrap gap-4">
        {report.before && (
          <Link href={`${here}/${report.before.id}`} prefetch={false} rel="prev" className="underline">
            ‹ {formatDate(report.before.periodEndOn, locale)}
          </Link>
        )}
        {report.after && (
          <Link href={`${here}/${report.after.id}`} prefetch={false} rel="next" className="underline">
            {formatDate(report.after.periodEndOn, locale)} ›
          </Link>
        )}
      </nav>
    </>
  )
}
