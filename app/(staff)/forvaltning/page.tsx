import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { Tag } from '@/components/ui/tag'
import { requireStaff } from '@/lib/platform/auth/session'
import { getTranslator, type Translator } from '@/lib/platform/i18n'
import { overviewQuery } from '@/lib/stewards/input'
import { stewardships } from '@/lib/stewards/overview/queries'
import { give } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('stewards.overview') }
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function StewardshipsPage({ searchParams }: Props) {
  const who = await requireStaff('/forvaltning')
  const { side, fra } = overviewQuery.parse(await searchParams)
  const page = await stewardships(who, side)
  if (!page) notFound()
  const t = await getTranslator()
  const holders = page.holders.map(({ id, name, status, count }) => ({
    value: id,
    text: t('stewards.holder', { name: status === 'active' ? name : t('stewards.left', { name }), count }),
  }))
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ gitt: t('stewards.handedOver') }} />
      </Suspense>
      <PageHeader
        title={t('stewards.overview')}
        lead={t('stewards.overviewLead')}
        crumbs={[{ href: '/min-side', text: t('myPage.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {page.reports.length === 0 && <EmptyState title={t('stewards.none')} text={t('stewards.noneText')} />}
      {page.reports.length > 0 && (
        <TableScroll label={t('stewards.overview')}>
          <table className="ds-table">
            <thead>
              <tr>
                <th scope="col">{t('stewards.report')}</th>
                <th scope="col">{t('stewards.steward')}</th>
                <th scope="col">{t('stewards.standIn')}</th>
              </tr>
            </thead>
            <tbody>
              {page.reports.map((report) => (
                <tr key={report.slug}>
                  <th scope="row">
                    <Link href={`/erfaringer/${report.slug}/forvalter`} prefetch={false} className="inline-block py-1">
                      {report.title}
                    </Link>
                  </th>
                  <td>
                    {report.steward} {report.isMissing && <Missing t={t} hadSomebody={report.steward !== null} />}
                  </td>
                  <td>
                    {report.standIn} {report.standInHasLeft && <Missing t={t} hadSomebody />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <Pager
        page={page.page}
        pageCount={page.pageCount}
        href={(next) => `/forvaltning?side=${next}`}
        texts={pagerTexts(t, page.page, page.pageCount)}
      />
      {holders.length > 0 && (
        <Section id="gi-over" title={t('stewards.handOver')} intro={t('stewards.handOverText')}>
          <PlainForm
            action={give}
            fields={[
              {
                ...{ name: 'fromId', input: 'select', label: t('stewards.from'), isRequired: true, initial: fra },
                ...{ choices: holders, empty: t('stewards.nobody') },
              },
              {
                ...{ name: 'toId', input: 'select', label: t('stewards.toWhom'), isRequired: true, initial: '' },
                ...{ choices: page.people.map(({ id, name }) => ({ value: id, text: name })), empty: t('stewards.nobody') },
              },
            ]}
            draft={`${who.personId}:gi-over:${fra}`}
            cancelHref="/min-side"
            submitText={t('stewards.handOver')}
          />
        </Section>
      )}
    </div>
  )
}

/** That nobody is here who answers for it: there was somebody who has left, or there never was. */
function Missing({ t, hadSomebody }: { t: Translator; hadSomebody: boolean }) {
  return <Tag colour="warning">{t(hadSomebody ? 'stewards.hasLeft' : 'stewards.missing')}</Tag>
}
