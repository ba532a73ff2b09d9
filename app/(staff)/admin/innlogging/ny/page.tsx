import type { Metadata } from 'next'
import { NewConnectionForm } from '@/components/connections/new-connection-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { PageHeader } from '@/components/ui/page-header'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { create } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('connections.new') }
}

export default async function NewConnectionPage() {
  await requireAdministrator('/admin/innlogging/ny')
  const [t, locale] = [await getTranslator(), await getLocale()]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('connections.new')}
        lead={t('connections.newLead')}
        crumbs={[
          { href: '/admin', text: t('admin.title') },
          { href: '/admin/innlogging', text: t('connections.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'connections'])}>
        <NewConnectionForm action={create} />
      </ClientTexts>
    </div>
  )
}
