import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { cookieNames } from '@/lib/platform/auth/cookies'
import { getTranslator } from '@/lib/platform/i18n'

interface Props {
  searchParams: Promise<{ state?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('signIn.outTitle'), robots: { index: false } }
}

/** Where the provider sends the reader after sign-out. Says that both ends are closed only when the provider answers our own question. */
export default async function SignedOutPage({ searchParams }: Props) {
  const [t, { state }] = [await getTranslator(), await searchParams]
  const asked = (await cookies()).get(cookieNames().check('out'))?.value
  const isBoth = asked !== undefined && asked === state
  return (
    <div className="page">
      <PageHeader title={t('signIn.outTitle')} lead={t(isBoth ? 'signIn.outBoth' : 'signIn.outHere')} />
      <p className="flex flex-wrap items-center gap-4 pb-10">
        <Link href="/" prefetch={false} className="ds-button">
          {t('errors.home')}
        </Link>
        <Link href="/logg-inn" prefetch={false} className="underline underline-offset-4">
          {t('signIn.again')}
        </Link>
      </p>
    </div>
  )
}
