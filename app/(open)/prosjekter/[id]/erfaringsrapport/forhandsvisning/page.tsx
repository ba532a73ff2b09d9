import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ReportSections } from '@/components/experience/report-sections'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { Visibility } from '@/generated/prisma/enums'
import { type ReportPreview, reportPreview } from '@/lib/experiences/preview/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ leser?: string | string[] }>
}

const chosen = z.enum(Visibility).nullable().catch(null)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reportPreview.title') }
}

export default async function PreviewReportPage({ params, searchParams }: Props) {
  const [{ id }, { leser = null }] = [await params, await searchParams]
  const who = await requireStaff(`/prosjekter/${id}/erfaringsrapport/forhandsvisning`)
  const preview = isUuid(id) ? await reportPreview(who, id, chosen.parse(leser)) : null
  if (!preview) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const editPath = `/prosjekter/${id}/erfaringsrapport`
  const { view } = preview
  return (
    <div className="page">
      <PageHeader
        title={preview.title}
        eyebrow={t('reportPreview.title')}
        lead={t('reportPreview.lead')}
        crumbs={[
          { href: `/prosjekter/${id}`, text: preview.projectTitle },
          { href: editPath, text: t('reportForm.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href={editPath} prefetch={false} className="ds-button" data-variant="secondary">
          {t('reportCheck.back')}
        </Link>
        <Link href={`${editPath}/kontroll`} prefetch={false} className="ds-button">
          {t('reportPreview.goOn')}
        </Link>
      </PageHeader>
      <Readers t={t} preview={preview} path={`${editPath}/forhandsvisning`} />
      {view === null ? (
        <EmptyState title={t('reportPreview.nothing')}>
          <Link href={`${editPath}#visibility`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('reportCheck.changeReaders')}
          </Link>
        </EmptyState>
      ) : (
        <article className="max-w-4xl">
          {view.outcome && <Tag colour="primary">{t(`choices.reportOutcome.${view.outcome}`)}</Tag>}
          <p className="prose border-b border-neutral-border-subtle py-6 text-lg font-medium">
            {preview.summary || t('reportPreview.noSummary')}
          </p>
          {view.hidden.length > 0 && (
            <p className="ds-alert my-6" data-color="info">
              {t('reportPreview.hidden', { sections: view.hidden.map((kind) => t(`choices.reportSection.${kind}`)).join(', ') })}
            </p>
          )}
          <ReportSections t={t} locale={locale} report={view} />
        </article>
      )}
    </div>
  )
}

/** Whose eyes the report is seen with: the address says it. */
function Readers({ t, preview, path }: { t: Translator; preview: ReportPreview; path: string }) {
  const { shownTo, municipality, collaboration } = preview
  const readers = Object.values(Visibility)
    .toReversed()
    .filter((value) => value !== 'collaboration' || collaboration !== null)
  return (
    <nav aria-label={t('reportPreview.readers')} className="mb-8 grid gap-3">
      <ul className="flex flex-wrap gap-2">
        {readers.map((reader) => (
          <li key={reader}>
            <Link
              href={`${path}?leser=${reader}`}
              prefetch={false}
              className="ds-button"
              data-variant={reader === shownTo ? 'primary' : 'secondary'}
              data-size="sm"
              aria-current={reader === shownTo ? 'page' : undefined}
            >
              {t(`reportPreview.reader.${reader}`, { municipality, collaboration: collaboration ?? '' })}
            </Link>
          </li>
        ))}
      </ul>
      <p className="muted">{t(`reportPreview.means.${shownTo}`, { municipality, collaboration: collaboration ?? '' })}</p>
    </nav>
  )
}
