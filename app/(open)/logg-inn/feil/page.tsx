import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('signIn.failTitle') }
}

const known = ['ukjent', 'deaktivert', 'feil-kommune', 'utilgjengelig'] as const

export default async function SignInFailedPage({ searchParams }: { searchParams: Promise<{ error?: string | string[] }> }) {
  const [t, { error }] = [await getTranslator(), await searchParams]
  const reason = known.find((code) => code === error) ?? 'annet'
  return (
    <div className="page">
      <PageHeader title={t('signIn.failTitle')} lead={t(`signIn.fail.${reason}`)}>
        <Link href="/logg-inn" prefetch={false} className="ds-button">
          {t('errors.tryAgain')}
        </Link>
      </PageHeader>
    </div>
  )
}
