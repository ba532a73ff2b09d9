import Link from 'next/link'
import type { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import type { EffectHeld, Recommendation, StillInUse } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { type Flag, FlagList } from './flag-list'
import { FollowUps } from './follow-ups'

interface Props {
  t: Translator
  locale: Locale
  slug: string
  truth: {
    flags: { open: Flag[]; answered: Flag[] }
    followUps: { months: number; stillInUse: StillInUse; effectHeld: EffectHeld; comment: string; on: string }[]
    recommendations: { answer: Recommendation; count: number }[]
    evaluations: { id: string; evaluator: string; url: string; on: string }[]
    may: { confirm: boolean }
  }
  /** The municipality of the report. */
  source: string
  isAdvisor: boolean
  confirm: React.ComponentProps<typeof ActionForm>['action']
}

/** How many readers say so. */
export const doubters = (flags: { times: number }[]) => flags.reduce((sum, { times }) => sum + times, 0)

/** How far a reader can trust the report now: what readers, users and others say of it, and the buttons to say it. */
export function TruthPanel({ t, locale, slug, truth, source, isAdvisor, confirm }: Props) {
  const { flags, followUps, recommendations, evaluations, may } = truth
  const path = `/erfaringer/${slug}`
  return (
    <section aria-labelledby="stemmer" className="panel grid gap-3">
      <h2 id="stemmer" className="text-lg">
        {t('upkeep.title')}
      </h2>
      {flags.open.length > 0 && (
        <details>
          <summary className="py-1 font-semibold">{t('upkeep.flags', { count: doubters(flags.open) })}</summary>
          <FlagList t={t} locale={locale} flags={flags.open} source={source} />
        </details>
      )}
      {flags.answered.length > 0 && (
        <details>
          <summary className="py-1">{t('upkeep.flagsAnswered')}</summary>
          <FlagList t={t} locale={locale} flags={flags.answered} source={source} />
        </details>
      )}
      {recommendations.length > 0 && (
        <p className="text-sm">
          <strong>{t('upkeep.recommend')}</strong>{' '}
          {recommendations.map(({ answer, count }) => `${t(`choices.recommendation.${answer}`)}: ${count}`).join(' · ')}
        </p>
      )}
      {followUps.length > 0 && <FollowUps t={t} locale={locale} followUps={followUps} />}
      {evaluations.map(({ id, evaluator, url, on }) => (
        <p key={id} className="text-sm">
          <a href={url} rel="noreferrer" className="inline-block py-1 underline">
            {t('upkeep.evaluatedBy', { evaluator })}
          </a>{' '}
          <span className="muted">{formatDate(on, locale)}</span>
        </p>
      ))}
      {may.confirm && <ButtonForm action={confirm} hidden={{ slug }} text={t('upkeep.holds')} variant="secondary" />}
      <ul className="grid gap-1">
        {[
          { href: `${path}/anbefalinger`, text: t('upkeep.recommendations'), isShown: true },
          { href: `${path}/oppfolging`, text: t('upkeep.followUpTitle'), isShown: may.confirm },
          { href: `${path}/forvalter`, text: t('stewards.title'), isShown: may.confirm },
          { href: `${path}/utdatert`, text: t('upkeep.flag'), isShown: !may.confirm },
          { href: `${path}/utdatert`, text: t('upkeep.flagsTitle'), isShown: may.confirm && flags.open.length > 0 },
          { href: `${path}/evaluering`, text: t('upkeep.evaluationTitle'), isShown: isAdvisor },
        ]
          .filter(({ isShown }) => isShown)
          .map(({ href, text }) => (
            <li key={text}>
              <Link href={href} prefetch={false} className="inline-block py-1 underline underline-offset-4">
                {text}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  )
}
