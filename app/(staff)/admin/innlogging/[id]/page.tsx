import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ConnectionPage } from '@/app/connection-page'
import { connectionView } from '@/lib/connections/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { getTranslator } from '@/lib/platform/i18n'
import * as actions from '../actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('connections.title') }
}

export default async function AdministratorsConnectionPage({ params, searchParams }: Props) {
  const { id } = await params
  const who = await requireAdministrator(`/admin/innlogging/${id}`)
  const connection = await connectionView(who, id)
  if (!connection) notFound()
  const t = await getTranslator()
  return (
    <ConnectionPage
      connection={connection}
      searchParams={await searchParams}
      crumbs={[
        { href: '/admin', text: t('admin.title') },
        { href: '/admin/innlogging', text: t('connections.title') },
      ]}
      notices={['saved', 'testedOk', 'keyDone', 'sent', 'closed', 'opened']}
      trialPath={`/admin/innlogging/${connection.id}/prov`}
      actions={actions}
    >
      {connection.status === 'approved' && (
        <p className="mt-4">
          <Link href={`/admin/innlogging/${connection.id}/katalog`} prefetch={false} className="underline">
            {t('directory.title')}
          </Link>
        </p>
      )}
    </ConnectionPage>
  )
}
