import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { NoticeList } from '@/components/news/notice-list'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pager, pagerTexts } from '@/components/ui/pager'
import { mayFollow } from '@/lib/following/policy'
import { newsText } from '@/lib/letters/words'
import { noticeQuery } from '@/lib/news/input'
import { noticePage } from '@/lib/news/queries'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { seen } from './actions'

interface Props {
  searchParams: Promise<{ side?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('news.title') }
}

export default async function NoticesPage({ searchParams }: Props) {
  const who = await requireSignedIn('/varsler')
  const { notices, page, pageCount } = await noticePage(who, noticeQuery.parse(await searchParams).side)
  const [t, locale] = [await getTranslator(), await getLocale()]
  const rows = notices.map((notice) => ({ ...notice, text: newsText(t, notice) }))
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ lagret: t('notice.saved') }} />
      </Suspense>
      <PageHeader title={t('news.title')} lead={t('news.lead')}>
        {rows.some(({ isNew }) => isNew) && (
          <ButtonForm action={seen} hidden={{}} text={t('news.markSeen')} variant="secondary" />
        )}
        {mayFollow(who) && (
          <Link href="/varsler/innstillinger" prefetch={false} className="ds-button" data-variant="tertiary">
            {t('news.settings')}
          </Link>
        )}
        {config().isDemo && (
          <Link href="/post" prefetch={false} className="ds-button" data-variant="tertiary">
            {t('layout.mailbox')}
          </Link>
        )}
      </PageHeader>
      {rows.length === 0 && (
        <EmptyState title={t('news.none')} text={t('news.noneText')}>
          <Link href="/erfaringer" prefetch={false} className="ds-button">
            {t('news.find')}
          </Link>
        </EmptyState>
      )}
      <NoticeList t={t} locale={locale} notices={rows} />
      <Pager page={page} pageCount={pageCount} href={(side) => `/varsler?side=${side}`} texts={pagerTexts(t, page, pageCount)} />
    </div>
  )
}
