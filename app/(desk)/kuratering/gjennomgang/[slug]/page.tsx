import type { Metadata } from 'next'
import Link from 'next/link'
import { ReportSections } from '@/components/experience/report-sections'
import { PlainForm } from '@/components/forms/plain-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { ReviewCard } from '@/components/reviews/review-card'
import { reviewFields } from '@/components/reviews/review-fields'
import { SectionAudiences } from '@/components/reviews/section-audiences'
import { TakenBy } from '@/components/reviews/taken-by'
import { VerdictForm } from '@/components/reviews/verdict-form'
import { WhatWasFound } from '@/components/reviews/what-was-found'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { begin, judge, letGo, review as send } from '../actions'
import { reviewOf } from './review'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslator())('reviews.of', { title: (await reviewOf((await params).slug)).review.title }) }
}

export default async function ReviewPage({ params }: Props) {
  const { who, review, reading } = await reviewOf((await params).slug)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { slug, reviews, taken } = review
  const [latest] = reviews
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('reviews.of', { title: review.title })}
        eyebrow={review.municipality}
        crumbs={[{ href: '/kuratering/gjennomgang', text: t('reviews.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href={`/erfaringer/${slug}`} prefetch={false} className="ds-button" data-variant="secondary" target="_blank">
          {t('reviews.read')}
        </Link>
        {reading.before && (
          <Link
            href={`/kuratering/gjennomgang/${slug}/endringer`}
            prefetch={false}
            className="ds-button"
            data-variant="secondary"
          >
            {t('reviews.changed', { version: reading.before.number })}
          </Link>
        )}
      </PageHeader>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
        {review.isReviewed ? (
          <p className="panel-tinted mb-6">{t('reviews.isReviewed')}</p>
        ) : (
          <TakenBy t={t} reportId={review.id} slug={slug} version={review.markVersion} taken={taken} take={begin} letGo={letGo} />
        )}
        {reviews.length > 0 && (
          <Section id="for" title={t('reviews.before')}>
            <ul className="grid max-w-3xl gap-4">
              {reviews.map((before) => (
                <li key={before.id}>
                  <ReviewCard t={t} locale={locale} review={before}>
                    {before.id === latest?.id && review.isReviewed && before.repliedAt && !before.verdict && (
                      <VerdictForm
                        t={t}
                        action={judge}
                        hidden={{ slug, reviewId: before.id, repliedAt: before.repliedAt }}
                        draft={`${who.personId}:svar:${before.id}:${before.repliedAt}`}
                      />
                    )}
                  </ReviewCard>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0 lg:order-2">
            <WhatWasFound t={t} found={reading.found} />
            <SectionAudiences t={t} audiences={reading.audiences} />
            {!review.isReviewed && (
              <Section id="sjekk" title={t('reviews.checklist')} intro={t('reviews.checklistIntro')}>
                <PlainForm
                  action={send}
                  fields={reviewFields(t)}
                  hidden={{ slug, reportVersion: String(review.version) }}
                  draft={`${who.personId}:gjennomgang:${slug}:${review.version}`}
                  cancelHref="/kuratering/gjennomgang"
                />
              </Section>
            )}
          </div>
          <article className="min-w-0 lg:order-1" aria-label={review.title}>
            <Section id="short" title={t('versions.short')}>
              <p className="prose font-semibold">{reading.report.title}</p>
              <p className="prose">{reading.report.summary}</p>
            </Section>
            <ReportSections t={t} locale={locale} report={reading.report} />
          </article>
        </div>
      </ClientTexts>
    </div>
  )
}
