import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PageHeader } from '@/components/ui/page-header'
import { onwardAddress } from '@/lib/platform/auth/onward'
import { getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('signIn.onwardTitle'), robots: { index: false } }
}

/** Between a button of ours and the identity provider: moves on by itself, with a link where it does not. */
export default async function OnwardPage() {
  const [t, address] = [await getTranslator(), await onwardAddress()]
  if (!address) redirect('/')
  return (
    <div className="page">
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
      <PageHeader title={t('signIn.onwardTitle')} lead={t('signIn.onwardLead', { host: new URL(address).hostname })} />
      <p>
        <a href={address} className="ds-button">
          {t('signIn.onwardLink')}
        </a>
      </p>
    </div>
  )
}
