import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { ReviewView } from '@/lib/reviews/queries'
import { reviewPoints } from '@/lib/reviews/rules'

interface Props {
  t: Translator
  locale: Locale
  review: ReviewView
  children?: React.ReactNode
}

/** What an advisor said of a version of a report, and what the municipality replied. */
export function ReviewCard({ t, locale, review, children }: Props) {
  const wanted = reviewPoints.filter((point) => review.points[point]?.isFine === false)
  return (
    <article className="panel grid gap-3">
      <p className="flex flex-wrap items-baseline gap-3">
        <Tag colour={review.outcome === 'approved' ? 'success' : 'warning'}>{t(`choices.reviewOutcome.${review.outcome}`)}</Tag>
        <span className="text-sm muted">
          {t('reviews.by', {
            name: review.reviewedBy,
            date: formatDate(review.reviewedOn, locale),
            version: review.reportVersion,
          })}
        </span>
      </p>
      {wanted.length > 0 && (
        <dl className="grid gap-2">
          {wanted.map((point) => (
            <div key={point}>
              <dt className="font-semibold">{t(`reviews.points.${point}`)}</dt>
              <dd>{review.points[point]?.comment}</dd>
            </div>
          ))}
        </dl>
      )}
      {review.comment && <p className="whitespace-pre-line">{review.comment}</p>}
      {review.repliedOn && (
        <p className="border-l-4 border-neutral-border-subtle pl-3">
          <span className="text-sm muted">{t('reviews.repliedOn', { date: formatDate(review.repliedOn, locale) })}</span>
          <span className="block whitespace-pre-line">{review.reply}</span>
        </p>
      )}
      {review.verdict && review.verdictOn && (
        <p className="flex flex-wrap items-baseline gap-3">
          <Tag colour={review.verdict === 'accepted' ? 'success' : 'warning'}>{t(`choices.replyVerdict.${review.verdict}`)}</Tag>
          <span className="text-sm muted">{formatDate(review.verdictOn, locale)}</span>
          {review.verdictNote && <span className="basis-full whitespace-pre-line">{review.verdictNote}</span>}
        </p>
      )}
      {children}
    </article>
  )
}
