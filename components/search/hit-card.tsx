import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import type { Segment } from '@/lib/search/rules'
import { Marked } from './marked'

interface HitView {
  href: string
  kind: 'report' | 'project' | 'lesson' | 'municipality' | 'collaboration'
  title: Segment[]
  lead: Segment[]
  municipality: { name: string } | null
  theme: string | null
  outcome: 'completed' | 'in_operation' | 'stopped' | 'no_effect' | 'chose_other' | null
  datedOn: string | null
  visibility: 'municipality' | 'collaboration' | 'municipalities' | 'open'
}

const kinds = {
  report: 'rapport',
  project: 'prosjekt',
  lesson: 'erfaring',
  municipality: 'kommune',
  collaboration: 'samarbeid',
} as const

export function HitCard({ t, locale, hit }: { t: Translator; locale: Locale; hit: HitView }) {
  const isPlace = hit.kind === 'municipality' || hit.kind === 'collaboration'
  return (
    <article className="linked-card border-b border-neutral-border-subtle py-5">
      <p className="eyebrow">
        {t(`search.kind.${kinds[hit.kind]}`)}
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
      {!isPlace && (
        <p className="mt-2 flex flex-wrap items-center gap-3 text-sm">
          {hit.municipality && <span className="font-semibold">{hit.municipality.name}</span>}
          {hit.outcome && <Tag>{t(`choices.reportOutcome.${hit.outcome}`)}</Tag>}
          {hit.visibility !== 'open' && <Tag colour="sky">{t(`choices.visibility.${hit.visibility}`)}</Tag>}
          {hit.datedOn && <span className="muted">{formatDate(hit.datedOn, locale)}</span>}
        </p>
      )}
    </article>
  )
}
