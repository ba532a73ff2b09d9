import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { DoorRow } from '@/components/operation/door-row'
import { Figures, storageText } from '@/components/operation/figures'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { TableScroll } from '@/components/ui/table-scroll'
import { allConnections } from '@/lib/connections/queries'
import { pageQuery } from '@/lib/operation/input'
import { type Operation, operation } from '@/lib/operation/queries'
import { requireOperator } from '@/lib/platform/auth/session'
import { getLocale, getTranslator, type Translator } from '@/lib/platform/i18n'
import { formatDateTime, formatNumber, type Locale } from '@/lib/platform/locale'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('operation.title') }
}

export default async function OperationPage({ searchParams }: Props) {
  const who = await requireOperator('/drift')
  const [t, locale, { side }] = [await getTranslator(), await getLocale(), pageQuery.parse(await searchParams)]
  const [state, connections] = [await operation(who), await allConnections(who, side)]
  const rooms = [
    ['/drift/kommuner', t('operation.municipalities')],
    ['/drift/kommit', t('operation.kommit')],
    ['/drift/reform', t('reform.title')],
    ['/drift/brev', t('operation.letters')],
    ['/drift/logg', t('log.title')],
  ] as const
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ returned: t('operation.returned') }} />
      </Suspense>
      <PageHeader title={t('operation.title')} lead={t('operation.lead')}>
        {rooms.map(([href, text]) => (
          <Link key={href} href={href} prefetch={false} className="ds-button" data-variant="secondary">
            {text}
          </Link>
        ))}
      </PageHeader>
      <Health t={t} locale={locale} state={state} />
      <Section id="tilkoblinger" title={t('operation.connections')}>
        {connections.rows.length === 0 && <p className="muted">{t('operation.noConnections')}</p>}
        <ul className="grid max-w-4xl gap-2">
          {connections.rows.map(({ id, municipality, kind, issuer, status }) => (
            <DoorRow
              key={id}
              t={t}
              id={id}
              status={status}
              name={municipality ? `${municipality.name} (${municipality.number})` : 'KommIT'}
              about={`${t(`connections.kind.${kind}`)} · ${issuer}`}
            />
          ))}
        </ul>
        <Pager
          page={side}
          pageCount={connections.pageCount}
          href={(page) => `/drift?side=${page}`}
          texts={pagerTexts(t, side, connections.pageCount)}
        />
      </Section>
      <Section
        id="ko"
        title={t('operation.queue')}
        intro={
          state.workedAt ? t('operation.workedAt', { at: formatDateTime(state.workedAt, locale) }) : t('operation.neverWorked')
        }
      >
        <TableScroll label={t('operation.queue')}>
          <table className="ds-table w-full max-w-3xl">
            <thead>
              <tr>
                <th scope="col">{t('operation.job')}</th>
                <th scope="col">{t('operation.waiting')}</th>
                <th scope="col">{t('operation.active')}</th>
                <th scope="col">{t('operation.failed')}</th>
              </tr>
            </thead>
            <tbody>
              {state.queue.map(({ name, waiting, active, failed }) => (
                <tr key={name}>
                  <td>
                    <code>{name}</code>
                  </td>
                  <td>{waiting}</td>
                  <td>{active}</td>
                  <td>{failed > 0 ? <strong>{failed}</strong> : 0}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </Section>
    </div>
  )
}

function Health({ t, locale, state }: { t: Translator; locale: Locale; state: Operation }) {
  const figures: [string, string][] = [
    [t('operation.waitingConnections'), String(state.waitingConnections)],
    [t('operation.troubledLetters'), String(state.troubledLetters)],
    [t('operation.participants'), String(state.participants)],
    [t('operation.version'), state.health.version],
    [t('operation.migrations'), String(state.health.migrations.length)],
    [t('operation.files'), formatNumber(state.storage.files, locale, 0)],
    [t('operation.storage'), storageText(state.storage.bytes, locale)],
  ]
  return <Figures figures={figures} className="sm:grid-cols-3 lg:grid-cols-7" />
}
