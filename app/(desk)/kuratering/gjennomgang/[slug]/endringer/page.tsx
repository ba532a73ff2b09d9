import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { comparedWords, VersionChanges } from '@/components/experience/version-changes'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { changesBetween } from '@/lib/experiences/versions/rules'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { reviewOf } from '../review'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { review } = await reviewOf((await params).slug)
  return { title: (await getTranslator())('reviews.changesOf', { title: review.title }) }
}

export default async function ChangedSinceReviewPage({ params }: Props) {
  const { review, reading } = await reviewOf((await params).slug)
  const { report, before } = reading
  // Without a version that was looked through before there is nothing to compare with.
  if (!before) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const changes = changesBetween(before, report, comparedWords(t, locale))
  const dates = { before: formatDate(before.publishedOn, locale), after: formatDate(report.publishedOn, locale) }
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('reviews.changesOf', { title: review.title })}
        eyebrow={review.municipality}
        lead={t('versions.compared', { from: before.number, to: report.number, ...dates })}
        crumbs={[{ href: `/kuratering/gjennomgang/${review.slug}`, text: t('reviews.of', { title: review.title }) }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {report.note && <p className="panel-tinted mb-4 max-w-3xl">{report.note}</p>}
      <div className="changes max-w-4xl">
        {changes.length > 0 ? (
          <VersionChanges t={t} changes={changes} />
        ) : (
          <EmptyState title={t('versions.sameTitle')} text={t('versions.sameText')} />
        )}
      </div>
    </div>
  )
}
