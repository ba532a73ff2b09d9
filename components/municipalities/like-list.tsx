import Link from 'next/link'
import type { Reason } from '@/lib/municipalities/likeness/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNumber, type Locale } from '@/lib/platform/locale'

/** A reason in words: «omtrent like mange innbyggere (12 400)». */
export function reasonText(t: Translator, locale: Locale, reason: Reason): string {
  switch (reason.trait) {
    case 'population':
      return t('likeness.reason.population', { population: formatNumber(reason.population, locale) })
    case 'kostra':
      return t('likeness.reason.kostra', { group: reason.group })
    case 'centrality':
      return reason.isSame ? t('likeness.reason.centralitySame') : t('likeness.reason.centralityNear')
    case 'county':
      return t('likeness.reason.county', { county: reason.county })
    case 'collaborations':
      return t('likeness.reason.collaborations', { names: reason.names.join(', ') })
    case 'technologies':
      return t('likeness.reason.technologies', { names: shortList(t, reason.names) })
  }
}

const most = 3

function shortList(t: Translator, names: string[]): string {
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? t('likeness.andMore', { names: shown, count: names.length - most }) : shown
}

/** Why two municipalities are alike, as one sentence. */
export function reasonsText(t: Translator, locale: Locale, reasons: readonly Reason[]): string {
  if (reasons.length === 0) return t('likeness.noReason')
  const text = reasons.map((reason) => reasonText(t, locale, reason)).join(', ')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

interface LikeOne {
  municipality: { number: string; name: string; county: string; population: number }
  score: number
  reasons: Reason[]
  takesPart: boolean
  reportCount: number
}

interface Props {
  t: Translator
  locale: Locale
  label: string
  likes: LikeOne[]
}

/** Municipalities like another, the most alike first, each with why. */
export function LikeList({ t, locale, label, likes }: Props) {
  return (
    <ol aria-label={label} className="grid gap-3">
      {likes.map(({ municipality, score, reasons, takesPart, reportCount }) => (
        <li key={municipality.number} className="panel grid gap-1">
          <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <Link
              href={`/kommuner/${municipality.number}`}
              prefetch={false}
              className="font-semibold underline underline-offset-4"
            >
              {municipality.name}
            </Link>
            <span className="figures">{t('likeness.percent', { percent: Math.round(score * 100) })}</span>
          </p>
          <p>{reasonsText(t, locale, reasons)}</p>
          <p className="text-sm muted">
            {municipality.county} · {t('likeness.inhabitants', { count: municipality.population })}
            {takesPart && ` · ${t('likeness.shares', { count: reportCount })}`}
          </p>
        </li>
      ))}
    </ol>
  )
}
