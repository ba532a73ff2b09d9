import Link from 'next/link'
import { outcomeColours } from '@/components/experience/report-card'
import { Tag } from '@/components/ui/tag'
import type { GuideExample as Example } from '@/lib/collections/guide/queries'
import type { Translator } from '@/lib/platform/i18n'

/** Something to learn from: a case, a part of one that can be taken home, a project, a lesson, or a page elsewhere. */
export function GuideExample({ t, item }: { t: Translator; item: Example }) {
  const { kind, partKind, note, outcome, municipality, takeHref } = item
  return (
    <article className="panel linked-card grid gap-2">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        {partKind && <Tag colour="info">{t('guides.template', { part: t(`choices.partKind.${partKind}`) })}</Tag>}
        {kind !== 'report' && <Tag colour="sky">{t(`guides.kind.${kind}`)}</Tag>}
        {outcome && <Tag colour={outcomeColours[outcome]}>{t(`choices.reportOutcome.${outcome}`)}</Tag>}
        {municipality && <span className="font-semibold">{municipality}</span>}
      </p>
      <p className="text-lg font-semibold">
        <ExampleLink item={item} />
      </p>
      <p>{note || item.text}</p>
      {takeHref && partKind && (
        <p>
          <Link href={takeHref} prefetch={false} className="ds-button relative" data-variant="secondary">
            {t('guides.take', { part: t(`choices.partKind.${partKind}`).toLowerCase() })}
            <span className="sr-only">: {item.title}</span>
          </Link>
        </p>
      )}
    </article>
  )
}

function ExampleLink({ item: { kind, href, title, canTake } }: { item: Example }) {
  const look = 'cover text-inherit no-underline hover:underline'
  if (kind === 'link')
    return (
      <a href={href} rel="noreferrer" className={look}>
        {title} <span aria-hidden="true">↗</span>
      </a>
    )
  return (
    <Link href={canTake ? `${href}#parts` : href} prefetch={false} className={look}>
      {title}
    </Link>
  )
}
