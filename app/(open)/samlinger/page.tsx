import type { Metadata } from 'next'
import Link from 'next/link'
import { GuideCard } from '@/components/collections/guide-card'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterSelect } from '@/components/ui/filter-select'
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
  return { title: (await getTranslator())('guides.title'), alternates: { canonical: '/samlinger' } }
}

export default async function GuidesPage({ searchParams }: Props) {
  const [t, query] = [await getTranslator(), guideQuery.parse(await searchParams)]
  const { collections, themes, page, pageCount } = await collectionList(await actor(), query)
  return (
    <div className="page pb-10">
      <PageHeader title={t('guides.title')} lead={t('guides.lead')}>
        <Link href="/startpakker" prefetch={false} className="ds-button" data-variant="secondary">
          {t('packs.title')}
        </Link>
      </PageHeader>
      {themes.length > 1 && (
        <form action="/samlinger" className="mb-4 flex flex-wrap items-end gap-3">
          <FilterSelect
            name="tema"
            label={t('common.theme')}
            all={t('guides.allThemes')}
            value={query.tema}
            choices={themes.map((value) => ({ value, text: t(`choices.theme.${value}` as 'choices.theme.byggesak') }))}
          />
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('comparison.show')}
          </button>
        </form>
      )}
      {collections.length === 0 && (
        <EmptyState title={t(query.tema ? 'guides.noneOfTheme' : 'guides.none')} text={t('guides.noneText')}>
          <Link href={query.tema ? '/samlinger' : '/erfaringer'} prefetch={false} className="ds-button">
            {t(query.tema ? 'guides.all' : 'portfolio.findExperience')}
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
