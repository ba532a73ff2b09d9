import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ConnectionPage } from '@/app/connection-page'
import { connectionView } from '@/lib/connections/queries'
import { requireFounder } from '@/lib/platform/auth/founder'
import { getTranslator } from '@/lib/platform/i18n'
import * as actions from '../actions'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('connections.title'), robots: { index: false } }
}

export default async function SetupConnectionPage({ params, searchParams }: Props) {
  const { id } = await params
  const who = await requireFounder()
  const connection = await connectionView(who, id)
  if (!connection) redirect('/kom-i-gang')
  const t = await getTranslator()
  return (
    <ConnectionPage
      connection={connection}
      searchParams={await searchParams}
      crumbs={[{ href: '/kom-i-gang', text: t('setup.title') }]}
      notices={['saved', 'testedOk', 'keyDone', 'sent']}
      trialPath={`/kom-i-gang/${connection.id}/prov`}
      trialNote={t(who.municipality ? 'setup.trialNote' : 'setup.trialNoteKommit', { name: who.name })}
      actions={actions}
    />
  )
}
