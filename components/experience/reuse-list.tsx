import Link from 'next/link'
import type { BenefitCategory, ReuseState } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, formatNok, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  reuses: {
    municipality: { number: string; displayName: string; population: number }
    costNok: number | null
    effects: { category: BenefitCategory; text: string }[]
    state: ReuseState
    reason: string
    sinceOn: string
    confirmedOn: string | null
    /** Whether that is recent enough to count. */
    isStanding: boolean
  }[]
  isVisitor: boolean
}

/** Who builds on a report, by their own word. Visitors are told only what adopters have opened to all. */
export function ReuseList({ t, locale, reuses, isVisitor }: Props) {
  const confirmed = reuses.filter((reuse) => reuse.confirmedOn !== null)
  return (
    <section aria-labelledby="gjenbruk" className="panel">
      <h2 id="gjenbruk" className="mb-2 text-lg">
        {t('experience.reuseTitle')}
      </h2>
      {confirmed.length === 0 && <p className="muted">{isVisitor ? t('experience.reuseHidden') : t('experience.reuseNone')}</p>}
      <ul className="grid gap-3">
        {confirmed.map(({ municipality, state, reason, sinceOn, confirmedOn, isStanding, costNok, effects }) => (
          <li key={municipality.number}>
            <Link href={`/kommuner/${municipality.number}`} prefetch={false} className="font-semibold underline">
              {municipality.displayName}
            </Link>{' '}
            <span className="text-sm">
              {t(`choices.reuseState.${state}`)}{' '}
              <span className="muted">{t('experience.reuseSince', { date: formatDate(sinceOn, locale) })}</span>
            </span>
            {!isStanding && confirmedOn && (
              <p className="text-sm muted">{t('experience.reuseLapsed', { date: formatDate(confirmedOn, locale) })}</p>
            )}
            {reason && <p className="text-sm">{reason}</p>}
            {costNok !== null && (
              <p className="text-sm">
                {t('experience.reuseCost', {
                  amount: formatNok(costNok, locale),
                  each: formatNok(costNok / municipality.population, locale),
                })}
              </p>
            )}
            {effects.map(({ category, text }) => (
              <p key={category} className="text-sm">
                {t(`choices.benefitCategory.${category}`)}: {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
