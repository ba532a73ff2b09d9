import Link from 'next/link'
import { reasonsText } from '@/components/municipalities/like-list'
import { Tag } from '@/components/ui/tag'
import type { PlanRow, RankedPlan } from '@/lib/plans/queries'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  plan: PlanRow & Partial<Pick<RankedPlan, 'akin' | 'places' | 'isJoined' | 'may'>>
  isOurs?: boolean
  /** What the card stands under. */
  level?: 2 | 3
}

/** What somebody plans and why it is like one's own, what they wish for, who is in, and whom to call. */
export function PlanCard({ t, locale, plan, isOurs, level = 2 }: Props) {
  const Heading = `h${level}` as const
  return (
    <article className="panel grid h-full content-start gap-2">
      <p className="eyebrow">
        {t(`choices.theme.${plan.theme}` as 'choices.theme.byggesak')} ·{' '}
        {t('plans.begins', { date: formatDate(plan.beginsOn, locale) })}
      </p>
      <Heading className="text-xl">
        {plan.mayOpen ? (
          <Link href={`/prosjekter/${plan.projectId}`} prefetch={false}>
            {plan.title}
          </Link>
        ) : (
          plan.title
        )}
      </Heading>
      <p className="flex flex-wrap items-center gap-2">
        <Link href={`/kommuner/${plan.municipalityNumber}`} prefetch={false} className="py-1 font-semibold underline">
          {plan.municipality}
        </Link>
        {plan.wants.map((wish) => (
          <Tag key={wish} colour="sky">
            {t(`choices.wish.${wish}`)}
          </Tag>
        ))}
      </p>
      {plan.akin && <AkinLine t={t} akin={plan.akin} />}
      {plan.places && plan.places.reasons.length > 0 && (
        <p className="text-sm">
          <strong>{t('plans.places', { percent: Math.round(plan.places.score * 100) })}</strong>{' '}
          {reasonsText(t, locale, plan.places.reasons.slice(0, 3))}
        </p>
      )}
      {plan.text && <p className="whitespace-pre-line">{plan.text}</p>}
      <p>
        <strong>{t('plans.contact')}:</strong> {[plan.contactRole, plan.contact].filter(Boolean).join(' · ')}
      </p>
      {plan.joined.length > 0 && (
        <p>
          <strong>{t('plans.joined', { count: plan.joined.length })}:</strong> {plan.joined.join(', ')}
        </p>
      )}
      {isOurs && (
        <p>
          <Link href={`/prosjekter/${plan.projectId}/planlegger`} prefetch={false} className="inline-block py-1 underline">
            {t('plans.change')}
            <span className="sr-only">: {plan.title}</span>
          </Link>
        </p>
      )}
      {plan.may?.join && (
        <p className="pt-1">
          <Link
            href={`/planer/${plan.projectId}`}
            prefetch={false}
            className="ds-button"
            data-variant={plan.isJoined ? 'tertiary' : 'secondary'}
          >
            {t(plan.isJoined ? 'plans.changeInterest' : 'plans.join')}
            <span className="sr-only">: {plan.title}</span>
          </Link>
        </p>
      )}
    </article>
  )
}

function AkinLine({ t, akin }: { t: Translator; akin: NonNullable<RankedPlan['akin']> }) {
  return (
    <p className="text-sm">
      <strong>{t('plans.alike')}</strong>{' '}
      <Link href={`/prosjekter/${akin.id}`} prefetch={false} className="underline">
        {akin.title}
      </Link>{' '}
      ({akin.reasons.map((reason) => t(`plans.reason.${reason}`)).join(', ')})
    </p>
  )
}
