import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Tag } from '@/components/ui/tag'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { queueQuery } from '@/lib/reviews/input'
import { reviewQueue } from '@/lib/reviews/queries'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reviews.title') }
}

export default async function ReviewQueuePage({ searchParams }: Props) {
  const who = await requireAdvisor('/kuratering/gjennomgang')
  const query = queueQuery.parse(await searchParams)
  const [t, locale, queue] = [await getTranslator(), await getLocale(), await reviewQueue(who, query)]
  if (!queue) notFound()
  const href = (vis: string, side = 1) => `/kuratering/gjennomgang?${new URLSearchParams({ vis, side: String(side) })}`
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader
        title={t('reviews.title')}
        lead={t('reviews.lead')}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <nav aria-label={t('common.filter')} className="view-tabs mb-4">
        <ul>
          {(['venter', 'kommentert', 'godkjent'] as const).map((vis) => (
            <li key={vis}>
              <Link href={href(vis)} prefetch={false} aria-current={query.vis === vis ? 'page' : undefined}>
                {t(`reviews.filter.${vis}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="mb-3 font-semibold">{t('reviews.count', { count: queue.total })}</p>
      {queue.rows.length === 0 && <EmptyState title={t('reviews.empty')} text={t('reviews.emptyText')} />}
      <ul className="grid gap-2">
        {queue.rows.map((row) => (
          <li
            key={row.slug}
            className="flex flex-wrap items-center justify-between gap-3 border-b border-neutral-border-subtle py-2"
          >
            <span>
              <Link
                href={`/kuratering/gjennomgang/${row.slug}`}
                prefetch={false}
                className="font-semibold underline underline-offset-4"
              >
                {row.title}
              </Link>
              <span className="block text-sm muted">
                {row.municipality} · {t(`choices.visibility.${row.visibility}`)} ·{' '}
                {t('reviews.version', { version: row.version, date: formatDate(row.publishedOn, locale) })}
              </span>
            </span>
            {row.takenBy && !row.outcome && <Tag colour="neutral">{t('reviews.begunBy', { name: row.takenBy })}</Tag>}
            {row.outcome && (
              <Tag colour={row.hasReply ? 'warning' : row.outcome === 'approved' ? 'success' : 'info'}>
                {row.hasReply ? t('reviews.hasReply') : t(`choices.reviewOutcome.${row.outcome}`)}
              </Tag>
            )}
          </li>
        ))}
      </ul>
      <Pager
        page={queue.page}
        pageCount={queue.pageCount}
        href={(side) => href(query.vis, side)}
        texts={pagerTexts(t, queue.page, queue.pageCount)}
      />
    </div>
  )
}
