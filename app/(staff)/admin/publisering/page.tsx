import type { Metadata } from 'next'
import { Suspense } from 'react'
import { PublishingForm } from '@/components/admin/publishing-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { PublishingRule } from '@/generated/prisma/enums'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { publishingPolicy } from '@/lib/publishing/queries'
import { decide } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('publishing.title') }
}

export default async function PublishingPage() {
  const who = await requireAdministrator('/admin/publisering')
  const [t, locale, policy] = [await getTranslator(), await getLocale(), await publishingPolicy(who)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ saved: t('publishing.saved') }} />
      </Suspense>
      <PageHeader
        title={t('publishing.title')}
        lead={t('publishing.lead', { municipality: who.municipality.name })}
        crumbs={[{ href: '/admin', text: t('admin.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <div className="grid items-start gap-10 lg:grid-cols-2">
        <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'publishing'])}>
          <PublishingForm action={decide} policy={policy} />
        </ClientTexts>
        <Section id="betyr" title={t('publishing.rulesTitle')}>
          <dl className="grid gap-4">
            {Object.values(PublishingRule).map((rule) => (
              <div key={rule}>
                <dt className="font-semibold">{t(`publishing.rule.${rule}`)}</dt>
                <dd>{t(`publishing.about.${rule}`)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4">{t('publishing.projects')}</p>
          <p className="mt-4">{t('publishing.stays')}</p>
        </Section>
      </div>
    </div>
  )
}
