import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PlainForm } from '@/components/forms/plain-form'
import { ReviewCard } from '@/components/reviews/review-card'
import { reviewFields } from '@/components/reviews/review-fields'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { reportToReview } from '@/lib/reviews/queries'
import { review } from '../actions'

interface Props {
  params: Promise<{ slug: string }>
}

const load = cache(async (slug: string) => {
  const who = await requireAdvisor(`/kuratering/gjennomgang/${slug}`)
  const report = await reportToReview(who, slug)
  if (!report) notFound()
  return { who, report }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslator())('reviews.of', { title: (await load((await params).slug)).report.title }) }
}

export default async function ReviewPage({ params }: Props) {
  const { who, report } = await load((await params).slug)
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('reviews.of', { title: report.title })}
        eyebrow={report.municipality}
        lead={report.summary}
        crumbs={[{ href: '/kuratering/gjennomgang', text: t('reviews.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="ds-button" data-variant="secondary" target="_blank">
          {t('reviews.read')}
        </Link>
      </PageHeader>
      {report.isReviewed ? (
        <p className="panel-tinted mb-6">{t('reviews.isReviewed')}</p>
      ) : (
        <Section id="sjekk" title={t('reviews.checklist')} intro={t('reviews.checklistIntro')}>
          <PlainForm
            action={review}
            fields={reviewFields(t)}
            hidden={{ slug: report.slug, reportVersion: String(report.version) }}
            draft={`${who.personId}:gjennomgang:${report.slug}:${report.version}`}
            cancelHref="/kuratering/gjennomgang"
          />
        </Section>
      )}
      {report.reviews.length > 0 && (
        <Section id="for" title={t('reviews.before')}>
          <ul className="grid max-w-3xl gap-4">
            {report.reviews.map((before) => (
              <li key={before.id}>
                <ReviewCard t={t} locale={locale} review={before} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
