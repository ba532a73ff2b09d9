import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PlanCard } from '@/components/plans/plan-card'
import { PlanFilters } from '@/components/plans/plan-filters'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { type PlansQuery, plansQuery } from '@/lib/plans/input'
import { plansPage } from '@/lib/plans/queries'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { catalogues } from '@/lib/platform/translator'
import { standpoint } from '../../standpoint'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('plans.title') }
}

export default async function PlansPage({ searchParams }: Props) {
  const query = plansQuery.parse(await searchParams)
  const who = await requireSignedIn('/planer')
  const stand = await standpoint()
  const found = await plansPage(who, query, stand)
  const [t, locale] = [await getTranslator(), await getLocale()]
  if (!found) return null
  const { plans, count, page, pageCount, counties, ours, project } = found
  const themes = Object.entries(catalogues[locale].choices.theme).map(([value, text]) => ({ value, text }))
  const isFiltered = [query.tema, query.fylke, query.vil, query.innen].some((value) => value !== '')
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice
          texts={{ lagret: t('plans.shared'), skjult: t('plans.hidden'), med: t('plans.joinedNow'), ute: t('plans.leftNow') }}
        />
      </Suspense>
      <PageHeader
        title={t('plans.title')}
        lead={project ? t('plans.leadFor', { title: project.title }) : t('plans.lead')}
        crumbs={project ? [{ href: `/prosjekter/${project.id}`, text: project.title }] : undefined}
        crumbsLabel={t('common.breadcrumbs')}
      >
        {project && (
          <Link href={`/prosjekter/${project.id}/planlegger`} prefetch={false} className="ds-button" data-variant="secondary">
            {t('plans.shareTitle')}
          </Link>
        )}
      </PageHeader>
      {ours.length > 0 && (
        <Section id="vare" title={t('plans.ours')}>
          <ul className="grid gap-4 lg:grid-cols-2">
            {ours.map((plan) => (
              <li key={plan.projectId}>
                <PlanCard t={t} locale={locale} plan={plan} isOurs level={3} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="andre" title={t('plans.others')}>
        <PlanFilters t={t} themes={themes} query={query} counties={counties} canRank={stand.municipality !== null} />
        <p className="py-4" role="status">
          <strong>{t('plans.count', { count })}</strong> {count > 1 && t(found.isRanked ? 'plans.ranked' : 'plans.soonest')}
        </p>
        {plans.length === 0 && <NoPlans t={t} isFiltered={isFiltered} query={query} />}
        <ul className="grid gap-4 lg:grid-cols-2">
          {plans.map((plan) => (
            <li key={plan.projectId}>
              <PlanCard t={t} locale={locale} plan={plan} level={3} />
            </li>
          ))}
        </ul>
        <Pager
          page={page}
          pageCount={pageCount}
          href={(side) => `/planer?${new URLSearchParams({ ...query, side: String(side) })}`}
          texts={pagerTexts(t, page, pageCount)}
        />
      </Section>
    </div>
  )
}

/** Nobody yet: what to do next. */
function NoPlans({
  t,
  isFiltered,
  query,
}: {
  t: Awaited<ReturnType<typeof getTranslator>>
  isFiltered: boolean
  query: PlansQuery
}) {
  const [href, text] = isFiltered
    ? ([`/planer?${new URLSearchParams({ prosjekt: query.prosjekt })}`, t('plans.showAll')] as const)
    : query.prosjekt
      ? ([`/prosjekter/${query.prosjekt}/planlegger`, t('plans.shareTitle')] as const)
      : (['/min-side', t('plans.toMine')] as const)
  return (
    <EmptyState title={t(isFiltered ? 'plans.noneFiltered' : 'plans.none')} text={t('plans.noneText')}>
      <Link href={href} prefetch={false} className="ds-button">
        {text}
      </Link>
      <Link
        href={`/erfaringer${query.tema ? `?tema=${encodeURIComponent(query.tema)}` : ''}`}
        prefetch={false}
        className="ds-button"
        data-variant="tertiary"
      >
        {t('plans.toReports')}
      </Link>
    </EmptyState>
  )
}
