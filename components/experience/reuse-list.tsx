import Link from 'next/link'
import type { ReuseState } from '@/generated/prisma/enums'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'

interface Props {
  t: Translator
  locale: Locale
  reuses: {
    municipality: { number: string; displayName: string }
    state: ReuseState
    reason: string
    sinceOn: string
    isConfirmed: boolean
  }[]
  isVisitor: boolean
}

/** Who builds on a report, by their own word. Visitors are told only what adopters have opened to all. */
export function ReuseList({ t, locale, reuses, isVisitor }: Props) {
  const confirmed = reuses.filter((reuse) => reuse.isConfirmed)
  return (
    <section aria-labelledby="gjenbruk" className="panel">
      <h2 id="gjenbruk" className="mb-2 text-lg">
        {t('experience.reuseTitle')}
      </h2>
      {confirmed.length === 0 && <p className="muted">{isVisitor ? t('experience.reuseHidden') : t('experience.reuseNone')}</p>}
      <ul className="grid gap-3">
        {confirmed.map(({ municipality, state, reason, sinceOn }) => (
          <li key={municipality.number}>
            <Link href={`/kommuner/${municipality.number}`} prefetch={false} className="font-semibold underline">
              {municipality.displayName}
            </Link>{' '}
            <span className="text-sm">
              {t(`choices.reuseState.${state}`)}{' '}
              <span className="muted">{t('experience.reuseSince', { date: formatDate(sinceOn, locale) })}</span>
            </span>
            {reason && <p className="text-sm">{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
