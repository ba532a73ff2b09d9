import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonForm } from '@/components/forms/button-form'
import { ReportTable } from '@/components/status/report-table'
import { SeriesForm } from '@/components/status/series-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { statusQuery } from '@/lib/status/input'
import { statusPage } from '@/lib/status/queries'
import { headOf } from '../head'
import { series as addSeries, start } from './actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('projectNav.status') }
}

export default async function StatusReportsPage({ params, searchParams }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/status`)
  const { serie, side } = statusQuery.parse(await searchParams)
  const [head, page] = [await headOf(id), await statusPage(who, { projectId: id, seriesId: serie, page: side })]
  if (!page) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const here = `/prosjekter/${id}/status`
  const query = serie ? `?serie=${serie}` : ''
  const begin = page.may.run && !page.draft && (
    <ButtonForm action={start} hidden={{ projectId: id, seriesId: serie ?? '' }} text={t('status.start')} variant="primary" />
  )
  return (
    <>
      <PageHeader title={t('projectNav.status')} eyebrow={head.title} lead={t('status.intro')}>
        {page.draft && page.may.run && (
          <Link href={`${here}/kladd${query}`} prefetch={false} className="ds-button">
            {t('status.continue')}
          </Link>
        )}
        {page.total > 0 && begin}
      </PageHeader>
      {page.due.on && serie === null && (
        <p
          className={page.due.overdueDays > 0 ? 'ds-alert mb-6' : 'mb-6'}
          data-color={page.due.overdueDays > 0 ? 'warning' : undefined}
        >
          {page.due.overdueDays > 0
            ? t('status.overdue', { days: page.due.overdueDays })
            : t('status.due', { date: formatDate(page.due.on, locale) })}
        </p>
      )}
      {page.series.length > 0 && (
        <nav aria-label={t('status.series')} className="mb-6 flex flex-wrap gap-2">
          {[{ id: null, name: t('status.wholeProject') }, ...page.series].map((one) => (
            <Link
              key={one.id}
              href={one.id ? `${here}?serie=${one.id}` : here}
              prefetch={false}
              className="ds-button"
              data-size="sm"
              data-variant={one.id === serie ? 'primary' : 'secondary'}
              aria-current={one.id === serie ? 'page' : undefined}
            >
              {one.name}
            </Link>
          ))}
        </nav>
      )}
      {page.total === 0 ? (
        <EmptyState title={t('project.noStatus')} text={t('status.emptyText')}>
          {begin}
        </EmptyState>
      ) : (
        <ReportTable t={t} locale={locale} projectId={id} reports={page.reports} />
      )}
      <Pager
        page={page.page}
        pageCount={page.pageCount}
        href={(to) => `${here}?side=${to}${serie ? `&serie=${serie}` : ''}`}
        texts={pagerTexts(t, page.page, page.pageCount)}
      />
      {page.may.run && (
        <details className="mt-8">
          <summary>{t('status.addSeries')}</summary>
          <SeriesForm
            action={addSeries}
            projectId={id}
            texts={{ name: t('status.seriesName'), hint: t('status.seriesHint'), add: t('status.addSeries') }}
          />
        </details>
      )}
    </>
  )
}
