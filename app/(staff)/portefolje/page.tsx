import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { type Address, listHref, listQuery } from '@/lib/lists/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { portfolioLists } from '@/lib/portfolio/lists/columns'
import { mayManagePortfolio } from '@/lib/portfolio/policy'
import { mayStartProject } from '@/lib/templates/policy'
import { PortfolioList } from './portfolio-list'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('portfolio.title') }
}

export default async function PortfolioPage({ searchParams }: { searchParams: Promise<Address> }) {
  const address = await searchParams
  const query = listQuery(portfolioLists.prosjekter, address)
  const who = await requireStaff(listHref(portfolioLists.prosjekter, query, { page: query.page }))
  const t = await getTranslator()
  return (
    <>
      <PageHeader title={t('portfolio.titleOf', { municipality: who.municipality.name })} lead={t('portfolio.lead')}>
        {mayStartProject(who) && (
          <Link href="/nytt-prosjekt" prefetch={false} className="ds-button">
            {t('portfolio.newProject')}
          </Link>
        )}
        <Link href="/ideer" prefetch={false} className="ds-button" data-variant="secondary">
          {t('portfolio.ideas')}
        </Link>
        <Link href="/programmer" prefetch={false} className="ds-button" data-variant="secondary">
          {t('portfolio.programmes')}
        </Link>
        <Link href="/maler" prefetch={false} className="ds-button" data-variant="tertiary">
          {t('portfolio.templates')}
        </Link>
      </PageHeader>
      <PortfolioList who={who} name="prosjekter" address={address} selectionForm={mayManagePortfolio(who) ? 'utvalg' : null} />
      <p className="page-wide pb-8 text-sm">
        <Link href="/portefolje/slettede" prefetch={false} className="inline-block py-1 underline underline-offset-4">
          {t('removal.list')}
        </Link>
      </p>
    </>
  )
}
