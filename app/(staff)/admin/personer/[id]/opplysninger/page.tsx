import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StoredRows } from '@/components/people/stored-rows'
import { PageHeader } from '@/components/ui/page-header'
import { personView } from '@/lib/people/administration/queries'
import { exportPerson } from '@/lib/people/privacy/commands'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('privacy.stored') }
}

/** All that is stored of one of the municipality's people, to be given to them when they ask. */
export default async function PersonDataPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const who = await requireAdministrator(`/admin/personer/${id}/opplysninger`)
  if (!(await personView(who, id))) notFound()
  const [t, locale, { name, rows }] = [await getTranslator(), await getLocale(), await exportPerson(who, id)]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('privacy.storedOf', { name })}
        lead={t('privacy.storedOfLead')}
        crumbs={[
          { href: '/admin/personer', text: t('people.title') },
          { href: `/admin/personer/${id}`, text: name },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <a href={`/admin/personer/${id}/opplysninger/fil`} download className="ds-button mb-6" data-variant="secondary">
        {t('privacy.exportOf')}
      </a>
      <StoredRows t={t} locale={locale} rows={rows} />
    </div>
  )
}
