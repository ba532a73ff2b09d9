import type { Metadata } from 'next'
import { Timeline } from '@/components/charts/timeline'
import { TimelineTable } from '@/components/charts/timeline-table'
import { ListChips } from '@/components/lists/list-chips'
import { ListFilters } from '@/components/lists/list-filters'
import { timelineTexts } from '@/components/plan/plan-texts'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { type Address, listHref, listQuery } from '@/lib/lists/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { today } from '@/lib/platform/dates'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { projectList } from '@/lib/portfolio/lists/columns'
import { portfolioTimeline } from '@/lib/portfolio/timeline/queries'

const definition = { ...projectList, path: '/portefolje/tidslinje' }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('portfolio.timelineTitle') }
}

export default async function PortfolioTimelinePage({ searchParams }: { searchParams: Promise<Address> }) {
  const query = listQuery(definition, await searchParams)
  const who = await requireStaff(listHref(definition, query, { page: query.page }))
  const [t, locale, page] = [await getTranslator(), await getLocale(), await portfolioTimeline(who, query)]
  const texts = { t, locale, names: page.names }
  const words = timelineTexts(t)
  return (
    <>
      <PageHeader title={t('portfolio.timelineTitle')} eyebrow={who.municipality.name} lead={t('portfolio.timelineLead')} />
      <ListFilters texts={texts} definition={definition} query={query} />
      <ListChips texts={texts} definition={definition} query={query} />
      {page.items.length === 0 ? (
        <EmptyState title={t('lists.emptyTitle')} text={t('lists.emptyText')} />
      ) : (
        <>
          <Timeline
            id="portefolje"
            label={t('portfolio.timelineTitle')}
            items={page.items}
            today={today()}
            locale={locale}
            texts={words}
          />
          <Section id="tabell" title={t('plan.table')}>
            <TimelineTable label={t('plan.table')} items={page.items} locale={locale} texts={words} />
          </Section>
        </>
      )}
      <Pager
        page={page.page}
        pageCount={page.pageCount}
        href={(side) => listHref(definition, query, { page: side })}
        texts={pagerTexts(t, page.page, page.pageCount)}
      />
    </>
  )
}
