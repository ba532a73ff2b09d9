import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { Founders } from '@/components/operation/founders'
import { KommitPeople } from '@/components/operation/kommit-people'
import { PageHeader } from '@/components/ui/page-header'
import { setups } from '@/lib/operation/founders/queries'
import { kommitPeople } from '@/lib/operation/kommit/queries'
import { openSealed } from '@/lib/platform/auth/cookies'
import { requireOperator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { endLink, invite, inviteAgain } from '../place-actions'
import { letIn, shutOut } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('operation.kommit') }
}

export default async function KommitPage() {
  const who = await requireOperator('/drift/kommit')
  const [t, locale, people, rows] = [await getTranslator(), await getLocale(), await kommitPeople(who), await setups(who, null)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ ended: t('operation.setupEnded'), off: t('operation.turnedOff'), on: t('operation.turnedOn') }} />
      </Suspense>
      <PageHeader
        title={t('operation.kommit')}
        lead={t('operation.kommitLead')}
        crumbs={[{ href: '/drift', text: t('operation.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'operation'])}>
        <KommitPeople t={t} locale={locale} people={people} actions={{ turnOff: shutOut, turnOn: letIn }} />
        <Founders
          t={t}
          locale={locale}
          number="kommit"
          rows={rows}
          roles={['advisor', 'operator']}
          link={await openSealed('setup-link')}
          actions={{ invite, again: inviteAgain, end: endLink }}
        />
      </ClientTexts>
    </div>
  )
}
