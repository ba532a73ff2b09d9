import Link from 'next/link'
import { outcomeColours } from '@/components/experience/report-card'
import { Tag } from '@/components/ui/tag'
import type { Guide } from '@/lib/collections/queries'
import type { Translator } from '@/lib/platform/i18n'

interface Props {
  t: Translator
  item: Guide['sections'][number]['items'][number]
}

/** A case to learn from, or a part of one that can be taken home from its page. */
export function GuideExample({ t, item }: Props) {
  const { report, partKind, note } = item
  return (
    <article className="panel linked-card grid gap-2">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        {partKind && <Tag colour="info">{t('guides.template', { part: t(`choices.partKind.${partKind}`) })}</Tag>}
        {report.outcome && <Tag colour={outcomeColours[report.outcome]}>{t(`choices.reportOutcome.${report.outcome}`)}</Tag>}
        <span className="font-semibold">{report.municipality}</span>
      </p>
      <p className="text-lg font-semibold">
        <Link
          href={`/erfaringer/${report.slug}${item.canTake ? '#deler' : ''}`}
          prefetch={false}
          className="cover text-inherit no-underline hover:underline"
        >
          {report.title}
        </Link>
      </p>
      <p>{note || report.summary}</p>
    </article>
  )
}
