import Link from 'next/link'
import { CompareChoice } from '@/components/comparison/compare-hits'
import { caseFacts } from '@/components/experience/case-facts'
import { reasonText } from '@/components/municipalities/like-list'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { Hit } from '@/lib/search/queries'
import { Marked } from './marked'
import { partName } from './part-name'

const kinds = {
  report: 'rapport',
  project: 'prosjekt',
  lesson: 'erfaring',
  municipality: 'kommune',
  collaboration: 'samarbeid',
  collection: 'samling',
  part: 'del',
} as const

interface Props {
  t: Translator
  locale: Locale
  hit: Hit
  /** Whether there are others to compare it with. */
  isComparable?: boolean
}

export function HitCard({ t, locale, hit, isComparable = false }: Props) {
  const isPlace = hit.kind === 'municipality' || hit.kind === 'collaboration' || hit.kind === 'collection'
  const kind = hit.part ? partName(t, hit.part) : t(`search.kind.${kinds[hit.kind]}`)
  return (
    <article className="linked-card border-b border-neutral-border-subtle py-5">
      <p className="eyebrow">
        {kind}
        {hit.theme && ` · ${t(`choices.theme.${hit.theme}` as 'choices.theme.byggesak')}`}
      </p>
      <h2 className="mt-1 text-xl">
        <Link href={hit.href} prefetch={false} className="cover text-inherit no-underline hover:underline">
          <Marked segments={hit.title} />
        </Link>
      </h2>
      <p className="mt-1 line-clamp-3 max-w-3xl">
        <Marked segments={hit.lead} />
      </p>
      {!isPlace && <Whose {...{ t, locale, hit }} />}
      <WhyLine {...{ t, locale, hit }} />
      {isComparable && (
        <CompareChoice t={t} slug={hit.href.split('/').at(-1) ?? ''} title={hit.title.map(({ text }) => text).join('')} />
      )}
    </article>
  )
}

/** Who tells, how large they are and what it cost them, how alike they are, and how it stands with it. */
function Whose({ t, locale, hit }: Props) {
  const { municipality, cost, likeness } = hit
  return (
    <>
      {municipality && (
        <p className="mt-2 text-sm">
          <span className="font-semibold">{municipality.name}</span>{' '}
          <span>{caseFacts(t, locale, { population: municipality.population, cost })}</span>
        </p>
      )}
      {likeness && (
        <p className="text-sm muted">
          {likeness.reason
            ? t('search.alike', {
                percent: Math.round(likeness.score * 100),
                reason: reasonText(t, locale, likeness.reason),
              })
            : t('likeness.percent', { percent: Math.round(likeness.score * 100) })}
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-3 text-sm">
        {hit.outcome && <Tag>{t(`choices.reportOutcome.${hit.outcome}`)}</Tag>}
        {hit.visibility !== 'open' && <Tag colour="sky">{t(`choices.visibility.${hit.visibility}`)}</Tag>}
        {hit.evidence !== null && hit.evidence !== 1 && <span>{t(`experience.evidenceShort${hit.evidence}`)}</span>}
        {hit.reuseCount > 0 && <span>{t('search.used', { count: hit.reuseCount })}</span>}
        {hit.isStale && <Tag colour="warning">{t('search.stale')}</Tag>}
        {hit.datedOn && <span className="muted">{formatDate(hit.datedOn, locale)}</span>}
      </p>
    </>
  )
}

/** What made it a hit, where the title does not show it. */
function WhyLine({ t, hit: { why } }: Props) {
  if (!why) return null
  const words = why.words.join(', ')
  if (why.place === 'names') return <p className="mt-1 text-sm muted">{t('search.whyNames', { names: words })}</p>
  if (why.place !== 'body') return words ? <p className="mt-1 text-sm muted">{t('search.whyWords', { words })}</p> : null
  return (
    <p className="mt-1 max-w-3xl text-sm muted">
      {t('search.whyBody')}
      {why.excerpt.length > 0 && ': «'}
      <Marked segments={why.excerpt} />
      {why.excerpt.length > 0 && '»'}
    </p>
  )
}
