import type { Metadata } from 'next'
import { NewConnectionForm } from '@/components/connections/new-connection-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { requireFounder } from '@/lib/platform/auth/founder'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { create } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('connections.new'), robots: { index: false } }
}

export default async function NewFirstConnectionPage() {
  await requireFounder()
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('connections.new')}
        lead={t('connections.newLead')}
        crumbs={[{ href: '/kom-i-gang', text: t('setup.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'connections'])}>
        <NewConnectionForm action={create} />
      </ClientTexts>
    </div>
  )
}
