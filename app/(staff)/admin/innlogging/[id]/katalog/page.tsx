import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { DirectoryKeyForm } from '@/components/connections/directory-key-form'
import { ButtonForm } from '@/components/forms/button-form'
import { ClientTexts } from '@/components/layout/client-texts'
import { FlashNotice } from '@/components/layout/flash-notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { connectionView } from '@/lib/connections/queries'
import { requireAdministrator } from '@/lib/platform/auth/session'
import { config } from '@/lib/platform/config'
import { clientMessages, getLocale, getTranslator } from '@/lib/platform/i18n'
import { formatDateTime } from '@/lib/platform/locale'
import { scimTokens } from '@/lib/scim/tokens/queries'
import { make, revoke } from './actions'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('directory.title') }
}

export default async function DirectoryPage({ params }: Props) {
  const { id } = await params
  const who = await requireAdministrator(`/admin/innlogging/${id}/katalog`)
  const connection = await connectionView(who, id)
  if (!connection?.approvedAt) notFound()
  const [t, locale, keys] = [await getTranslator(), await getLocale(), await scimTokens(who, id)]
  return (
    <div className="page pb-10">
      <Suspense>
        <FlashNotice texts={{ revoked: t('directory.revoked') }} />
      </Suspense>
      <PageHeader
        title={t('directory.title')}
        lead={t('directory.lead')}
        crumbs={[
          { href: '/admin', text: t('admin.title') },
          { href: '/admin/innlogging', text: t('connections.title') },
          { href: `/admin/innlogging/${id}`, text: t(`connections.kind.${connection.kind}`) },
        ]}
        crumbsLabel={t('common.breadcrumbs')}
      />
      <Section id="adresse" title={t('directory.address')}>
        <p className="max-w-prose">{t('directory.addressText')}</p>
        <code className="mt-3 block max-w-3xl select-all break-all rounded border border-neutral-border-subtle bg-neutral-surface-tinted px-3 py-2">
          {`${config().origin}/api/scim/v2`}
        </code>
        <p className="mt-3 max-w-prose">{t('directory.mapping')}</p>
      </Section>
      <ClientTexts locale={locale} messages={clientMessages(locale, ['common', 'errors', 'form', 'directory'])}>
        <Section id="nokler" title={t('directory.keys')}>
          <p className="mb-4 max-w-prose">{t('directory.keysText')}</p>
          <ul className="mb-6 grid max-w-3xl gap-2">
            {keys.map(({ id: tokenId, by, createdAt, expiresAt, lastUsedAt, isOver }) => (
              <li key={tokenId} className="panel flex flex-wrap items-center justify-between gap-4">
                <span>
                  {t('directory.madeBy', { by, at: formatDateTime(createdAt, locale) })}
                  <span className="block text-sm muted">
                    {isOver ? t('directory.over') : t('directory.until', { at: formatDateTime(expiresAt, locale) })} ·{' '}
                    {lastUsedAt ? t('directory.lastUsed', { at: formatDateTime(lastUsedAt, locale) }) : t('directory.neverUsed')}
                  </span>
                </span>
                {!isOver && (
                  <ButtonForm
                    action={revoke}
                    hidden={{ connectionId: id, tokenId }}
                    text={t('directory.revoke')}
                    asks={t('directory.revokeAsks')}
                  />
                )}
              </li>
            ))}
          </ul>
          <DirectoryKeyForm action={make} connectionId={id} />
        </Section>
      </ClientTexts>
    </div>
  )
}
