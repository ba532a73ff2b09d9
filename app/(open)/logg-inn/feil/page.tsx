import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { failureQuery } from '@/lib/platform/auth/input'
import { getTranslator } from '@/lib/platform/i18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator())('signIn.failTitle') }
}

/** A sign-in that did not go through: why, and what to do next. */
export default async function SignInFailedPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [t, { kode, dor, ref }] = [await getTranslator(), failureQuery.parse(await searchParams)]
  return (
    <div className="page">
      <PageHeader title={t('signIn.failTitle')} lead={t(`signIn.fail.${kode}`)} />
      {ref && (
        <p className="mb-6">
          {t('errors.reference')}: <code>{ref}</code>
        </p>
      )}
      <p className="flex flex-wrap items-center gap-4 pb-10">
        <Link href={dor ? `/logg-inn/${dor}` : '/logg-inn'} prefetch={false} className="ds-button">
          {t('errors.tryAgain')}
        </Link>
        <Link href="/logg-inn" prefetch={false} className="underline underline-offset-4">
          {t('signIn.otherMunicipality')}
        </Link>
      </p>
    </div>
  )
}
