import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PortfolioMatrix } from '@/components/portfolio/portfolio-matrix'
import { PageHeader } from '@/components/ui/page-header'
import { type Address, listHref, listQuery } from '@/lib/lists/rules'
import { requireStaff } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { type PortfolioListName, portfolioListName, portfolioLists } from '@/lib/portfolio/lists/columns'
import { uncertaintyMatrix } from '@/lib/portfolio/matrix/queries'
import { PortfolioList } from '../portfolio-list'

interface Props {
  params: Promise<{ liste: string }>
  searchParams: Promise<Address>
}

/** The projects have the address of the portfolio itself. */
function partName(text: string): Exclude<PortfolioListName, 'prosjekter'> {
  const name = portfolioListName(text)
  if (!name || name === 'prosjekter') notFound()
  return name
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = partName((await params).liste)
  return { title: (await getTranslator())(`portfolio.list.${name}.title`) }
}

export default async function PortfolioPartPage({ params, searchParams }: Props) {
  const name = partName((await params).liste)
  const address = await searchParams
  const definition = portfolioLists[name]
  const query = listQuery(definition, address)
  const who = await requireStaff(listHref(definition, query, { page: query.page }))
  const t = await getTranslator()
  const cells = name === 'usikkerhet' ? await uncertaintyMatrix(who, query) : null
  return (
    <>
      <PageHeader
        title={t(`portfolio.list.${name}.title`)}
        eyebrow={who.municipality.name}
        lead={t(`portfolio.list.${name}.lead`)}
      />
      {cells && <PortfolioMatrix t={t} definition={definition} query={query} cells={cells} />}
      <PortfolioList who={who} name={name} address={address} />
    </>
  )
}
