import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { ReviewCard } from '@/components/reviews/review-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { reviewsOfReport } from '@/lib/reviews/queries'
import { reply } from './actions'

interface Props {
  params: Promise<{ slug: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reviews.ofYours') }
}

export default async function ReviewsOfReportPage({ params }: Props) {
  const { slug } = await params
  const who = await requireStaff(`/erfaringer/${slug}/gjennomgang`)
  const [t, locale, page] = [await getTranslator(), await getLocale(), await reviewsOfReport(who, slug)]
  if (!page) notFound()
  // The latest is the one that waits for a reply.
  const [latest] = page.reviews
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader
        title={t('reviews.ofYours')}
        eyebrow={page.title}
        lead={t('reviews.ofYoursLead')}
        crumbs={[{ href: `/erfaringer/${slug}`, text: page.title }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {page.may.reply && (
          <Link
            href={`/prosjekter/${page.projectId}/erfaringsrapport`}
            prefetch={false}
            className="ds-button"
            data-variant="secondary"
          >
            {t('experience.edit')}
          </Link>
        )}
      </PageHeader>
      {page.reviews.length === 0 && <EmptyState title={t('reviews.noneOfYours')} text={t('reviews.noneOfYoursText')} />}
      <ul className="grid max-w-3xl gap-4">
        {page.reviews.map((review) => (
          <li key={review.id}>
            <ReviewCard t={t} locale={locale} review={review}>
              {page.may.reply &&
                review.id === latest?.id &&
                review.outcome === 'changes_wanted' &&
                review.verdict !== 'accepted' && (
                  <PlainForm
                    action={reply}
                    fields={[
                      {
                        ...{ name: 'reply', input: 'text', label: t('reviews.yourReply'), hint: t('reviews.yourReplyHint') },
                        ...{ isRequired: true, initial: review.reply },
                      },
                    ]}
                    hidden={{ slug, reviewId: review.id }}
                    draft={`${who.personId}:gjennomgang:${review.id}`}
                    cancelHref={`/erfaringer/${slug}`}
                  />
                )}
            </ReviewCard>
          </li>
        ))}
      </ul>
    </div>
  )
}
