import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { FlashNotice } from '@/components/layout/flash-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { mayConnect } from '@/lib/connections/policy'
import { ownConnections } from '@/lib/connections/queries'
import { type Welcome, welcome } from '@/lib/platform/auth/founder'
import { type Door, doorsOf } from '@/lib/platform/auth/providers'
import { getTranslator, type Translator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('setup.title'), robots: { index: false } }
}

/** What somebody who was sent a link has before them: the first connection, or the door where there is one. */
export default async function SetupPage() {
  const [t, found] = [await getTranslator(), await welcome()]
  if (!found)
    return (
      <div className="page">
        <PageHeader title={t('setup.title')} />
        <EmptyState title={t('setup.over')} text={t('setup.overText')}>
          <Link href="/logg-inn" prefetch={false} className="ds-button">
            {t('layout.signIn')}
          </Link>
        </EmptyState>
      </div>
    )
  const { founder, isSeated } = found
  const doors = await doorsOf(founder.municipality?.number ?? null)
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ discarded: t('connections.discarded') }} />
      </Suspense>
      <PageHeader title={t('people.welcome', { name: founder.name })} lead={leadOf(t, found, doors)} />
      {doors.length > 0 && (
        <form action="/kom-i-gang/inn" method="post" className="mb-8">
          <button type="submit" className="ds-button">
            {t('signIn.doorButton')}
          </button>
        </form>
      )}
      {!isSeated && mayConnect(founder) && <Connections t={t} found={found} hasDoor={doors.length > 0} />}
    </div>
  )
}

function leadOf(t: Translator, { founder, isSeated }: Welcome, doors: readonly Door[]): string {
  const place = founder.municipality?.name ?? 'KommIT'
  if (isSeated) return t('setup.seated', { place })
  if (doors.length === 0) return t('setup.lead', { place })
  return t(doors.every(({ isShared }) => isShared) ? 'setup.comeInShared' : 'setup.comeIn', { place })
}

async function Connections({ t, found, hasDoor }: { t: Translator; found: Welcome; hasDoor: boolean }) {
  const connections = await ownConnections(found.founder)
  return (
    <div className="grid max-w-3xl gap-4">
      {connections.length === 0 && !hasDoor && <p className="max-w-prose">{t('connections.noneText')}</p>}
      <ul className="grid gap-3">
        {connections.map(({ id, kind, issuer, status }) => (
          <li key={id} className="panel grid gap-1">
            <span className="flex flex-wrap items-center gap-3">
              <Link href={`/kom-i-gang/${id}`} prefetch={false} className="text-lg font-semibold underline underline-offset-4">
                {t(`connections.kind.${kind}`)}
              </Link>
              <Tag>{t(`connections.status.${status}`)}</Tag>
            </span>
            <span className="break-all text-sm muted">{issuer}</span>
          </li>
        ))}
      </ul>
      <div>
        <Link
          href="/kom-i-gang/ny"
          prefetch={false}
          className="ds-button"
          data-variant={connections.length > 0 || hasDoor ? 'secondary' : undefined}
        >
          {t('connections.new')}
        </Link>
      </div>
    </div>
  )
}
