import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { myLetters } from '@/lib/letters/queries'
import { requireSignedIn } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDate } from '@/lib/platform/locale'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('mailbox.title') }
}

const colours = { sent: 'success', waiting: 'neutral', failed: 'danger' } as const

/** Where the demo shows the letters it would have sent. A Delt with real people has no such page. */
export default async function MailboxPage() {
  if (!config().isDemo) notFound()
  const who = await requireSignedIn('/post')
  const [t, locale, letters] = [await getTranslator(), await getLocale(), await myLetters(who)]
  return (
    <div className="page pb-10">
      <PageHeader
        title={t('mailbox.title')}
        lead={t('mailbox.lead')}
        crumbs={[{ href: '/varsler', text: t('news.title') }]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      {letters.length === 0 && <EmptyState title={t('mailbox.none')} text={t('mailbox.noneText')} />}
      <ul className="grid max-w-4xl gap-2">
        {letters.map(({ id, subject, address, at, standing }) => (
          <li key={id} className="panel flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <span className="min-w-0">
              <Link
                href={`/post/${id}`}
                prefetch={false}
                className="inline-block py-0.5 font-semibold underline underline-offset-4"
              >
                {subject}
              </Link>
              <span className="block text-sm muted">
                {t('mailbox.to')} {address} · {formatDate(at.slice(0, 10), locale)}
              </span>
            </span>
            <Tag colour={colours[standing]}>{t(`mailbox.${standing}`)}</Tag>
          </li>
        ))}
      </ul>
    </div>
  )
}
