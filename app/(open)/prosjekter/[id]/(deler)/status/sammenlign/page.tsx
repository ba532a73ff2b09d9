import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Comparison } from '@/components/status/comparison'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaffIn } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { compareQuery } from '@/lib/status/input'
import { comparedReports } from '@/lib/status/queries'
import { headOf } from '../../head'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('status.compareTitle') }
}

export default async function CompareReportsPage({ params, searchParams }: Props) {
  const { id } = await params
  const who = await requireStaffIn(id, `/prosjekter/${id}/status`)
  const query = compareQuery.safeParse(await searchParams)
  const head = await headOf(id)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const header = (lead: string) => (
    <PageHeader
      title={t('status.compareTitle')}
      eyebrow={head.title}
      crumbs={[{ href: `/prosjekter/${id}/status`, text: t('projectNav.status') }]}
      crumbsLabel={t('common.breadcrumbs')}
      lead={lead}
    />
  )
  if (query.success && query.data.fra === query.data.til) return header(t('status.chooseTwo'))
  const reports = query.success ? await comparedReports(who, { projectId: id, ids: [query.data.fra, query.data.til] }) : null
  if (!reports) notFound()
  const [from, to] = reports
  return (
    <>
      {header(t('status.compareLead', { from: formatDate(from.periodEndOn, locale), to: formatDate(to.periodEndOn, locale) }))}
      <Comparison t={t} locale={locale} from={from} to={to} />
    </>
  )
}
