import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { RhythmForm } from '@/components/portfolio/rhythm-form'
import { PageHeader } from '@/components/ui/page-header'
import { setUpOf } from '@/lib/people/administration/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { save } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('dashboard.rhythm') }
}

export default async function RhythmPage() {
  const who = await requireAdministrator('/admin/rytme')
  const [t, locale, { reportEveryDays }] = [await getTranslator(), await getLocale(), await setUpOf(who)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ saved: t('admin.rhythmSaved') }} />
      </Suspense>
      <PageHeader
        title={t('dashboard.rhythm')}
        lead={t('admin.rhythmText')}
        crumbs={[{ href: '/admin', text: t('admin.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form'])}>
        <RhythmForm
          action={save}
          everyDays={reportEveryDays ?? 30}
          texts={{ label: t('dashboard.rhythmLabel'), hint: t('dashboard.rhythmHint'), save: t('common.save') }}
        />
      </ClientTexts>
    </div>
  )
}
