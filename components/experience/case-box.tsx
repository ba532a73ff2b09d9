import Link from 'next/link'
import { reasonsText } from '@/components/municipalities/like-list'
import { WhatCounts } from '@/components/municipalities/standpoint-line'
import type { ReportOutcome } from '@/generated/prisma/enums'
import type { CaseCost } from '@/lib/experiences/cost/rules'
import type { Effect } from '@/lib/experiences/rules'
import type { Likeness } from '@/lib/municipalities/likeness/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatNok, formatNumber, type Locale } from '@/lib/platform/locale'
import { costText } from './case-facts'
import { Contact } from './contact'
import { told } from './effect-table'

interface Props {
  t: Translator
  locale: Locale
  /** The address of the report. */
  path: string
  municipality: { name: string; population: number }
  outcome: ReportOutcome | null
  evidence: 1 | 2 | 3 | 4
  cost: CaseCost
  /** Whether the reader may read what it cost. */
  isCostShared: boolean
  /** What it gave, where the reader may know: the foremost of it. */
  effects: Effect[]
  isEffectShared: boolean
  /** The language that what somebody wrote is in. */
  lang: string
  /** Whom to ask, where the reader may know. */
  people: { role: string; contact: string } | undefined
  /** How alike the two municipalities are; null where the reader is from the same one, or from nowhere. */
  likeness: Likeness | null
  isFromSomewhere: boolean
  isOwn: boolean
}

/** What somebody wants to know first: what it cost, what it gave and whom to call; then how like us they are, and how well it is supported. */
export function CaseBox(props: Props) {
  const { t, locale, path, municipality, outcome, evidence, people, isOwn, lang } = props
  return (
    <section aria-labelledby="kort-om-saken" className="panel-tinted mb-8 grid gap-4">
      <h2 id="kort-om-saken" className="text-xl">
        {t('caseFacts.title')}
      </h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {[
          { term: t('caseFacts.costTitle'), value: <Cost {...props} /> },
          { term: t('caseFacts.effectTitle'), value: <Gave {...props} /> },
          {
            term: t('caseFacts.call'),
            value: people && (people.role || people.contact) && (
              <>
                {people.role && (
                  <span lang={lang} className="block">
                    {people.role}
                  </span>
                )}
                <Contact text={people.contact} />
              </>
            ),
          },
          {
            term: t('caseFacts.municipality'),
            value: `${municipality.name}, ${t('caseFacts.inhabitants', { count: formatNumber(municipality.population, locale) })}`,
          },
          { term: t('caseFacts.likeness'), value: !isOwn && <LikeUs {...props} /> },
          { term: t('caseFacts.outcome'), value: outcome && t(`choices.reportOutcome.${outcome}`) },
          { term: t('experience.evidence'), value: t(`experience.evidence${evidence}`) },
          {
            term: t('caseFacts.ask'),
            value: !isOwn && (
              <Link href={`${path}/sporsmal`} prefetch={false}>
                {t('questions.title')}
              </Link>
            ),
          },
        ]
          .filter(({ value }) => value)
          .map(({ term, value }) => (
            <div key={term} className="min-w-0">
              <dt className="text-sm muted">{term}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function LikeUs({ t, locale, path, likeness, isFromSomewhere }: Props) {
  if (!isFromSomewhere)
    return (
      <Link href={`/kommuner?${new URLSearchParams({ tilbake: path })}#ligner-tittel`} prefetch={false} rel="nofollow">
        {t('caseFacts.chooseOwn')}
      </Link>
    )
  if (!likeness) return t('caseFacts.own')
  return (
    <>
      {t('likeness.percent', { percent: Math.round(likeness.score * 100) })}
      <span className="block text-sm font-normal">{reasonsText(t, locale, likeness.reasons.slice(0, 2))}</span>
      <span className="block font-normal">
        <WhatCounts t={t} back={path} />
      </span>
    </>
  )
}

function Gave({ t, locale, path, effects, isEffectShared, lang }: Props) {
  if (effects.length === 0) return t(isEffectShared ? 'comparison.notTold' : 'caseFacts.notShared')
  return (
    <>
      {effects.map(({ title, unit, valueBefore, valueAfter, wordsBefore, wordsAfter, quality }) => (
        <span key={title} className="block">
          <span lang={lang}>{title}</span>: {told(t, locale, valueBefore, wordsBefore, unit)} →{' '}
          {told(t, locale, valueAfter, wordsAfter, unit)}{' '}
          <span className="text-sm font-normal">({t(`choices.costQuality.${quality}`).toLowerCase()})</span>
        </span>
      ))}
      <a href={`${path}#effect-tittel`} className="text-sm font-normal underline">
        {t('caseFacts.allEffects')}
      </a>
    </>
  )
}

function Cost({ t, locale, cost, municipality, isCostShared }: Props) {
  const amount = costText(t, locale, cost, municipality.population)
  const { operation } = cost
  if (!amount && !operation) return t(isCostShared ? 'comparison.notTold' : 'caseFacts.notShared')
  return (
    <>
      {amount}
      {operation && (
        <span className="block text-sm font-normal">
          {t('caseFacts.operation', { amount: formatNok(operation.amount, locale), year: String(operation.year) })}
        </span>
      )}
    </>
  )
}
