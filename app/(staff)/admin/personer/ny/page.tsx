import type { Metadata } from 'next'
import { ClientTexts } from '@/components/layout/client-texts'
import { InviteForm } from '@/components/people/invite-form'
import { PageHeader } from '@/components/ui/page-header'
import { claimableRoles } from '@/lib/platform/auth/profiles'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { invite } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('people.inviteTitle') }
}

export default async function InvitePage() {
  await requireAdministrator('/admin/personer/ny')
  const [t, locale] = [await getTranslator(), await getLocale()]
  const extra = claimableRoles.filter((role) => role !== 'member')
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('people.inviteTitle')}
        lead={t('people.inviteLead')}
        crumbs={[
          { href: '/admin', text: t('admin.title') },
          { href: '/admin/personer', text: t('people.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'people'])}>
        <InviteForm action={invite} roles={extra.map((value) => ({ value, text: t(`choices.role.${value}`) }))} />
      </ClientTexts>
    </div>
  )
}
