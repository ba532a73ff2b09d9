import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { HandOverForm } from '@/components/people/hand-over-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { handOverView } from '@/lib/people/handover/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { handOver } from '../../actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('handOver.title') }
}

/** More than this is handed over whole. */
const mostOneByOne = 200

export default async function HandOverPage({ params }: Props) {
  const { id } = await params
  const who = await requireAdministrator(`/admin/personer/${id}/overlever`)
  const view = await handOverView(who, id)
  if (!view) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const { person, duties, colleagues } = view
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('handOver.title')}
        lead={t('handOver.lead', { name: person.name })}
        crumbs={[
          { href: '/admin', text: t('admin.title') },
          { href: '/admin/personer', text: t('people.title') },
          { href: `/admin/personer/${id}`, text: person.name },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {duties.length === 0 ? (
        <EmptyState title={t('handOver.none', { name: person.name })} text={t('handOver.noneText')} />
      ) : (
        <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'handOver', 'choices'])}>
          <HandOverForm
            action={handOver}
            personId={id}
            duties={duties.slice(0, mostOneByOne)}
            more={Math.max(0, duties.length - mostOneByOne)}
            colleagues={colleagues}
            mayDeactivate={person.status !== 'deactivated' && id !== who.personId}
          />
        </ClientTexts>
      )}
    </div>
  )
}
