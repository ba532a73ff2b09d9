import type { Metadata } from 'next'
import Link from 'next/link'
import { GuideCard } from '@/components/collections/guide-card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { guideQuery } from '@/lib/collections/input'
import { collectionList } from '@/lib/collections/queries'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('guides.title') }
}

export default async function GuidesPage({ searchParams }: Props) {
  const [t, query] = [await getTranslator(), guideQuery.parse(await searchParams)]
  const { collections, page, pageCount } = await collectionList(await actor(), query)
  return (
    <div className="page pb-10">
      <PageHeader title={t('guides.title')} lead={t('guides.lead')} />
      {collections.length === 0 && (
        <EmptyState title={t('guides.none')} text={t('guides.noneText')}>
          <Link href="/erfaringer" prefetch={false} className="ds-button">
            {t('portfolio.findExperience')}
          </Link>
        </EmptyState>
      )}
      <ul className="grid gap-4 md:grid-cols-2">
        {collections.map((guide) => (
          <li key={guide.id}>
            <GuideCard t={t} guide={guide} heading="h2" />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pageCount={pageCount}
        href={(side) => `/samlinger?${new URLSearchParams({ tema: query.tema, side: String(side) })}`}
        texts={pagerTexts(t, page, pageCount)}
      />
    </div>
  )
}
