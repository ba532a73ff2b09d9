import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { ownConnections } from '@/lib/connections/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('connections.title') }
}

export default async function ConnectionsPage() {
  const who = await requireAdministrator('/admin/innlogging')
  const [t, connections] = [await getTranslator(), await ownConnections(who)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ discarded: t('connections.discarded') }} />
      </Suspense>
      <PageHeader
        title={t('connections.title')}
        lead={t('connections.lead', { municipality: who.municipality.name })}
        crumbs={[{ href: '/admin', text: t('admin.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      >
        <Link href="/admin/innlogging/ny" prefetch={false} className="ds-button">
          {t('connections.new')}
        </Link>
      </PageHeader>
      {connections.length === 0 && <EmptyState title={t('connections.none')} text={t('connections.noneText')} />}
      <ul className="grid max-w-3xl gap-3">
        {connections.map(({ id, kind, issuer, status }) => (
          <li key={id} className="panel grid gap-1">
            <span className="flex flex-wrap items-center gap-3">
              <Link
                href={`/admin/innlogging/${id}`}
                prefetch={false}
                className="text-lg font-semibold underline underline-offset-4"
              >
                {t(`connections.kind.${kind}`)}
              </Link>
              <Tag colour={status === 'approved' ? 'success' : status === 'disabled' ? 'danger' : 'neutral'}>
                {t(`connections.status.${status}`)}
              </Tag>
            </span>
            <span className="break-all text-sm muted">{issuer}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
