import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import type { ReportOutcome, Visibility } from '@/generated/prisma/enums'
import type { CaseCost } from '@/lib/experiences/cost/rules'
import type { EvidenceLevel } from '@/lib/experiences/evidence/rules'
import type { Translator } from '@/lib/platform/i18n'
import { formatDate, type Locale } from '@/lib/platform/locale'
import { caseFacts } from './case-facts'

export interface ReportCardView {
  slug: string
  title: string
  summary: string
  outcome: ReportOutcome | null
  themeCode: string
  publishedOn: string | null
  visibility: Visibility
  municipality: { displayName: string; population: number }
  cost: CaseCost | null
  evidence: EvidenceLevel
  collaboration: string | null
  reuseCount: number
  reason?: string
}

/** Stopped and failed cases are shown as plainly as the others; the word says which. */
export const outcomeColours = {
  completed: 'success',
  in_operation: 'success',
  stopped: 'warning',
  no_effect: 'warning',
  chose_other: 'info',
} as const

/** Who tells: the municipality, and the collaboration it tells for. */
export function senderOf(
  t: Translator,
  { municipality, collaboration }: { municipality: { displayName: string }; collaboration: string | null },
) {
  return collaboration
    ? t('common.onBehalfOf', { municipality: municipality.displayName, collaboration })
    : municipality.displayName
}

interface Props {
  t: Translator
  locale: Locale
  report: ReportCardView
  heading?: 'h2' | 'h3'
}

export function ReportCard({ t, locale, report, heading: Heading = 'h3' }: Props) {
  return (
    <article className="panel linked-card flex flex-col gap-2">
      <p className="eyebrow">{t(`choices.theme.${report.themeCode}` as 'choices.theme.byggesak')}</p>
      <Heading className="text-xl">
        <Link href={`/erfaringer/${report.slug}`} prefetch={false} className="cover text-inherit no-underline hover:underline">
          {report.title}
        </Link>
      </Heading>
      <p className="line-clamp-4">{report.summary}</p>
      {report.reason && (
        <p className="border-l-4 border-sun-border-default pl-3 text-sm">
          <span className="font-semibold">{t('experience.featuredReason')}: </span>
          {report.reason}
        </p>
      )}
      <p className="mt-auto flex flex-wrap items-center gap-2 pt-2 text-sm">
        {report.outcome && <Tag colour={outcomeColours[report.outcome]}>{t(`choices.reportOutcome.${report.outcome}`)}</Tag>}
        <span className="font-semibold">{senderOf(t, report)}</span>
        <span>{caseFacts(t, locale, { population: report.municipality.population, cost: report.cost })}</span>
        {report.publishedOn && <span className="muted">{formatDate(report.publishedOn, locale)}</span>}
        {report.evidence !== 1 && <span className="muted">{t(`experience.evidenceShort${report.evidence}`)}</span>}
        {report.reuseCount > 0 && <span className="muted">{t('experience.usedBy', { count: report.reuseCount })}</span>}
      </p>
    </article>
  )
}
