import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { Suspense } from 'react'
import { JoinForm } from '@/components/connections/join-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { storageText } from '@/components/operation/figures'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { TableScroll } from '@/components/ui/table-scroll'
import { pageQuery, placeQuery } from '@/lib/operation/input'
import { participants } from '@/lib/operation/queries'
import { requireOperator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'
import { join } from '../actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('operation.municipalities') }
}

export default async function ParticipantsPage({ searchParams }: Props) {
  const who = await requireOperator('/drift/kommuner')
  const [t, locale, { side }] = [await getTranslator(), await getLocale(), pageQuery.parse(await searchParams)]
  const sought = placeQuery.parse(await searchParams).kommune
  if (sought) redirect(`/drift/kommuner/${sought}`)
  const { rows, pageCount } = await participants(who, side)
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ joined: t('operation.joined') }} />
      </Suspense>
      <PageHeader
        title={t('operation.municipalities')}
        lead={t('operation.municipalitiesLead')}
        crumbs={[{ href: '/drift', text: t('operation.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'operation'])}>
        <JoinForm action={join} />
      </ClientTexts>
      <form action="/drift/kommuner" method="get" className="mt-6 flex flex-wrap items-end gap-3">
        <div className="ds-field">
          <label className="ds-label" htmlFor="kommune">
            {t('operation.find')}
          </label>
          <input id="kommune" name="kommune" inputMode="numeric" pattern="\d{4}" maxLength={4} required className="ds-input" />
        </div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('operation.show')}
        </button>
      </form>
      <TableScroll label={t('operation.municipalities')} className="mt-6">
        <table className="ds-table w-full">
          <thead>
            <tr>
              <th scope="col">{t('operation.number')}</th>
              <th scope="col">{t('log.municipality')}</th>
              <th scope="col">{t('operation.organisationNumber')}</th>
              <th scope="col">{t('operation.since')}</th>
              <th scope="col">{t('operation.doors')}</th>
              <th scope="col">{t('operation.files')}</th>
              <th scope="col">{t('operation.storage')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                <td>
                  <Link href={`/drift/kommuner/${row.number}`} prefetch={false} className="underline underline-offset-4">
                    {row.name}
                  </Link>
                </td>
                <td>{row.organisationNumber}</td>
                <td className="whitespace-nowrap">{formatDate(row.joinedOn, locale, 'short')}</td>
                <td>{row.doors}</td>
                <td>{row.files}</td>
                <td className="whitespace-nowrap">{storageText(row.bytes, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Pager
        page={side}
        pageCount={pageCount}
        href={(page) => `/drift/kommuner?side=${page}`}
        texts={pagerTexts(t, side, pageCount)}
      />
    </div>
  )
}
