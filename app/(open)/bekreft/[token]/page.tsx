import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { ButtonForm } from '@/components/forms/button-form'
import { PlainForm } from '@/components/forms/plain-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { AnswerAtOnce } from '@/components/upkeep/answer-at-once'
import { followUpFields } from '@/components/upkeep/follow-up-fields'
import { actor } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import { linkPage } from '@/lib/upkeep/queries'
import { answer, answerEffects } from './actions'

interface Props {
  params: Promise<{ token: string }>
  searchParams: Promise<{ ok?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('upkeep.title'), robots: { index: false } }
}

export default async function AnswerLinkPage({ params, searchParams }: Props) {
  const [t, { token }, { ok }] = [await getTranslator(), await params, await searchParams]
  const page = await linkPage(await actor(), token)
  if (!page) {
    return (
      <div className="page pb-10">
        <PageHeader title={t('letters.badLink')} lead={t('letters.badLinkText')}>
          <Link href="/varsler" prefetch={false} className="ds-button">
            {t('news.title')}
          </Link>
        </PageHeader>
      </div>
    )
  }
  const { does, title, months, slug, isYours } = page
  const button = <ButtonForm action={answer} hidden={{ token }} text={t('letters.confirmButton')} variant="primary" />
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ bekreftet: t('letters.confirmed'), svart: t('letters.usedLink') }} />
      </Suspense>
      <PageHeader title={t(`letters.confirmTitle.${does}`)} lead={t(`letters.confirmText.${does}`, { title, months })} />
      {!ok && does !== 'effect' && (isYours ? <AnswerAtOnce waiting={t('letters.confirming')}>{button}</AnswerAtOnce> : button)}
      {!ok && does === 'effect' && (
        <PlainForm
          action={answerEffects}
          fields={followUpFields(t)}
          hidden={{ token, months: String(months) }}
          draft={`${page.personId}:effekt:${slug}:${months}`}
          cancelHref={`/erfaringer/${slug}`}
          submitText={t('upkeep.save')}
        />
      )}
      <p className="mt-6">
        <Link href={`/erfaringer/${slug}`} prefetch={false} className="inline-block py-1 underline underline-offset-4">
          {t(ok || does === 'effect' ? 'letters.openCase' : 'letters.notSo')}
        </Link>
      </p>
    </div>
  )
}
