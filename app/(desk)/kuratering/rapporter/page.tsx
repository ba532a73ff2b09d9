import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ReportFinder } from '@/components/curation/report-finder'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { findingQuery } from '@/lib/curation/finding/input'
import { findReports } from '@/lib/curation/finding/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('curation.reports') }
}

/** Any report an advisor may read, and what the desk can do with it. */
export default async function DeskReportsPage({ searchParams }: Props) {
  const who = await requireAdvisor('/kuratering/rapporter')
  const query = findingQuery.parse(await searchParams)
  const [t, locale, found] = [await getTranslator(), await getLocale(), await findReports(who, query)]
  if (!found) notFound()
  const deeds = [
    [t('curation.deeds.review'), (slug: string) => `/kuratering/gjennomgang/${slug}`],
    [t('curation.deeds.feature'), (slug: string) => `/kuratering/forsiden?rapport=${slug}#loft-fram`],
    [t('curation.deeds.merge'), (slug: string) => `/kuratering/duplikater?bort=${slug}#andre`],
  ] as const
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('curation.reports')}
        lead={t('curation.reportsLead')}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ReportFinder t={t} locale={locale} path="/kuratering/rapporter" q={query.q} found={found}>
        {({ slug, title }) =>
          deeds.map(([text, href]) => (
            <Link key={text} href={href(slug)} prefetch={false} className="ds-button" data-variant="tertiary">
              {text}
              <span className="sr-only">: {title}</span>
            </Link>
          ))
        }
      </ReportFinder>
      {found.total === 0 && <EmptyState title={t('curation.noReports')} text={t('curation.noReportsText')} />}
    </div>
  )
}
