import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ClientTexts } from '@/components/layout/client-texts'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { RenewalForm } from '@/components/writing/renewal-form'
import { renewalOf } from '@/lib/experiences/renewal/queries'
import { requireStaff } from '@/lib/platform/auth/session'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { isUuid } from '@/lib/platform/ids'
import { take } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('reportRenewal.title') }
}

export default async function RenewReportPage({ params }: Props) {
  const { id } = await params
  const who = await requireStaff(`/prosjekter/${id}/erfaringsrapport/hent`)
  const renewal = isUuid(id) ? await renewalOf(who, id) : null
  if (!renewal) notFound()
  const [t, locale] = [await getTranslator(), await getLocale()]
  const editPath = `/prosjekter/${id}/erfaringsrapport`
  return (
    <div className="page">
      <PageHeader
        title={t('reportRenewal.title')}
        lead={t('reportRenewal.lead')}
        crumbs={[
          { href: `/prosjekter/${id}`, text: renewal.projectTitle },
          { href: editPath, text: t('reportForm.title') },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {renewal.offers.length === 0 ? (
        <EmptyState title={t('reportRenewal.nothing')}>
          <Link href={editPath} prefetch={false} className="ds-button" data-variant="secondary">
            {t('reportCheck.back')}
          </Link>
        </EmptyState>
      ) : (
        <ClientTexts
          locale={locale}
          messages={clientMessages(locale, [
            'common',
            'errors',
            'reportForm',
            'reportCheck',
            'reportRenewal',
            'experience',
            'choices',
          ])}
        >
          <RenewalForm
            action={take}
            projectId={id}
            version={renewal.version}
            seen={renewal.seen}
            offers={renewal.offers}
            editPath={editPath}
          />
        </ClientTexts>
      )}
    </div>
  )
}
