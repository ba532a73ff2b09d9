import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { NationalFigures } from '@/components/curation/national-figures'
import { NeedList } from '@/components/curation/need-list'
import { LeaveList } from '@/components/grants/leave-list'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { cockpit } from '@/lib/curation/cockpit/queries'
import { nationalFigures } from '@/lib/curation/figures/queries'
import { leavesOf } from '@/lib/grants/queries'
import { requireAdvisor } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { enter } from '../../inside-actions'
import { remind, reopen, take, wait } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('curation.title') }
}

export default async function CurationPage() {
  const who = await requireAdvisor('/kuratering')
  const [t, locale] = [await getTranslator(), await getLocale()]
  const [needs, figures] = [await cockpit(who), await nationalFigures(who)]
  if (!needs || !figures) notFound()
  const leaves = await leavesOf(who)
  const rooms = [
    ['/kuratering/rapporter', t('curation.reports')],
    ['/kuratering/gjennomgang', t('reviews.title')],
    ['/kuratering/forsiden', t('curation.frontTitle')],
    ['/kuratering/samlinger', t('guides.deskTitle')],
    ['/kuratering/startpakker', t('packs.deskTitle')],
    ['/kuratering/rad', t('advice.sentTitle')],
    ['/kuratering/duplikater', t('duplicates.title')],
    ['/sporsmal', t('openQuestions.title')],
    ['/planer', t('plans.title')],
  ] as const
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice
          texts={{
            ...{ taken: t('cockpit.isTaken'), done: t('cockpit.isDone'), waiting: t('cockpit.isWaiting') },
            ...{ reminded: t('cockpit.isReminded'), reopened: t('cockpit.isReopened') },
            out: t('grants.wentOut'),
          }}
        />
      </Suspense>
      <PageHeader title={t('curation.title')} lead={t('curation.lead')}>
        {rooms.map(([href, text]) => (
          <Link key={href} href={href} prefetch={false} className="ds-button" data-variant="secondary" data-size="sm">
            {text}
          </Link>
        ))}
      </PageHeader>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'cockpit'])}>
        <LeaveList t={t} locale={locale} leaves={leaves} goIn={enter} />
        <NeedList t={t} locale={locale} needs={needs} actions={{ take, wait, remind, reopen }} />
      </ClientTexts>
      <NationalFigures t={t} locale={locale} figures={figures} />
    </div>
  )
}
