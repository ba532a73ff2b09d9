import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { openLink } from '@/lib/letters/token'
import { topics } from '@/lib/news/rules'
import { getTranslator } from '@/lib/platform/i18n'
import { stop } from './actions'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('letters.unsubscribeTitle'), robots: { index: false } }
}

export default async function UnsubscribePage({ params }: Props) {
  const [t, { token }] = [await getTranslator(), await params]
  const link = openLink(token)
  if (link?.does !== 'unsubscribe') {
    return (
      <div className="page pb-10">
        <PageHeader title={t('letters.badLink')} lead={t('letters.badLinkText')}>
          <Link href="/varsler/innstillinger" prefetch={false} className="ds-button">
            {t('news.settings')}
          </Link>
        </PageHeader>
      </div>
    )
  }
  const named = topics.filter((topic) => link.subject.split(',').includes(topic))
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ avmeldt: t('letters.unsubscribed') }} />
      </Suspense>
      <PageHeader title={t('letters.unsubscribeTitle')} lead={t('letters.unsubscribeText')} />
      <ul className="mb-6 list-disc pl-6">
        {named.map((topic) => (
          <li key={topic}>{t(`news.topic.${topic}`)}</li>
        ))}
      </ul>
      <ButtonForm action={stop} hidden={{ token }} text={t('letters.unsubscribeButton')} variant="primary" />
    </div>
  )
}
