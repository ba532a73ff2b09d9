import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { AdviceCard } from '@/components/advice/advice-card'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { adviceQuery } from '@/lib/advice/input'
import { sentAdvice } from '@/lib/advice/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { withdraw } from './actions'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('advice.sentTitle') }
}

export default async function SentAdvicePage({ searchParams }: Props) {
  const who = await requireAdvisor('/kuratering/rad')
  const query = adviceQuery.parse(await searchParams)
  const [t, locale, list] = [await getTranslator(), await getLocale(), await sentAdvice(who, query)]
  if (!list) notFound()
  const href = (change: { svar?: string; side?: number }) =>
    `/kuratering/rad?${new URLSearchParams({ svar: change.svar ?? query.svar, side: String(change.side ?? 1) })}`
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ sendt: t('advice.isSent'), trukket: t('advice.isWithdrawn') }} />
      </Suspense>
      <PageHeader
        title={t('advice.sentTitle')}
        lead={t('advice.sentLead')}
        crumbs={[{ href: '/kuratering', text: t('layout.curation') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href="/kuratering/rad/ny" prefetch={false} className="ds-button">
          {t('advice.new')}
        </Link>
      </PageHeader>
      <nav aria-label={t('common.filter')} className="view-tabs mb-4">
        <ul>
          {(['', 'venter', 'besvart', 'trukket'] as const).map((svar) => (
            <li key={svar}>
              <Link href={href({ svar })} prefetch={false} aria-current={query.svar === svar ? 'page' : undefined}>
                {t(`advice.filter.${svar || 'alle'}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {list.advice.length === 0 && <EmptyState title={t('advice.noneSent')} text={t('advice.noneSentText')} />}
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
        <ul className="grid max-w-3xl gap-4">
          {list.advice.map((advice) => (
            <li key={advice.id} id={`rad-${advice.id}`}>
              <AdviceCard
                t={t}
                locale={locale}
                advice={advice}
                to={
                  advice.project ? (
                    <>
                      <Link href={`/prosjekter/${advice.project.id}`} prefetch={false} className="underline">
                        {advice.project.title}
                      </Link>
                      , {advice.municipality}
                    </>
                  ) : (
                    t('advice.toUnshared', { municipality: advice.municipality })
                  )
                }
              >
                {!advice.answer && !advice.withdrawnOn && (
                  <ButtonForm
                    action={withdraw}
                    hidden={{ adviceId: advice.id, version: String(advice.version) }}
                    text={t('advice.withdraw')}
                    of={advice.title}
                    asks={t('asks.withdrawAdvice')}
                  />
                )}
              </AdviceCard>
            </li>
          ))}
        </ul>
      </ClientTexts>
      <Pager
        page={list.page}
        pageCount={list.pageCount}
        href={(side) => href({ side })}
        texts={pagerTexts(t, list.page, list.pageCount)}
      />
    </div>
  )
}
