import type { Metadata } from 'next'
import { ButtonForm } from '@/components/forms/button-form'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { sessionLeft } from '@/lib/platform/auth/liveness'
import { requireSelf, sessionToken } from '@/lib/platform/auth/session'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDateTime } from '@/lib/platform/locale'
import { openSessions } from '@/lib/sessions/queries'
import { end, endOthers } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('session.title') }
}

export default async function SessionsPage() {
  const who = await requireSelf('/innlogginger')
  const [t, locale, token] = [await getTranslator(), await getLocale(), await sessionToken()]
  const current = token ? await sessionLeft(token) : null
  const sessions = await openSessions(who, current?.id ?? null)
  return (
    <div className="page pb-10">
      <FlashNotice texts={{ ended: t('session.ended'), othersEnded: t('session.othersEnded') }} />
      <PageHeader title={t('session.title')} lead={t('session.lead')} />
      <ul className="grid max-w-3xl gap-3">
        {sessions.map(({ id, device, door, startedAt, lastSeenAt, isThis }) => (
          <li key={id} className="panel flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <div className="grid gap-1">
              <span className="flex flex-wrap items-center gap-2 font-semibold">
                {device || t('session.unknownDevice')}
                {isThis && <Tag colour="primary">{t('session.this')}</Tag>}
              </span>
              <span className="text-sm muted">
                {t('session.through', { door })} · {t('session.started', { at: formatDateTime(startedAt, locale) })} ·{' '}
                {t('session.lastSeen', { at: formatDateTime(lastSeenAt, locale) })}
              </span>
            </div>
            {!isThis && <ButtonForm action={end} hidden={{ sessionId: id }} text={t('session.end')} of={device} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-6">
          <ButtonForm action={endOthers} hidden={{}} text={t('session.endOthers')} />
        </div>
      )}
    </div>
  )
}
