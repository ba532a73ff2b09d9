import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Tag } from '@/components/ui/tag'
import { guideQuery } from '@/lib/collections/input'
import { collectionList } from '@/lib/collections/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guides.deskTitle') }
}

export default async function GuideDeskPage({ searchParams }: Props) {
  const who = await requireAdvisor('/kuratering/samlinger')
  const [t, query] = [await getTranslator(), guideQuery.parse(await searchParams)]
  const { collections, page, pageCount } = await collectionList(who, { tema: '', side: query.side })
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ slettet: t('notice.deleted') }} />
      </Suspense>
      <PageHeader
        title={t('guides.deskTitle')}
        lead={t('guides.deskLead')}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href="/kuratering/samlinger/ny" prefetch={false} className="ds-button">
          {t('guides.new')}
        </Link>
      </PageHeader>
      {collections.length === 0 && <EmptyState title={t('guides.noneYet')} text={t('guides.noneYetText')} />}
      <ul className="grid gap-3">
        {collections.map((guide) => (
          <li key={guide.id} className="panel flex flex-wrap items-center gap-3">
            <Link
              href={`/kuratering/samlinger/${guide.id}`}
              prefetch={false}
              className="text-lg font-semibold underline underline-offset-4"
            >
              {guide.title}
            </Link>
            <Tag colour={guide.status === 'published' ? 'success' : 'neutral'}>{t(`guides.status.${guide.status}`)}</Tag>
            <span className="text-sm muted">{t('guides.sectionCount', { count: guide.sectionCount })}</span>
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pageCount={pageCount}
        href={(side) => `/kuratering/samlinger?side=${side}`}
        texts={pagerTexts(t, page, pageCount)}
      />
    </div>
  )
}
