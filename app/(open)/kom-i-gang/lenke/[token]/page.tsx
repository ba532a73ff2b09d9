import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { openSetup } from '@/lib/platform/auth/founder'
import { getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('setup.title'), robots: { index: false }, referrer: 'origin' }
}

/** Where the link of an operator leads: says what it is for, and begins by a press. */
export default async function SetupLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const [t, { token }] = [await getTranslator(), await params]
  const welcome = await openSetup(token)
  if (!welcome)
    return (
      <div className="page">
        <PageHeader title={t('setup.title')} />
        <EmptyState title={t('setup.linkOver')} text={t('setup.linkOverText')}>
          <Link href="/logg-inn" prefetch={false} className="ds-button">
            {t('layout.signIn')}
          </Link>
        </EmptyState>
      </div>
    )
  const { name, municipality } = welcome.founder
  return (
    <div className="page">
      <PageHeader title={t('people.welcome', { name })} lead={t('setup.linkLead', { place: municipality?.name ?? 'KommIT' })} />
      <form action={`/kom-i-gang/lenke/${token}/start`} method="post" className="grid max-w-prose gap-4">
        <p>{t('setup.linkText')}</p>
        <div>
          <button type="submit" className="ds-button">
            {t('setup.begin')}
          </button>
        </div>
      </form>
    </div>
  )
}
