import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { openInvitation } from '@/lib/platform/auth/invitation'
import { getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('people.invitationTitle'), robots: { index: false } }
}

/** Where the link of an invitation leads: says to what, and begins the sign-in at the municipality's own door by a press. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const [t, { token }] = [await getTranslator(), await params]
  const invitation = await openInvitation(token)
  if (!invitation)
    return (
      <div className="page">
        <PageHeader title={t('people.invitationTitle')} />
        <EmptyState title={t('people.invitationOver')} text={t('people.invitationOverText')}>
          <Link href="/logg-inn" prefetch={false} className="ds-button">
            {t('layout.signIn')}
          </Link>
        </EmptyState>
      </div>
    )
  const { name, municipality } = invitation
  return (
    <div className="page">
      <PageHeader title={t('people.welcome', { name })} lead={t('people.invitationLead', { municipality: municipality.name })} />
      <form action={`/invitasjon/${token}/start`} method="post">
        <button type="submit" className="ds-button">
          {t('signIn.doorButton')}
        </button>
      </form>
    </div>
  )
}
